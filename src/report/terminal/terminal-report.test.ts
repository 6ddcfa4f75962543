import { describe, expect, test } from "vitest";
import { ceasefireScenario } from "../fixture/ceasefire-scenario.ts";
import { enumerateAnalysis } from "../fixture/enumerate-analysis.ts";
import { withHostileNames } from "../fixture/hostile-names.ts";
import { displayWidth } from "./display-width.ts";
import { evaluationText } from "./evaluation-text.ts";
import { terminalReport } from "./terminal-report.ts";
import { verdictListText } from "./verdict-list-text.ts";

const scenario = ceasefireScenario();
const analysis = enumerateAnalysis(scenario);
const plain = { colour: false, width: 100 };
const text = terminalReport(scenario, analysis, plain);
const flowing = text.replace(/\s+/g, " ");

test("the answer comes first: the verdict on the package, and that other settlements exist", () => {
  expect(flowing).toMatch(
    /^A ceasefire between two neighbours, as of 2025-08-26 The package as presented is refused by Russia and European coalition of the willing, but 973 other settlements would have the consent of all\./,
  );
  expect(flowing).toContain("Russia is 30.9 points short of its reservation value");
  expect(flowing).toContain("its hard line on European presence is broken");
});

test("with an empty agreement zone it says that no deal exists, and whether that is logic or weight", () => {
  const empty = terminalReport(scenario, enumerateAnalysis(scenario, { declared: true }), plain).replace(/\s+/g, " ");
  expect(empty).toContain("no settlement exists that all would accept");
  expect(empty).toContain("that is logic, not weight");
  expect(empty).toContain("Any one of these would open the agreement zone:");
});

test("every section a negotiator looks for is there, in order", () => {
  const titles = text.split("\n").filter((line) => /^[A-Z][A-Z ,-]{5,}$/.test(line));
  expect(titles).toEqual([
    "PARTIES",
    "NAMED PACKAGES",
    "WHERE THE REFUSING PARTIES FALL SHORT",
    "WHAT WOULD UNLOCK IT",
    "WHAT MOVES THE REFUSING PARTIES MOST",
    "THE AGREEMENT ZONE",
    "BARGAINING SOLUTIONS",
    "WHAT EACH RED LINE COSTS",
    "DEAD OPTIONS",
    "HOLLOW CONSENSUS",
    "MUTUAL-VETO CANDIDATES",
    "CHANNELS",
    "RULES IN FORCE",
    "NOTES ON THIS RUN",
  ]);
});

test("shortfalls stand ranked, largest first", () => {
  const block = text.slice(text.indexOf("best option there, largest first"));
  const numbers = [...block.matchAll(/ (\d+\.\d)$/gm)].slice(0, 7).map((match) => Number(match[1]));
  expect(numbers).toEqual([29.6, 15.9, 11.1, 6.7, 5.3, 3.3, 3.0]);
});

test.each([40, 60, 80, 100, 140])("no line is wider than a terminal of %d columns", (width) => {
  for (const line of terminalReport(scenario, analysis, { colour: false, width }).split("\n"))
    expect(displayWidth(line), line).toBeLessThanOrEqual(width);
});

test("the parties' table stands in 80 columns, a line a party where the names allow", () => {
  const narrow = terminalReport(scenario, analysis, { colour: false, width: 80 });
  const table = narrow.slice(narrow.indexOf("What each party needs"), narrow.indexOf("NAMED PACKAGES"));
  for (const party of ["Ukraine UA", "Russia RU"]) expect(table).toMatch(new RegExp(`^${party}( +[\\d.]+)`, "m"));
  expect(table.slice(table.indexOf("Ukraine UA"))).not.toMatch(/^ {20,}\S/m); // no number's cell goes on below
});

test("the numbers of a column end at the same place", () => {
  const rows = text
    .split("\n")
    .filter((line) => /^(Nash bargaining|Kalai-Smorodinsky|Egalitarian|Utilitarian) /.test(line));
  expect(rows).toHaveLength(4);
  for (const column of [0, 1, 2, 3]) {
    const ends = rows.map(
      (row) => [...row.matchAll(/\([+−]?\d+\.\d\)/g)].map((match) => match.index + match[0].length)[column],
    );
    expect(new Set(ends).size).toBe(1);
  }
});

test("colour is only ink: without its codes the words are the plain ones", () => {
  const coloured = terminalReport(scenario, analysis, { colour: true, width: 100 });
  expect(coloured).toContain("\u001b[");
  // biome-ignore lint/suspicious/noControlCharactersInRegex: escape codes are what is taken away here
  expect(coloured.replace(/\u001b\[[\d;]*m/g, "")).toBe(text);
});

test("plain text has no escape code and no mark that turns direction, whatever the file says", () => {
  const hostile = withHostileNames(scenario);
  const printed = terminalReport(hostile, enumerateAnalysis(hostile), plain);
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what must not be there
  expect(printed).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/);
});

test("the same analysis prints the same bytes", () => {
  expect(terminalReport(ceasefireScenario(), enumerateAnalysis(ceasefireScenario()), plain)).toBe(text);
});

describe("evaluate", () => {
  const report = analysis.packages.as_presented!;
  const evaluation = evaluationText(scenario, report, plain);

  test("gives each party's value, reservation value, surplus and verdict", () => {
    expect(evaluation).toMatch(/Russia RU\* +25\.1 +56\.0 +−30\.9/);
    expect(evaluation).toMatch(/refuses by value \(30\.9 points short\) and its hard line on European presence/);
    expect(evaluation).toMatch(/refuses by its floor on European presence \(25\.0 where it needs 35\.0\)/);
  });

  test("says when a package leaves issues open, and claims no acceptance for it", () => {
    const open = evaluationText(
      scenario,
      {
        ...report,
        complete: false,
        refusedBy: [],
        utilities: {},
        surplus: {},
        packageUnlocks: { status: "not-needed" },
      },
      plain,
    );
    expect(open).toContain("No refusal is certain");
    expect(open).not.toMatch(/accepts|All consent/);
  });

  test("says which rule is broken", () => {
    const broken = evaluationText(scenario, { ...report, rulesBroken: ["no-lift-before-ceasefire"] }, plain);
    expect(broken).toContain(
      "The rule on Sanctions with Sequencing: Sanctions law ties full lifting to an end of fighting.",
    );
  });
});

describe("the list of every package's verdict", () => {
  const reports = Object.entries(analysis.packages).map(([id, report]) => ({ id, report }));
  const list = verdictListText(scenario, reports, plain);

  test("names who refuses each package and by what", () => {
    expect(list).toMatch(/ {2}as_presented +✗ refused: RU by value and line, EU by floor\n/);
  });

  test("a package that leaves issues open is neither accepted nor refused", () => {
    const open = { ...reports[0]!.report, complete: false, refusedBy: [], rulesBroken: [] };
    expect(verdictListText(scenario, [{ id: "half", report: open }], plain)).toMatch(/half +\? leaves issues open\n/);
  });

  test("a package that breaks a rule is no settlement", () => {
    const broken = { ...reports[0]!.report, refusedBy: [], rulesBroken: ["r1"] };
    expect(verdictListText(scenario, [{ id: "x", report: broken }], plain)).toContain(
      "✗ no settlement: breaks rule r1",
    );
  });

  test.each([40, 60])("no line is wider than a terminal of %d columns", (width) => {
    for (const line of verdictListText(scenario, reports, { colour: false, width }).split("\n"))
      expect(displayWidth(line), line).toBeLessThanOrEqual(width);
  });
});
