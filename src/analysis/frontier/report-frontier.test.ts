import { expect, test } from "vitest";
import { run } from "#prelude";
import { scenario } from "../../../test/tiny-scenario.ts";
import { analyze } from "../analyze.ts";

/** Sixteen digits and a cap, as imported files have them: the weights cannot all become whole numbers. */
const uneven = scenario({
  issues: { land: ["keep", "share", "give"], money: ["none", "some", "all"] },
  sheets: {
    A: {
      reservation: 0,
      issues: {
        land: [0.4626635100680855, { keep: 7, share: 3, give: 0 }],
        money: [0.5373364899319145, { none: 0, some: 2, all: 3 }],
      },
    },
    B: {
      reservation: 0,
      issues: {
        land: [0.5373364899319145, { keep: 0, share: 1, give: 3 }],
        money: [0.4626635100680855, { none: 7, some: 5, all: 0 }],
      },
    },
  },
});
const capped = {
  ...uneven,
  sheets: uneven.sheets.map((each) => ({
    ...each,
    scale: 1,
    total: 1,
    cap: 1,
    issues: Object.fromEntries(
      Object.entries(each.issues).map(([id, preference]) => [
        id,
        { ...preference, of: Math.max(...Object.values(preference.values).map(({ mid }) => mid)) },
      ]),
    ),
  })),
};

test("every listed point has at least one settlement behind it, also where numbers were rounded and capped", () => {
  const { frontier, solutions } = run(analyze(capped));
  if (frontier.status === "unknown") throw new Error(frontier.reason);
  expect(frontier.size).toBeGreaterThan(2);
  for (const { ties } of frontier.points) expect(BigInt(ties)).toBeGreaterThanOrEqual(1n);
  for (const { points } of Object.values(solutions)) {
    for (const { ties } of points) expect(ties.status === "exact" && BigInt(ties.value) >= 1n).toBe(true);
  }
});
