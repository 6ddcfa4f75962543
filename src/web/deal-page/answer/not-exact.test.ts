import { expect, test } from "vitest";
import type { Analysis } from "#analysis";
import { notExact } from "./not-exact.ts";

const exact = { status: "exact", value: "1" };
const settled = { status: "exact", points: [{ ties: exact }] };

/** What the question asks of an analysis, and no more. */
function analysis(other: object = {}): Analysis {
  const whole = {
    parties: [{ ideal: exact }, {}],
    settlements: exact,
    settlementsWithoutDefinitionalRules: exact,
    agreementZone: { exists: exact, count: exact },
    frontier: { status: "exact" },
    solutions: { nashBargaining: settled, kalaiSmorodinsky: { status: "empty", points: [] } },
    conflicts: exact,
    zoneUnlocks: exact,
    redLinePrices: [],
    packages: { p: { packageUnlocks: { status: "none" } } },
    ...other,
  };
  return whole as unknown as Analysis;
}

test("an answer that is exact in every part leaves nothing to tell", () => {
  expect(notExact(analysis())).toEqual([]);
});

test("everything else is called exact only when it is", () => {
  const bounded = { frontier: { status: "bounded" } };
  expect(notExact(analysis(bounded))).toEqual([{ part: "frontier", status: "bounded" }]);
  const counted = { agreementZone: { exists: exact, count: { status: "estimate" } } };
  expect(notExact(analysis({ ...bounded, ...counted }))).toEqual([
    { part: "frontier", status: "bounded" },
    { part: "count", status: "estimate" },
  ]);
  const tied = { solutions: { utilitarian: { status: "exact", points: [{ ties: { status: "bounded" } }] } } };
  expect(notExact(analysis(tied))).toEqual([{ part: "ties", status: "bounded" }]);
  const unlocks = {
    packages: { p: { packageUnlocks: { status: "bounded" } }, q: { packageUnlocks: { status: "unknown" } } },
  };
  expect(notExact(analysis(unlocks))).toEqual([{ part: "unlocks", status: "unknown" }]);
});

test("where the agreement zone is empty, the frontier that is shown is the one that counts", () => {
  const drawn = { frontier: { status: "exact" }, frontierBeforeReservations: { status: "bounded" } };
  expect(notExact(analysis(drawn))).toEqual([{ part: "frontier", status: "bounded" }]);
});
