import fc from "fast-check";
import { expect, test } from "vitest";
import { mostAccepted, spreadRows } from "./efficient-sample.ts";
import { judgementEvidence } from "./judgement-evidence.ts";

test("rows are spread evenly, each once, the first and the last among them", () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 40_000 }), fc.integer({ min: 2, max: 1000 }), (count, most) => {
      const rows = spreadRows(count, most);
      expect(rows).toHaveLength(Math.min(count, most));
      expect(new Set(rows).size).toBe(rows.length);
      expect(rows[0]).toBe(0);
      expect(rows.at(-1)).toBe(count - 1);
    }),
  );
  expect(spreadRows(0, 1000)).toEqual([]);
});

test("the settlements accepted in most draws stand first, equals in their order, and those never accepted not at all", () => {
  expect(mostAccepted([0, 5, 9, 12], Int32Array.from([3, 7, 0, 7]), 2)).toEqual([
    { row: 5, accepted: 7 },
    { row: 12, accepted: 7 },
  ]);
  expect(mostAccepted([0, 5], Int32Array.from([0, 0]), 8)).toEqual([]);
});

test("a linkage's drawn cell leads to the linkage", () => {
  expect(judgementEvidence({ kind: "cell", party: "RU", linkage: "l", given: "a", option: "b" })).toEqual({
    kind: "linkage",
    party: "RU",
    linkage: "l",
  });
});
