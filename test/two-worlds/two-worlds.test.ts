import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { leaks } from "./leaks/index.ts";
import { pairs, runPair } from "./run-pair.ts";
import { addPair, noTotals } from "./totals.ts";
import { secretKinds } from "./world/secret.ts";

/** `npm run test:two-worlds` runs 2,000 pairs; this is the part of it for every day. */
const everyDay = 60;
/** In so many pairs a leak has to show. */
const mostPairs = 12;

test("not one byte that an outsider is sent depends on another's secret", async () => {
  const totals = noTotals();
  await fc.assert(
    fc.asyncProperty(pairs, async (pair) => {
      const result = await runPair(pair);
      expect(result.difference).toBeUndefined();
      addPair(totals, result);
    }),
    { numRuns: everyDay },
  );
  expect(totals.pairs).toBe(everyDay);
  // the histories are worth comparing
  expect(Object.keys(totals.byKind).length).toBe(secretKinds.length);
  expect(totals.steps).toBeGreaterThanOrEqual(50 * everyDay);
  expect(totals.secretEntries).toBeGreaterThan(10 * everyDay);
  expect(totals.entries).toBeGreaterThan(25 * everyDay);
  expect(totals.messages).toBeGreaterThan(150 * everyDay);
  const kinds = ["tabled", "accepted", "provisionally agreed", "adopted", "sealed yes answered", "group convened"];
  const seen = [
    "frame gone",
    "frame bye",
    "frame here",
    "frame not done",
    "HTTP 404",
    "HTTP 409",
    "refused under R4.1",
  ];
  for (const what of [...kinds, ...seen]) expect([what, totals.happened[what] ?? 0]).not.toEqual([what, 0]);
}, 240_000);

describe("the comparison sees", () => {
  test("at least 40 leaks, each of its own name", () => {
    expect(leaks.length).toBeGreaterThanOrEqual(40);
    expect(new Set(leaks.map(({ name }) => name)).size).toBe(leaks.length);
  });

  test.each(leaks)("$name: it tells $tells", async ({ secret, plant }) => {
    const caught: string[] = [];
    for (let seed = 0; caught.length === 0 && seed < mostPairs; seed++) {
      const pair = { seed: 8000 + seed, kind: secret, steps: 100, beside: false };
      const { difference } = await runPair(pair, { seams: plant, untilItDiffers: true });
      if (difference) caught.push(difference.seat);
    }
    expect(caught).toHaveLength(1);
  });

  test("nothing in the same pairs without a leak", async () => {
    for (const kind of secretKinds) {
      expect((await runPair({ seed: 8000, kind, steps: 100, beside: false })).difference).toBeUndefined();
    }
  });
});
