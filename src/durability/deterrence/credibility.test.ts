import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { points, thousand } from "../../../test/oracle/deterrence-draws.ts";
import { credibility } from "./credibility.ts";

describe("credibility of a judged cost", () => {
  test("is 0 at low, one half at mid, 1 at high, and straight between", () => {
    const cost = { low: 10, mid: 20, high: 60 };
    expect([5, 10, 15, 20, 40, 60, 70].map((resolve) => credibility(resolve, cost))).toEqual([
      0, 0, 0.25, 0.5, 0.75, 1, 1,
    ]);
  });
  test("is a step where the judgement has no width, and a guarantor who is indifferent fights", () => {
    const cost = { low: 20, mid: 20, high: 20 };
    expect([19.9, 20, 20.1].map((resolve) => credibility(resolve, cost))).toEqual([0, 1, 1]);
  });
  test("jumps where two of the three judgements meet", () => {
    expect(credibility(10, { low: 10, mid: 10, high: 20 })).toBe(0.5);
    expect(credibility(9.9, { low: 10, mid: 10, high: 20 })).toBe(0);
    expect(credibility(19.9, { low: 10, mid: 20, high: 20 })).toBeCloseTo(0.495, 12);
    expect(credibility(20, { low: 10, mid: 20, high: 20 })).toBe(1);
  });
  test("is a chance that never falls as the resolve rises", () => {
    fc.assert(
      fc.property(
        fc.tuple(points(0, 50), points(0, 50), points(0, 50)),
        points(-10, 60),
        points(0, 20),
        (three, resolve, by) => {
          const [low = 0, mid = 0, high = 0] = three.toSorted((a, b) => a - b);
          const [less, more] = [resolve, resolve + by].map((at) => credibility(at, { low, mid, high }));
          expect(less).toBeGreaterThanOrEqual(0);
          expect(more).toBeLessThanOrEqual(1);
          expect(more).toBeGreaterThanOrEqual(less ?? Number.NaN);
        },
      ),
      thousand,
    );
  });
});
