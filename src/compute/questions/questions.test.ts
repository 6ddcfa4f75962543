import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { analyzeInSteps } from "#analysis";
import { run } from "#prelude";
import { analysisJson, type EmbeddedFont, htmlReport, type ListedFont, neededFonts } from "#report";
import { parseShipped, shippedFile, shippedPaths, shippedScenario } from "../../../test/scenarios/shipped-scenario.ts";
import { dispute } from "../../../test/two-neighbours.ts";
import { answerScenario, type Run } from "../answer-scenario.ts";
import type { AnswerOf, InputOf, PartialOf, QuestionKind } from "../browser-questions.ts";
import { frontierPoint } from "../frontier-table.ts";
import { reportInput } from "../report-input.ts";
import { runSearch } from "../run-search.ts";
import type { Means } from "./answering.ts";
import { answers } from "./answers.ts";

const shipped = ["ukraine-2025", "essequibo-2025", "scarborough-2025"] as const;
const fontFolder = new URL("../../../dist/fonts/", import.meta.url);

/** Asks as a worker does, everything on its way to and from the page copied as a browser copies it. */
async function ask<K extends QuestionKind>(
  kind: K,
  input: InputOf<K>,
  means: Partial<Means<K>> = {},
): Promise<{ answer: AnswerOf<K>; partials: PartialOf<K>[] }> {
  const partials: PartialOf<K>[] = [];
  const answering = await answers[kind]();
  const answer = await answering(structuredClone(input), {
    run: (search, options = {}) => runSearch(search, options),
    tell: (partial) => partials.push(structuredClone(partial)),
    fetchFile: async (address) => new Uint8Array(readFileSync(new URL(address.replace("/fonts/", ""), fontFolder))),
    ...means,
  });
  expect(structuredClone(answer), "the answer crosses to the page whole").toEqual(answer);
  return { answer, partials };
}

/** By a clock of its own: what a busy machine takes hurries nothing. */
const unhurried: Run = (search, options = {}) => {
  let ticks = 0;
  return runSearch(search, { ...options, clock: () => ++ticks / 1000 });
};

describe.each(shipped)("of %s", (name) => {
  const scenario = shippedScenario(name);
  test("the deal is, number for number, what analyze --json prints", async () => {
    // the flagship's frontier depends on the time it is given: with none it is the same each time
    const budgetMs = name === "ukraine-2025" ? 0 : 60_000;
    const { answer } = await ask("deal", { scenario, options: {}, budgetMs }, { run: unhurried });
    const whole =
      budgetMs === 0
        ? run(analyzeInSteps(scenario)).early
        : (await answerScenario(scenario, {}, budgetMs, unhurried)).analysis;
    const points = Array.from({ length: answer.frontier.count }, (_, row) => frontierPoint(answer.frontier, row));
    const { frontier, frontierBeforeReservations } = answer.analysis;
    const filled = answer.beforeReservations
      ? { ...answer.analysis, frontierBeforeReservations: { ...frontierBeforeReservations, points } }
      : { ...answer.analysis, frontier: { ...frontier, points } };
    const printed = (analysis: unknown): unknown =>
      JSON.parse(analysisJson({ ...(analysis as typeof answer.analysis), timings: {} })); // its own frontier put back
    expect(printed(filled)).toEqual(printed(whole));
    expect(points.length).toBeGreaterThan(1);
    expect(answer.analysis.timings.total).toBeGreaterThan(0);
  });
});

test("the flagship's deal is told with a coarse frontier first and answered with a finer one", async () => {
  const scenario = shippedScenario("ukraine-2025");
  const soonOver: Run = (search, options = {}) => {
    let ticks = 0;
    return runSearch(search, { ...options, clock: () => ++ticks * 1000 });
  };
  let runs = 0;
  const run: Run = (search, options) => (++runs === 1 ? unhurried : soonOver)(search, options);
  const { answer, partials } = await ask("deal", { scenario, options: {}, budgetMs: 60_000 }, { run });
  const [early] = partials;
  if (!early) expect.fail("an early answer was told");
  expect(early.ended).toBe(true);
  expect(answer.ended).toBe(true);
  expect(answer.frontier.count).toBeGreaterThan(early.frontier.count);
  expect(answer.analysis.solutions).toEqual(early.analysis.solutions);
  expect(answer.analysis.solutions.nashBargaining.status).toBe("exact");
});

test("an empty agreement zone shows the frontier before reservations", async () => {
  const scenario = shippedScenario("essequibo-2025");
  const sheets = scenario.sheets.map((sheet) => ({
    ...sheet,
    reservation: { ...sheet.reservation, mid: sheet.scale },
  }));
  const { answer } = await ask("deal", { scenario: { ...scenario, sheets }, options: {}, budgetMs: 1000 });
  expect(answer.analysis.agreementZone.exists).toEqual({ status: "exact", value: false });
  expect(answer.beforeReservations).toBe(true);
  expect(answer.frontier.count).toBeGreaterThan(0);
});

test.each(["essequibo-2025", "ukraine-2025"] as const)(
  "the report of %s is, byte for byte, the page that the command line writes",
  async (name) => {
    const scenario = shippedScenario(name);
    const run: Run = (search, options = {}) => runSearch(search, { ...options, clock: () => 0 }); // no timings
    const budgetMs = 0;
    const { answer } = await ask("outputs", { scenario, options: {}, budgetMs, fonts: "/fonts" }, { run });
    const commandLine = await answerScenario(scenario, {}, budgetMs, run);
    const input = await reportInput(scenario, {}, commandLine, run);
    expect(answer.report === htmlReport({ ...input, fonts: fontsFrom(JSON.stringify(scenario)) })).toBe(true);
    expect(answer.report).toContain("data:font/woff2;base64,");
    expect(answer.json === analysisJson(commandLine.analysis)).toBe(true);
    expect(answer.drawings.length).toBeGreaterThan(2);
    expect(answer.tables.length).toBeGreaterThan(answer.drawings.length);
    const ids = [...answer.drawings, ...answer.tables].map(({ id }) => id);
    expect(ids.filter((id) => !/^[a-z0-9]+(-[a-z0-9]+)*$/.test(id))).toEqual([]);
    for (const list of [answer.drawings, answer.tables])
      expect(new Set(list.map(({ id }) => id)).size).toBe(list.length);
  },
);

test("without fonts on the server the report is made without them", async () => {
  const fetchFile = async (): Promise<Uint8Array> => Promise.reject(new Error("404"));
  const { answer } = await ask(
    "outputs",
    { scenario: dispute(), options: {}, budgetMs: 1000, fonts: "/fonts" },
    { fetchFile },
  );
  expect(answer.report).not.toContain("@font-face{");
});

test("a scenario's files are read and written back to the same scenario", async () => {
  const name = "essequibo-2025";
  const files = new Map(shippedPaths(name).map((path) => [path, new TextEncoder().encode(shippedFile(name, path))]));
  const { answer } = await ask("read", { files });
  expect(answer.scenario).toEqual(parseShipped(name).scenario);
  const { answer: written } = await ask("write", { scenario: answer.scenario! });
  const { answer: again } = await ask("read", { files: written });
  expect(again.scenario).toEqual(answer.scenario);
});

test("every mistake of broken files comes back, with where it is", async () => {
  const files = new Map([["scenario.yaml", "id: a\nparties: 3\n"]]);
  const { answer } = await ask("read", { files });
  expect(answer.scenario).toBeUndefined();
  expect(answer.diagnostics[0]?.at.file).toBe("scenario.yaml");
});

test("a folder without a domain is told as such", async () => {
  const { answer } = await ask("import-domain", { files: new Map([["a.xml", new Uint8Array([60])]]), choose: {} });
  expect(answer.scenario).toBeUndefined();
  expect(answer.diagnostics.length).toBeGreaterThan(0);
});

test("the flagship's package as presented, judged by itself, is judged as in the deal", async () => {
  const scenario = shippedScenario("ukraine-2025");
  const judged = scenario.packages[0]!;
  const { answer } = await ask("package", { scenario, options: {}, package: judged }, { run: unhurried });
  const { answer: deal } = await ask("deal", { scenario, options: {}, budgetMs: 0 }, { run: unhurried });
  expect(answer).toEqual(deal.analysis.packages[judged.id]);
});

test("the flagship is completed best for a party, by each criterion as the solutions say, and told why not in words", async () => {
  const scenario = shippedScenario("ukraine-2025");
  const { answer: deal } = await ask("deal", { scenario, options: {}, budgetMs: 1000 });
  for (const by of ["nashBargaining", "kalaiSmorodinsky", "egalitarian", "utilitarian"] as const) {
    const { answer } = await ask("complete", { scenario, options: {}, locks: {}, best: { by } });
    if (!answer.found) expect.fail(answer.why);
    const tied = deal.analysis.solutions[by].points.map(({ utilities }) => utilities);
    expect(tied, by).toContainEqual(answer.utilities);
    expect(answer.proved).toBe(true);
  }
  for (const { id, ideal } of deal.analysis.parties) {
    if (ideal?.status !== "exact") continue;
    const { answer } = await ask("complete", { scenario, options: {}, locks: {}, best: { by: "party", party: id } });
    if (!answer.found) expect.fail(answer.why);
    expect(answer.utilities[id], id).toBeCloseTo(ideal.value, 9);
  }
  const presented = scenario.packages[0]!;
  const { answer: none } = await ask("complete", {
    scenario,
    options: {},
    locks: presented.choices,
    best: { by: "egalitarian" },
  });
  if (none.found) expect.fail("the package as presented is refused, so it completes to nothing");
  expect(none.why).toMatch(/^With .+ cannot (all )?be kept: /);
  expect(none.clashes?.length).toBeGreaterThan(0);
});

test("claims, draws and acceptability come back whole", async () => {
  const scenario = dispute();
  const { answer: claims } = await ask("claims", { scenario });
  expect(claims.length).toBe(scenario.claims.length);
  const settlement = { land: "share", money: "some", guard: "post", backing: "arms" };
  const { answer: drawn } = await ask("robustness", {
    scenario,
    options: {},
    draws: 50,
    candidates: { middle: settlement },
  });
  expect(drawn.draws).toBe(50);
  const { answer: accepted } = await ask("acceptability", {
    scenario,
    options: {},
    settlements: [settlement],
    draws: 50,
  });
  const { share } = drawn.packages.middle!.acceptedByAll;
  expect(share).toBeGreaterThan(0);
  expect(accepted).toEqual({ accepted: new Int32Array([Math.round(50 * share)]), draws: 50 });
});

/** As the command line reads them. */
function fontsFrom(text: string): readonly EmbeddedFont[] {
  const list: readonly ListedFont[] = JSON.parse(readFileSync(new URL("fonts.json", fontFolder), "utf8"));
  return neededFonts(list, text).map(({ file, family, weight, range }) => ({
    family,
    weight,
    range,
    data: readFileSync(new URL(file, fontFolder)).toString("base64"),
  }));
}
