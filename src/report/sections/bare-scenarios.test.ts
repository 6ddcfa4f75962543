import { describe, expect, test } from "vitest";
import type { Scenario } from "#model";
import { plainText } from "../document/plain-text.ts";
import { ceasefireScenario } from "../fixture/ceasefire-scenario.ts";
import { enumerateAnalysis } from "../fixture/enumerate-analysis.ts";
import { htmlReport } from "../html/html-report.ts";
import { evaluationText } from "../terminal/evaluation-text.ts";
import { terminalReport } from "../terminal/terminal-report.ts";
import { headline } from "./headline.ts";
import { reportContext } from "./report-context.ts";

const whole = ceasefireScenario();
const options = { colour: false, width: 100 };
const texts = (scenario: Scenario, analysis = enumerateAnalysis(scenario)) => ({
  terminal: terminalReport(scenario, analysis, options).replace(/\s+/g, " "),
  page: htmlReport({ scenario, analysis, fonts: [] }).replace(/<style>.*?<\/style>/s, ""),
});

describe("a scenario without any sheet", () => {
  const bare = { ...whole, sheets: [] };
  const analysis = enumerateAnalysis(whole);
  const none = {
    ...analysis,
    parties: analysis.parties.map(({ id, name, consents }) => ({
      id,
      name,
      consents,
      sheet: "none" as const,
      scale: 100,
      arithmetic: "exact" as const,
    })),
    redLinePrices: [],
    packages: {},
    hollowConsensus: [],
    rules: { ...analysis.rules, enforced: [], reportedOnly: [], undated: [] },
  };

  test("says what the rules allow, and nothing of anybody's consent", () => {
    for (const text of Object.values(texts(bare, none))) {
      expect(text).toContain(
        "Nothing can be said of whether there is a deal: no party that must consent has a preference sheet.",
      );
      expect(text).not.toMatch(/consent of all|All consent|BARGAINING SOLUTIONS|Bargaining solutions</);
    }
  });

  test("an evaluation claims no acceptance", () => {
    const report = {
      ...analysis.packages.as_presented!,
      refusedBy: [],
      utilities: {},
      surplus: {},
      shortfallByIssue: {},
    };
    const text = evaluationText(bare, report, options);
    expect(text).toContain("? Not judged: no party has a sheet.");
    expect(text).not.toMatch(/All consent|No party refuses/);
  });
});

test("a scenario in which one party has no sheet says whose consent is left out", () => {
  const [first, ...sheets] = whole.sheets;
  const scenario = { ...whole, sheets };
  const name = whole.agenda.parties.find(({ id }) => id === first!.party)!.name;
  for (const text of Object.values(texts(scenario))) {
    const said = text.replace(/<[^>]*>/g, "");
    expect(said).toMatch(/Of the parties whose preferences are known \(Russia, United States and European coalition/);
    expect(said).toContain(`${name} must consent too and has no preference sheet: `);
    expect(said).toContain(`The consent of ${name} is left out for want of a sheet.`);
    expect(said).toContain("the consent of all whose preferences are known");
  }
});

test("what is said of those with a sheet stands first, and a party without one can only refuse more", () => {
  const known = (count: number) => ({ ...whole, sheets: whole.sheets.slice(0, count) });
  const [first, second] = headline(reportContext(known(1), enumerateAnalysis(known(1)))).map(plainText);
  expect(first).toMatch(/^Of the parties whose preferences are known \(only Ukraine\), the package/);
  expect(second).toBe(
    "Russia, United States and European coalition of the willing must consent too and have no preference sheets: nothing is known of what they would accept, so there may be no deal at all.",
  );
  const analysis = enumerateAnalysis(known(3));
  const empty = { ...analysis.agreementZone, exists: { status: "exact", value: false } as const };
  const [, then] = headline(reportContext(known(3), { ...analysis, agreementZone: empty })).map(plainText);
  expect(then).toBe(
    "European coalition of the willing must consent too and has no preference sheet: what it would accept cannot change that.",
  );
});

test("a scenario without packages and claims still answers whether there is a deal", () => {
  const scenario = { ...whole, packages: [], claims: [] };
  const { terminal, page } = texts(scenario);
  expect(terminal).toMatch(/as of 2025-08-26 \d+ settlements would have the consent of all\./);
  expect(page).not.toMatch(/Named packages|Claims</);
});
