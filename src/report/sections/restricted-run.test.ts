import { expect, test } from "vitest";
import { ceasefireScenario } from "../fixture/ceasefire-scenario.ts";
import { enumerateAnalysis } from "../fixture/enumerate-analysis.ts";
import { htmlReport } from "../html/html-report.ts";
import { markdownReport } from "../markdown/markdown-report.ts";
import { terminalReport } from "../terminal/terminal-report.ts";
import type { Asked } from "./report-context.ts";

const scenario = ceasefireScenario();
const whole = enumerateAnalysis(scenario);
const [first, second, ...others] = scenario.agenda.issues;
const presented = scenario.packages[0]!;
const lines = whole.rules.enforced.filter((ref) => ref.kind === "line");
const flowing = (analysis: typeof whole, asked?: Asked): string =>
  terminalReport(scenario, analysis, { colour: false, width: 100 }, asked).replace(/\s+/g, " ");
const under = (rules: Partial<typeof whole.rules>): typeof whole => ({ ...whole, rules: { ...whole.rules, ...rules } });

test("a run of the scenario as written names no restriction", () => {
  expect(flowing(whole)).toMatch(/as of 2025-08-26 The package as presented is refused/);
  expect(flowing(whole)).not.toContain("BEST WITHIN THESE LOCKS");
});

test("lines read as weights, floors set aside and declared lines enforced are said before the answer", () => {
  const floors = whole.rules.enforced.filter((ref) => ref.kind === "floor");
  const rest = whole.rules.enforced.filter((ref) => ref.kind === "reservation");
  expect(flowing(under({ setAside: [...lines, ...floors], enforced: rest }))).toContain(
    "Read as weights (no red line enforced), without floors, the package as presented is refused",
  );
  expect(flowing(enumerateAnalysis(scenario, { declared: true }))).toMatch(
    /With the declared lines of [A-Z][\w ]+ enforced, the package as presented is refused/,
  );
});

test("the terminal, the page and markdown all open with the lock", () => {
  const option = first!.options.find(({ id }) => id !== presented.choices[first!.id])!;
  const locked = under({ locks: { [first!.id]: option.id } });
  const clause = `With ${first!.name} locked to ${option.name}, `;
  expect(flowing(locked)).toContain(clause);
  expect(markdownReport(scenario, locked)).toContain(`**${clause}`);
  const heading = /<h1>(.*?)<\/h1>/.exec(htmlReport({ scenario, analysis: locked, fonts: [] }))?.[1];
  expect(heading?.replace(/<[^>]*>/g, "")).toContain(clause);
  expect(flowing(locked)).toContain("and lies outside these locks.");
});

test("what may change from a package is named, and each party's best there is listed with its settlement", () => {
  const kept = Object.fromEntries(others.map(({ id }) => [id, presented.choices[id]!]));
  const [party] = scenario.sheets;
  const short = whole.parties.map((one) =>
    one.id === party!.party ? { ...one, range: { least: 0, most: one.reservation!.mid - 5 } } : one,
  );
  const asked: Asked = {
    options: { from: presented.id, free: [first!.id, second!.id] },
    best: [{ party: party!.party, settlement: presented.choices }],
  };
  const text = flowing({ ...under({ locks: kept }), parties: short }, asked);
  const name = whole.parties.find(({ id }) => id === party!.party)!.name;
  expect(text).toContain(`With only ${first!.name} and ${second!.name} free to change from “${presented.name}”, `);
  expect(text).toContain(`${name} cannot reach its reservation value within these locks (at most `);
  const section = text.slice(text.indexOf("BEST WITHIN THESE LOCKS"), text.indexOf("PARTIES"));
  expect(section).toMatch(new RegExp(`${name} [\\d.]+ [\\d.]+ −5\\.0 ✗ not reached`));
  const chosen = first!.options.find(({ id }) => id === presented.choices[first!.id])!;
  expect(section).toContain(`${first!.name}: ${chosen.name}; ${second!.name}: `);
});
