import fc from "fast-check";
import { expect, test } from "vitest";
import type { PreferenceSheet } from "#model";
import { weightRange } from "./weight-range.ts";

test.each([
  [[14, 6, 3, 77], 154, 0.5],
  [[0.5, 0.3, 0.2], 1, 0.005],
  [[1, 1, 1], 2, 0.01],
  [[0, 0], 0.01, 0.005],
])("weights %j have a slider to %d in steps of %d", (weights, most, step) => {
  expect(weightRange(sheetOf(weights))).toEqual({ most, step });
});

test("every written weight lies on a step of its slider, with room above it", () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 1000 }), { minLength: 1, maxLength: 30 }), (tenths) => {
      const weights = tenths.map((weight) => weight / 10);
      const { most, step } = weightRange(sheetOf(weights));
      expect(step).toBeGreaterThan(0);
      for (const weight of weights) {
        expect(weight * 2).toBeLessThanOrEqual(most * (1 + 1e-9));
        expect(Math.abs(weight / step - Math.round(weight / step))).toBeLessThan(1e-4);
      }
    }),
  );
});

function sheetOf(weights: readonly number[]): PreferenceSheet {
  const issues = Object.fromEntries(
    weights.map((mid, at) => [`issue-${at}`, { weight: { low: mid, mid, high: mid } }]),
  );
  return { issues } as unknown as PreferenceSheet; // only its weights are looked at
}
