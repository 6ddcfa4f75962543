import { expect, test } from "vitest";
import type { Choices } from "#model";
import { run } from "#prelude";
import { scenario } from "../../../test/tiny-scenario.ts";
import { rulesInForce } from "../rules-in-force.ts";
import { problemOf } from "../space/problem.ts";
import { settlementSpace } from "../space/settlement-space.ts";
import { packageUnlocks } from "./package-unlocks.ts";

/**
 * Points: A has land keep 40 / share 10 / give 0, money 35 for some, guard 25 for none; B has land give 60 / share 30,
 * money 0, guard 40 for a post. A accepts from 50, B from `needs`.
 */
const dispute = (needs: number) =>
  scenario({
    issues: { land: ["keep", "share", "give"], money: ["none", "some"], guard: ["none", "post"] },
    sheets: {
      A: {
        reservation: 50,
        issues: {
          land: [40, { keep: 100, share: 25, give: 0 }],
          money: [35, { none: 0, some: 100 }],
          guard: [25, { none: 100, post: 0 }],
        },
      },
      B: {
        reservation: needs,
        issues: {
          land: [60, { keep: 0, share: 50, give: 100 }],
          money: [0, { none: 0, some: 0 }],
          guard: [40, { none: 0, post: 100 }],
        },
      },
    },
  });

function unlocksOf(needs: number, choices: Choices, before?: Record<string, number>) {
  const tried = dispute(needs);
  const space = settlementSpace(problemOf(tried, rulesInForce(tried, {})));
  return run(packageUnlocks(space, choices, before));
}

test("a package one change away: each single change that all accept, the one that costs the losers least first", () => {
  // keep, some, none: 100 to A and 0 to B, who needs 30. By the guard alone: 75 and 40. By the land alone: share gives
  // 70 and 30, give 60 and 60, and neither beats the other.
  const unlocks = unlocksOf(30, { land: "keep", money: "some", guard: "none" }, { A: 100, B: 0 });
  expect(unlocks).toEqual({
    status: "exact",
    size: 1,
    sets: [
      {
        issues: ["guard"],
        changes: [{ set: { guard: "post" }, utilities: { A: 75, B: 40 }, change: { A: -25, B: 40 } }],
      },
      {
        issues: ["land"],
        changes: [
          { set: { land: "share" }, utilities: { A: 70, B: 30 }, change: { A: -30, B: 30 } },
          { set: { land: "give" }, utilities: { A: 60, B: 60 }, change: { A: -40, B: 60 } },
        ],
      },
    ],
  });
});

test("a package two changes away: one change is tried and is not enough", () => {
  // give, none, post: 0 and 100. A needs 50 and no single change brings it more than 40; of two, those that take land
  // from B leave it below 60, which leaves the money with the guard: 60 and 60.
  const unlocks = unlocksOf(60, { land: "give", money: "none", guard: "post" }, { A: 0, B: 100 });
  expect(unlocks).toEqual({
    status: "exact",
    size: 2,
    sets: [
      {
        issues: ["money", "guard"],
        changes: [{ set: { money: "some", guard: "none" }, utilities: { A: 60, B: 60 }, change: { A: 60, B: -40 } }],
      },
    ],
  });
});

test("a package that all accept needs no change, and where nothing is accepted no change is enough", () => {
  expect(unlocksOf(30, { land: "share", money: "some", guard: "none" })).toEqual({ status: "not-needed" });
  expect(unlocksOf(90, { land: "share", money: "some", guard: "none" })).toMatchObject({ status: "none" });
});

test("an issue that the package leaves open changes for free", () => {
  expect(unlocksOf(30, { money: "some", guard: "none" })).toEqual({ status: "not-needed" });
  expect(unlocksOf(60, { money: "none", guard: "none" })).toMatchObject({
    size: 1,
    sets: [{ issues: ["money"], changes: [{ set: { land: "give", money: "some" }, utilities: { A: 60, B: 60 } }] }],
  });
});

test("a search that is ended lists only ways that are enough, and says that it does not know them all", () => {
  const tried = dispute(30);
  const choices = { land: "keep", money: "some", guard: "none" };
  const before = { A: 100, B: 0 };
  const whole = unlocksOf(30, choices, before);
  const seen = new Set<string>();
  // ended after every possible number of steps
  for (let steps = 0; steps < 400; steps++) {
    const space = settlementSpace(problemOf(tried, rulesInForce(tried, {})));
    const search = packageUnlocks(space, choices, before);
    let step = search.next("continue");
    for (let at = 0; !step.done; at++) step = search.next(at < steps ? "continue" : "finish");
    const ended = step.value;
    seen.add(ended.status);
    if (ended.status === "exact") expect(ended).toEqual(whole);
    if (ended.status !== "bounded") continue;
    expect(ended.size).toBe(1);
    expect(ended.sets.length).toBeGreaterThan(0);
    for (const { changes } of ended.sets) {
      expect(changes.length).toBeGreaterThan(0);
      for (const { utilities } of changes) {
        expect(utilities.A).toBeGreaterThanOrEqual(50);
        expect(utilities.B).toBeGreaterThanOrEqual(30);
      }
    }
  }
  expect(seen).toContain("bounded");
  expect(seen).toContain("exact");
});
