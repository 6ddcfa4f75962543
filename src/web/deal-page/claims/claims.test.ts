import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { createIntl } from "react-intl";
import { expect, test } from "vitest";
import { type DecidedClaim, decideClaims } from "#claims";
import { parseScenario } from "#language";
import { run } from "#prelude";
import { namesOf } from "#report";
import { asWritten } from "../../deal/what-if.ts";
import { dossierOf } from "../../evidence/dossier.ts";
import type { Say } from "../../evidence/say.ts";
import { english } from "../../words/en/index.ts";
import { assumesOtherwise } from "./assumes-otherwise.ts";
import { decidingEvidence } from "./deciding-evidence.ts";
import { everyClaim, filterClaims } from "./filter-claims.ts";
import { questionWords } from "./question-words.ts";

const folder = join(import.meta.dirname, "../../../../scenarios/ukraine-2025");
const files = ["scenario.yaml", ...readdirSync(join(folder, "sheets")).map((file) => `sheets/${file}`)];
const scenario = parseScenario(new Map(files.map((path) => [path, readFileSync(join(folder, path), "utf8")])))
  .scenario!; // shipped without mistakes
const names = namesOf(scenario);
const intl = createIntl({ locale: "en", messages: english });
const say: Say = (id, values) => intl.formatMessage({ id }, { ...values });
const decided = run(decideClaims(scenario, { draws: 0 }));

test("every claim's questions are sentences that name things and not ids", () => {
  const ids = [...scenario.agenda.issues.map(({ id }) => id), ...scenario.packages.map(({ id }) => id)].filter((id) =>
    id.includes("_"),
  );
  for (const { id, question } of scenario.claims) {
    const sentences = questionWords(question, scenario, names, say);
    expect(sentences.length, id).toBeGreaterThan(0);
    for (const sentence of sentences) {
      expect(sentence, id).toMatch(/[?.]$/);
      for (const one of ids) expect(sentence, id).not.toContain(one);
    }
  }
});

test("the question behind A1 asks of each party, as the claim is decided", () => {
  const { question } = scenario.claims.find(({ id }) => id === "A1")!; // the flagship's first
  const package_ = scenario.packages.find(({ id }) => id === "as_presented")!.name;
  expect(questionWords(question, scenario, names, say)).toEqual([
    `Does Ukraine accept “${package_}”?`,
    `Does United States accept “${package_}”?`,
    `Does Russia refuse “${package_}”?`,
  ]);
});

test("what decides a claim has evidence that the panel can show, but for records and what stands on pages of its own", () => {
  const elsewhere = ["session", "parameter", "statement", "feature"];
  for (const { id, judgements } of decided) {
    for (const judgement of judgements) {
      const of = decidingEvidence(judgement, scenario);
      if (elsewhere.includes(judgement.kind)) expect(of).toBeUndefined();
      else if (of && of.kind !== "source" && of.kind !== "utility" && of.kind !== "answer")
        expect(dossierOf(of, { scenario, names, say }), `${id} ${judgement.kind} ${judgement.id}`).toBeDefined();
      else expect(of?.kind, `${id} ${judgement.kind}`).toBe("source");
    }
  }
});

test("the verdicts part the claims", () => {
  const parts = (["holds", "does-not-hold", "undecided", "later"] as const).map((verdict) =>
    filterClaims(decided, { ...everyClaim, verdict }),
  );
  expect(parts.reduce((sum, part) => sum + part.length, 0)).toBe(decided.length);
  expect(filterClaims(decided, { ...everyClaim, text: "A1b" }).map(({ id }) => id)).toEqual(["A1b"]);
});

test("a claim sways when it holds in some draws and not in others", () => {
  const share = (held: number): DecidedClaim => ({
    ...decided[0]!, // any will do
    shareOfDraws: { share: held, low: 0, high: 1, n: 10, seed: 1 },
  });
  const claims = [share(0), share(0.3), share(1)];
  expect(filterClaims(claims, { ...everyClaim, verdict: "sways" })).toEqual([claims[1]]);
});

test("only what is assumed counts as assuming otherwise", () => {
  expect(assumesOtherwise(asWritten)).toBe(false);
  expect(assumesOtherwise({ ...asWritten, weights: { RU: {} } })).toBe(false);
  expect(assumesOtherwise({ ...asWritten, lines: { RU: { any: false } } })).toBe(true);
  expect(assumesOtherwise({ ...asWritten, reservations: { RU: 0 } })).toBe(true);
});
