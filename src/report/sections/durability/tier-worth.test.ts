import { expect, test } from "vitest";
import { shippedScenario } from "../../../../test/scenarios/shipped-scenario.ts";
import { plainText } from "../../document/plain-text.ts";
import { namesOf } from "../../words/names.ts";
import type { DurabilityContext } from "./durability-context.ts";
import { tierWorth } from "./tier-worth.ts";

const scenario = shippedScenario("ukraine-2025");
const presented = scenario.packages.find(({ id }) => id === "as_presented")!; // it is shipped

function contextOf(choices: DurabilityContext["choices"]): DurabilityContext {
  return {
    scenario,
    names: namesOf(scenario),
    subject: ["it"],
    choices,
    durability: { status: "unknown", reason: "not asked" },
    aftermath: { kind: "unknown", choices, reason: "not asked", openIssues: [] },
  };
}

test("a tier is worth the points of the issues that decide it", () => {
  const [table] = tierWorth(contextOf(presented.choices));
  if (table?.kind !== "table") throw new Error("There is no table.");
  const russia = scenario.sheets.find(({ party }) => party === "RU")!; // every party has one
  const weights = Object.values(russia.issues).reduce((sum, { weight }) => sum + weight.mid, 0);
  const part = (issue: string, option: string): number => {
    const { weight, of, values } = russia.issues[issue]!; // Russia's sheet has no tables over these
    return ((weight.mid / (russia.total ?? weights)) * values[option]!.mid * russia.scale) / of;
  };
  const column = table.columns.findIndex(({ title }) => plainText(title) === "Russia");
  const zone = part("D1_dmz_depth", "sym_30") + part("D3_patrol_size", "medium_18k");
  expect(Number(plainText(table.rows[0]![column]!))).toBeCloseTo(zone, 1);
  const presence = part("S1_eu_presence", "west_capped") + part("S3_presence_limits", "none");
  expect(Number(plainText(table.rows[2]![column]!))).toBeCloseTo(presence, 1);
});

test("of a package that leaves issues open nothing is said", () => {
  const { D1_dmz_depth: _, ...open } = presented.choices;
  expect(tierWorth(contextOf(open))).toEqual([]);
});
