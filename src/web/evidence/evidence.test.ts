import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { createIntl } from "react-intl";
import { describe, expect, test } from "vitest";
import { parseScenario } from "#language";
import { type Choices, evaluate, type PreferenceSheet, type Scenario } from "#model";
import { toNumber } from "#prelude";
import { namesOf, plainText } from "#report";
import type { EvidenceRef } from "../deal/evidence-ref.ts";
import { english } from "../words/en/index.ts";
import { dossierOf } from "./dossier.ts";
import { evidenceOrigin } from "./evidence-origin.ts";
import { evidenceTitle } from "./evidence-title.ts";
import { everyJudgement, filterJudgements, judgementRows } from "./judgement-rows.ts";
import { judgementsOf, restingOn } from "./resting-on.ts";
import type { Say } from "./say.ts";
import { utilityParts } from "./utility-parts.ts";
import { visit } from "./visited.ts";

const intl = createIntl({ locale: "en", messages: english });
const say: Say = (id, values) => intl.formatMessage({ id }, { ...values });
const shipped = ["ukraine-2025", "essequibo-2025", "scarborough-2025", "textbook/large-40", "textbook/two-losses"].map(
  shippedScenario,
);
const flagship = shipped[0]!;

describe.each(shipped.map((scenario) => [scenario.agenda.id, scenario] as const))("evidence in %s", (_, scenario) => {
  const names = namesOf(scenario);

  test("the parts of a value shown add up to it, digit by digit, and it is the value the model computes", () => {
    fc.assert(
      fc.property(settlements(scenario), fc.constantFrom(...scenario.sheets), (choices, sheet) => {
        const parts = utilityParts(scenario, sheet, choices)!; // a settlement leaves nothing open
        const { utility, surplus } = evaluate(sheet, choices, scenario.agenda.asOf);
        expect(parts.utility.exact).toBe(toNumber(utility));
        expect(parts.surplus.exact).toBe(toNumber(surplus));
        const shown = [
          ...parts.issues.map(({ points }) => points),
          ...parts.linkages.map(({ points }) => points),
          ...(parts.rounding ? [parts.rounding] : []),
        ];
        expect(steps(shown.map(({ text }) => text))).toBe(steps([parts.sum.text]));
        expect(steps([parts.surplus.text, parts.reservation.text])).toBe(steps([parts.utility.text]));
        if (!parts.cap) expect(parts.sum.text).toBe(parts.utility.text);
      }),
      { numRuns: 150 },
    );
  });

  test("choices that leave an issue open have no single worth", () => {
    const [first, ...others] = scenario.agenda.issues;
    const open = Object.fromEntries(others.map(({ id, options }) => [id, options[0]!.id]));
    expect(utilityParts(scenario, scenario.sheets[0]!, open)).toBeUndefined();
    expect(utilityParts(scenario, scenario.sheets[0]!, { ...open, [first!.id]: first!.options[0]!.id })).toBeDefined();
  });

  test("every judgement, record and source has a title and a dossier", () => {
    for (const ref of everyRef(scenario)) {
      expect(plainText(evidenceTitle(ref, scenario, names, say))).not.toBe("");
      if (ref.kind === "source" || ref.kind === "utility" || ref.kind === "answer") continue;
      const dossier = dossierOf(ref, { scenario, names, say });
      expect(dossier, JSON.stringify(ref)).toBeDefined();
      for (const { of } of dossier!.related.flatMap(({ items }) => items)) {
        if (of.kind === "source" || of.kind === "utility" || of.kind === "answer") continue;
        expect(dossierOf(of, { scenario, names, say }), JSON.stringify(of)).toBeDefined();
      }
    }
  });

  test("the table holds every judgement once, and a filter never adds one", () => {
    const rows = judgementRows(scenario, names, say);
    expect(rows.map(({ of }) => of)).toEqual(
      scenario.sheets.flatMap((sheet) => judgementsOf(sheet).map(({ of }) => of)),
    );
    for (const basis of ["none", "doubtful", "weak"] as const) {
      for (const row of filterJudgements(rows, { ...everyJudgement, basis })) expect(row.basis).not.toBe("sound");
    }
    const parted = scenario.sheets.flatMap(({ party }) => filterJudgements(rows, { ...everyJudgement, party }));
    expect(parted).toEqual(rows);
  });
});

test("what has gone from the scenario has no dossier", () => {
  const archive = { scenario: flagship, names: namesOf(flagship), say };
  expect(dossierOf({ kind: "line", party: "RU", line: "no-such-line" }, archive)).toBeUndefined();
  expect(dossierOf({ kind: "value", party: "RU", issue: "S1_eu_presence", option: "gone" }, archive)).toBeUndefined();
});

test("a judgement without evidence of its own shows the sheet's, and says so; one with its own does not", () => {
  const sheet: PreferenceSheet = flagship.sheets.find(({ party }) => party === "RU")!; // the flagship's own
  const weight = evidenceOrigin(sheet.issues.S1_eu_presence!.evidence, sheet);
  expect(weight.wholly).toBe(true);
  expect(weight.evidence.why).toBe(sheet.evidence.why);
  const reservation = evidenceOrigin(sheet.reservation.evidence, sheet);
  expect(reservation.wholly).toBe(false);
  expect(reservation.fromSheet).toContain("author");
  expect(reservation.fromSheet).not.toContain("sources");
  expect(reservation.evidence.sources).toEqual(["REU0821", "LAV0820"]);
});

test("what rests on a source is all that cites it, and nothing else", () => {
  const resting = restingOn(flagship, "FT0826");
  expect(resting.claims.length).toBe(flagship.claims.filter(({ source }) => source === "FT0826").length);
  expect(resting.records).toContainEqual({ kind: "event", event: "package-reported" });
  expect(restingOn(flagship, "no-such-source")).toEqual({ judgements: [], records: [], claims: [], others: 0 });
});

test("going back is a step back, and looking at the same again no step", () => {
  const [a, b]: readonly EvidenceRef[] = [
    { kind: "sheet", party: "RU" },
    { kind: "sheet", party: "UA" },
  ];
  const there = visit(visit([], a!), b!);
  expect(there).toEqual([a, b]);
  expect(visit(there, { ...b! })).toBe(there);
  expect(visit(there, a!)).toEqual([a]);
});

/** What the texts add up to, in ten-thousandths. */
function steps(texts: readonly string[]): number {
  return texts.reduce((sum, text) => sum + Math.round(Number(text.replace("−", "-")) * 10_000), 0);
}

function everyRef({ agenda, sheets, packages, claims }: Scenario): readonly EvidenceRef[] {
  return [
    ...sheets.flatMap((sheet): EvidenceRef[] => [
      { kind: "sheet", party: sheet.party },
      ...judgementsOf(sheet).map(({ of }) => of),
    ]),
    ...agenda.rules.map(({ id }): EvidenceRef => ({ kind: "rule", rule: id })),
    ...agenda.issues.flatMap(({ id, options }) =>
      options.map((option): EvidenceRef => ({ kind: "option", issue: id, option: option.id })),
    ),
    ...agenda.terms.map(({ id }): EvidenceRef => ({ kind: "term", term: id })),
    ...agenda.candidates.map(({ id }): EvidenceRef => ({ kind: "candidates", list: id })),
    ...packages.map(({ id }): EvidenceRef => ({ kind: "package", package: id })),
    ...agenda.sources.map(({ id }): EvidenceRef => ({ kind: "source", source: id })),
    ...claims.map(({ id }): EvidenceRef => ({ kind: "claim", claim: id })),
    ...agenda.events.map(({ id }): EvidenceRef => ({ kind: "event", event: id })),
  ];
}

function settlements({ agenda }: Scenario): fc.Arbitrary<Choices> {
  return fc.record(
    Object.fromEntries(agenda.issues.map(({ id, options }) => [id, fc.constantFrom(...options.map((one) => one.id))])),
  );
}

function shippedScenario(name: string): Scenario {
  const folder = join(import.meta.dirname, "../../../scenarios", name);
  const paths = ["scenario.yaml", ...readdirSync(join(folder, "sheets")).map((file) => `sheets/${file}`)];
  const { scenario } = parseScenario(new Map(paths.map((path) => [path, readFileSync(join(folder, path), "utf8")])));
  if (!scenario) throw new Error(`${name} has mistakes.`);
  return scenario;
}
