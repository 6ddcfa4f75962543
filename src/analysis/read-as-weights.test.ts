import { expect, test } from "vitest";
import type { Scenario } from "#model";
import { run } from "#prelude";
import { evidence, line, named, scenario, when } from "../../test/tiny-scenario.ts";
import { findSettlement } from "./agreement-zone/find-settlement.ts";
import type { AnalysisOptions } from "./options.ts";
import { readAsWeights } from "./read-as-weights.ts";
import { rulesInForce } from "./rules-in-force.ts";
import { problemOf } from "./space/problem.ts";
import { type SettlementSpace, settlementSpace } from "./space/settlement-space.ts";

/**
 * Points: A has land keep 60 / share 36 / give 0 and money 40 for some, and accepts from 65; B has land give 60 /
 * share 30 and money 40 for none. A refuses to share the land, whatever it gets.
 * With the line: A accepts only keep and some, which is nothing to B. Without it also share and some: 76 to A, 30 to B.
 */
const dispute = (needs: number, kind: "hard" | "declared" = "hard") =>
  scenario({
    issues: { land: ["keep", "share", "give"], money: ["none", "some"] },
    sheets: {
      A: {
        reservation: 65,
        issues: { land: [60, { keep: 100, share: 60, give: 0 }], money: [40, { none: 0, some: 100 }] },
        redLines: [line("no-sharing", when({ land: "share" }), { kind })],
        floors: [{ id: "worth-it", issue: "land", commitments: ["give"], min: 10, evidence: evidence() }],
      },
      B: {
        reservation: needs,
        issues: { land: [60, { keep: 0, share: 50, give: 100 }], money: [40, { none: 100, some: 0 }] },
      },
    },
    packages: [
      named("sharing", { land: "share", money: "some" }, { status: "presented" }),
      named("giving", { land: "give", money: "some" }, { status: "presented" }),
      named("open", { land: "share" }),
    ],
  });

function zoneOf(tried: Scenario, options: AnalysisOptions = {}): SettlementSpace {
  return settlementSpace(problemOf(tried, rulesInForce(tried, options)));
}

function weighed(needs: number, options: AnalysisOptions = {}, kind: "hard" | "declared" = "hard") {
  const tried = dispute(needs, kind);
  const zone = zoneOf(tried, options);
  return run(readAsWeights(tried, options, zone));
}

test("where a line alone stands in the way, without it the agreement zone opens and its option comes back", () => {
  expect(run(findSettlement(zoneOf(dispute(30)))).exists).toBe(false);
  const read = weighed(30)!;
  expect(read.exists).toEqual({ status: "exact", value: true });
  expect(read.optionsGained).toEqual([{ issue: "land", option: "share" }]);
  // only complete packages, and what would unlock a refused one: giving is one change from sharing
  expect(Object.keys(read.packages)).toEqual(["sharing", "giving"]);
  expect(read.packages.sharing).toEqual({ refusedBy: [] });
  expect(read.packages.giving!.refusedBy).toEqual([
    { party: "A", by: "value", shortfall: 25 },
    { party: "A", by: "floor", floor: "worth-it", issue: "land", option: "give", value: 0, min: 10 },
  ]);
  expect(read.packages.giving!.packageUnlocks).toMatchObject({
    status: "exact",
    size: 1,
    sets: [{ issues: ["land"], changes: [{ set: { land: "share" } }] }],
  });
});

test("where the values stand in the way too, setting the line aside gains nothing", () => {
  const read = weighed(60)!;
  expect(read.exists).toEqual({ status: "exact", value: false });
  expect(read.optionsGained).toEqual([]);
  expect(read.packages.sharing!.refusedBy).toEqual([{ party: "B", by: "value", shortfall: 30 }]);
  expect(read.packages.sharing!.packageUnlocks).toMatchObject({ status: "none" });
});

test("a declared line counts once the run enforces it; a run that enforces none has nothing to read differently", () => {
  expect(weighed(30, {}, "declared")).toBeUndefined();
  expect(weighed(30, { withoutRedLines: true })).toBeUndefined();
  expect(weighed(30, { declared: "all" }, "declared")!.optionsGained).toEqual([{ issue: "land", option: "share" }]);
});
