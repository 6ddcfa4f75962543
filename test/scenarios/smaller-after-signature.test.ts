import { describe, expect, test } from "vitest";
import { type AftermathFindings, aftermathOf, durabilityOf, type LeverMove, type MoveVerdict } from "#durability";
import type { Choices, Scenario } from "#model";
import { exact, run } from "#prelude";
import { shippedScenario } from "./shipped-scenario.ts";

const essequibo = shippedScenario("essequibo-2025");
const scarborough = shippedScenario("scarborough-2025");
const both = [essequibo, scarborough];
const packages = both.flatMap((scenario) => scenario.packages.map(({ id }) => ({ scenario, id })));

function choicesOf({ packages }: Scenario, id: string, set: Choices = {}): Choices {
  const found = packages.find((each) => each.id === id);
  if (!found) throw new Error(`No package ${id}.`);
  return { ...found.choices, ...set };
}

function after(scenario: Scenario, id: string, set: Choices = {}): AftermathFindings {
  const report = run(aftermathOf(scenario, choicesOf(scenario, id, set)));
  if (report.kind === "unknown") throw new Error(report.reason);
  return report;
}

/** "VE: ve-annex ve-patrol" */
function words({ conflict }: AftermathFindings, { party, takes }: LeverMove): string {
  return `${conflict.parties[party]?.id}: ${takes.map((lever) => conflict.levers[lever]?.id).join(" ")}`;
}

const temptations = ({ parties }: AftermathFindings): readonly MoveVerdict[] =>
  parties.flatMap(({ temptations: found }) => found ?? []);

/** Who is tempted by one lever alone, and whose answers hold it: "GY: gy-license" -> ["VE: ve-patrol"]. */
function singles(report: AftermathFindings): Readonly<Record<string, readonly string[]>> {
  return Object.fromEntries(
    temptations(report)
      .filter(({ move }) => move.takes.length === 1)
      .map(({ move, sanction }) => [words(report, move), (sanction?.acts ?? []).map((act) => words(report, act))]),
  );
}

describe.each(both.map((scenario) => ({ id: scenario.agenda.id, scenario })))("$id", ({ scenario }) => {
  const { guarantees, limits, aftermath } = scenario.durability!;
  const parameters = [...guarantees, ...limits].flatMap((each) => Object.values(each.parameters));
  const cases = parameters.flatMap((parameter) => parameter.cases);

  test("judges no number that its facts do not have: what is not a placeholder is zero, and says why", () => {
    for (const { placeholder, value, evidence } of cases) {
      expect(evidence.why ?? "").not.toBe("");
      if (!placeholder) expect([value.low, value.mid, value.high, evidence.confidence]).toEqual([0, 0, 0, "high"]);
    }
    expect(cases.filter(({ placeholder }) => placeholder).length).toBeGreaterThan(60);
  });

  test("has placeholders that are wide: the ends differ by half of the upper one or more, but for what is nearly sure", () => {
    for (const { placeholder, value } of cases)
      if (placeholder && value.low < 0.8) expect(value.high - value.low).toBeGreaterThanOrEqual(value.high / 2);
  });

  test("calls every statement an estimate of low confidence, with its reason", () => {
    for (const { evidence } of Object.values(aftermath!.statements).flat()) {
      expect(evidence.confidence).toBe("low");
      expect(evidence.why ?? "").not.toBe("");
    }
  });

  test("names an issue of its own in every limit, and in every obligation but the one not to use force", () => {
    for (const { when } of limits) expect(when.length).toBeGreaterThan(0);
    expect(aftermath!.obligations.filter(({ when }) => when.length === 0).map(({ id }) => id)).toHaveLength(1);
  });
});

describe.each(packages.map(({ scenario, id }) => ({ of: scenario.agenda.id, id, scenario })))(
  "$of, $id",
  ({ scenario, id }) => {
    test("leaves every verdict about attack and inspection open: they rest on numbers that nobody judged", () => {
      const report = run(durabilityOf(scenario, choicesOf(scenario, id), { draws: 0 }));
      if (report.status !== "judged") throw new Error(report.reason);
      for (const { verdict } of report.guarantees) expect(verdict.status).toBe("open");
      for (const limit of report.limits)
        if (limit.stands === "yes") expect(limit.inspection.verdict.status).toBe("open");
    });

    test("is held by nothing that comes along unwanted with an answer", () => {
      expect(temptations(after(scenario, id)).flatMap(({ sanction }) => sanction?.unwanted ?? [])).toEqual([]);
    });
  },
);

/** What a change of one issue is worth in the sheet: weight times difference, in points of 100. */
function worth(scenario: Scenario, party: string, issue: string, from: string, to: string): number {
  const { weight, values } = scenario.sheets.find((sheet) => sheet.party === party)!.issues[issue]!;
  return (weight.mid * Math.abs(values[to]!.mid - values[from]!.mid)) / 100;
}

test.each([
  {
    of: essequibo,
    party: "VE",
    lever: "us-forward",
    issue: "I5_us_presence",
    from: "over_horizon",
    to: "forward_naval",
  },
  { of: essequibo, party: "VE", lever: "gy-leave-talks", issue: "I1_forum", from: "icj_plus_talks", to: "icj_only" },
  { of: essequibo, party: "VE", lever: "us-relief-back", issue: "I8_sanctions", from: "licence_steps", to: "maintain" },
  {
    of: essequibo,
    party: "VE",
    lever: "gy-license",
    issue: "I7_resources",
    from: "moratorium_nw_block",
    to: "guyana_licenses_all",
  },
  { of: essequibo, party: "VE", lever: "ve-annex", issue: "I6_annexation_acts", from: "suspend", to: "continue" },
  { of: essequibo, party: "VE", lever: "ve-patrol", issue: "I4_sea_conduct", from: "standoff_10nm", to: "none" },
  { of: essequibo, party: "GY", lever: "ve-patrol", issue: "I4_sea_conduct", from: "standoff_10nm", to: "none" },
  {
    of: essequibo,
    party: "GY",
    lever: "gy-license",
    issue: "I7_resources",
    from: "moratorium_nw_block",
    to: "guyana_licenses_all",
  },
  { of: essequibo, party: "GY", lever: "gy-leave-talks", issue: "I1_forum", from: "icj_plus_talks", to: "icj_only" },
  { of: essequibo, party: "US", lever: "ve-patrol", issue: "I4_sea_conduct", from: "standoff_10nm", to: "none" },
  {
    of: essequibo,
    party: "US",
    lever: "gy-license",
    issue: "I7_resources",
    from: "moratorium_nw_block",
    to: "guyana_licenses_all",
  },
  {
    of: scarborough,
    party: "CN",
    lever: "cn-inside",
    issue: "I2_law_enforcement",
    from: "both_outside_12nm",
    to: "china_exclusive",
  },
  {
    of: scarborough,
    party: "CN",
    lever: "us-return",
    issue: "I8_us_role",
    from: "over_horizon",
    to: "fonops_exercises",
  },
  { of: scarborough, party: "CN", lever: "cn-build", issue: "I6_reclamation", from: "no_build", to: "no_limit" },
  {
    of: scarborough,
    party: "CN",
    lever: "ph-inquiry",
    issue: "I7_rescue_inquiry",
    from: "sar_plus_third_party_inquiry",
    to: "none",
  },
  { of: scarborough, party: "PH", lever: "cn-expel", issue: "I1_fishing", from: "outside_lagoon", to: "excluded" },
  { of: scarborough, party: "PH", lever: "cn-cannon", issue: "I4_conduct_rules", from: "cues_coast_guard", to: "none" },
  { of: scarborough, party: "US", lever: "cn-build", issue: "I6_reclamation", from: "no_build", to: "no_limit" },
  {
    of: scarborough,
    party: "US",
    lever: "us-return",
    issue: "I8_us_role",
    from: "over_horizon",
    to: "fonops_exercises",
  },
])("the statement of $party on $lever gives the points of its sheet", ({ of, party, lever, issue, from, to }) => {
  const whys = of.durability!.aftermath!.statements[party]!.filter(({ that }) =>
    that.some((clause) => lever in clause),
  );
  const points = Number(worth(of, party, issue, from, to).toFixed(2));
  expect(whys.map(({ evidence }) => evidence.why).join("\n")).toContain(`${points} points`);
});

describe("Essequibo after signature", () => {
  test("under Argyle plus verification talks and acts of annexation hold each other, and so do ships and patrols", () => {
    const report = after(essequibo, "argyle_plus");
    expect(report.settlementHolds).toEqual(exact(true));
    // Everybody would rather take something back, and what the other would take back in turn is worth more to it.
    expect(singles(report)).toEqual({
      "GY: gy-leave-talks": ["VE: ve-patrol"],
      "GY: gy-license": ["VE: ve-patrol"],
      "VE: ve-annex": ["GY: gy-leave-talks"],
      "VE: ve-patrol": ["GY: gy-leave-talks"],
      "US: us-forward": ["VE: ve-patrol"],
    });
  });

  test("with US ships forward and no licences, all that holds Venezuela is the talks", () => {
    const report = after(essequibo, "us_pressure");
    expect(report.withheld.map(({ id }) => id)).toEqual(expect.arrayContaining(["us-forward", "us-relief-back"]));
    expect(report.settlementHolds).toEqual(exact(true));
    expect(report.firstDefection.swaps).toEqual(exact(1));
    expect(report.firstDefection.defections.every(({ sanction }) => sanction?.by.length === 1)).toBe(true);
    // without the talks nothing holds it
    const court = after(essequibo, "us_pressure", { I1_forum: "icj_only" });
    expect(court.settlementHolds).toEqual(exact(false));
    expect(court.firstDefection.defections.map(({ move }) => words(court, move))).toContain("VE: ve-annex");
  });

  test("a pledge is taken at its word; without one the warning is what holds force", () => {
    const pledged = after(essequibo, "status_quo_escalation");
    expect(singles(pledged)).toEqual({});
    const free = after(essequibo, "status_quo_escalation", { I2_no_force: "none" });
    expect(singles(free)).toEqual({ "VE: ve-force": ["US: us-answer"] });
    expect(free.settlementHolds).toEqual(exact(true));
  });
});

describe("Scarborough after signature", () => {
  test("the incident arrangement is held by what the Philippines and the United States could take back", () => {
    const report = after(scarborough, "incident_arrangement");
    expect(report.settlementHolds).toEqual(exact(true));
    expect(Object.keys(singles(report)).sort()).toEqual([
      "CN: cn-build",
      "CN: cn-expel",
      "PH: ph-enter",
      "US: us-return",
    ]);
  });

  test("the full code is left by China: it gives up more there, and nothing answers but an inquiry into incidents", () => {
    const report = after(scarborough, "full_code");
    expect(report.settlementHolds).toEqual(exact(false));
    expect(report.firstDefection.swaps).toEqual(exact(0));
    for (const { move } of report.firstDefection.defections) expect(words(report, move)).toMatch(/^CN: /);
    expect(singles(report)["CN: cn-cannon"]).toEqual(["PH: ph-inquiry"]);
    expect(singles(report)["CN: cn-inside"]).toEqual([]);
    // without the inquiry nothing answers water cannon either
    const without = after(scarborough, "full_code", { I7_rescue_inquiry: "sar_only" });
    expect(singles(without)["CN: cn-cannon"]).toEqual([]);
  });

  test("nobody prefers an armed attack, and none is needed to leave an arrangement", () => {
    for (const { id } of scarborough.packages) {
      const report = after(scarborough, id);
      const levers = temptations(report).flatMap(({ move }) =>
        move.takes.map((lever) => report.conflict.levers[lever]?.id),
      );
      expect(levers).not.toContain("cn-attack");
    }
  });
});
