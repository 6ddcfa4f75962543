import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { hundredths, thousand } from "../../../test/oracle/deterrence-draws.ts";
import { largestShift, leastCredibility, type ShiftingPowerParameters, shiftingPower } from "./shifting-power.ts";

const worked: ShiftingPowerParameters = {
  winsNow: 0.3,
  winsLater: 0.8,
  decliningCost: 0.1,
  risingCost: 0.1,
  discount: 0.9,
};

const draws: fc.Arbitrary<ShiftingPowerParameters> = fc.record({
  winsNow: hundredths(0.01, 0.6),
  winsLater: hundredths(0.01, 0.98),
  decliningCost: hundredths(0.01, 0.3),
  risingCost: hundredths(0.01, 0.3),
  discount: hundredths(0.3, 0.98),
});
const sides = fc.constantFrom("declining", "rising");

describe("the worked example", () => {
  test("0.72 - 0.3 exceeds 0.1 + 0.09 by 0.23: war is unavoidable", () => {
    expect(shiftingPower(worked)).toEqual({ kind: "war-unavoidable", excess: expect.closeTo(0.23, 12) });
    expect(largestShift(worked)).toBeCloseTo(0.49 / 0.9, 12);
  });
  test("a guarantee that makes p2 0.4 must be believed to (0.8 - 0.49/0.9) / 0.4", () => {
    expect(leastCredibility(worked, 0.4)).toEqual({
      kind: "credibility",
      value: expect.closeTo((0.8 - 0.49 / 0.9) / 0.4, 12),
    });
  });
  test("one that changes too little, nothing, or for the worse is not enough, and a slow shift needs none", () => {
    expect(leastCredibility(worked, 0.6)).toEqual({ kind: "none-suffices" });
    expect(leastCredibility(worked, 0.8)).toEqual({ kind: "none-suffices" });
    expect(leastCredibility(worked, 0.9)).toEqual({ kind: "none-suffices" });
    expect(leastCredibility({ ...worked, winsLater: 0.5 }, 0.4)).toEqual({ kind: "none-needed" });
  });
  test("an indifferent side keeps the peace, and without a future no shift matters", () => {
    expect(shiftingPower({ ...worked, winsNow: 0.53 })).toEqual({ kind: "peace-possible", excess: 0 });
    expect(shiftingPower({ ...worked, discount: 0 }).kind).toBe("peace-possible");
    expect(largestShift({ ...worked, discount: 0 })).toBe(Number.POSITIVE_INFINITY);
  });
  test("if the rising side makes all offers, only (1 - 0.9) x 0.1 is borne", () => {
    expect(shiftingPower(worked, "rising")).toEqual({ kind: "war-unavoidable", excess: expect.closeTo(0.41, 12) });
    expect(largestShift(worked, "rising")).toBeCloseTo(0.31 / 0.9, 12);
  });
});

describe("the least credibility", () => {
  test("is where peace becomes possible, and not before", () => {
    fc.assert(
      fc.property(draws, hundredths(0, 1), sides, (parameters, guaranteed, offers) => {
        const at = (q: number) =>
          shiftingPower({ ...parameters, winsLater: (1 - q) * parameters.winsLater + q * guaranteed }, offers).kind;
        const least = leastCredibility(parameters, guaranteed, offers);
        if (least.kind === "none-needed") expect(at(0)).toBe("peace-possible");
        else if (least.kind === "none-suffices") {
          expect(at(0)).toBe("war-unavoidable");
          expect(at(1)).toBe("war-unavoidable");
        } else {
          expect(least.value).toBeGreaterThan(0);
          expect(least.value).toBeLessThanOrEqual(1);
          expect(at(least.value - 1e-6)).toBe("war-unavoidable");
          expect(at(Math.min(1, least.value + 1e-6))).toBe("peace-possible");
        }
      }),
      thousand,
    );
  });
  const partial = fc.tuple(draws, hundredths(0, 0.97), sides).filter(([parameters, guaranteed, offers]) => {
    const least = leastCredibility(parameters, guaranteed, offers);
    return least.kind === "credibility" && least.value < 1 - 1e-9;
  });
  test.each([
    ["winsLater", 0.01, 1],
    ["discount", 0.01, 1],
    ["winsNow", 0.01, -1],
    ["decliningCost", 0.01, -1],
    ["risingCost", 0.01, -1],
  ] as const)("as %s rises by %s it moves by the sign %s", (field, by, sign) => {
    fc.assert(
      fc.property(partial, ([parameters, guaranteed, offers]) => {
        const before = leastCredibility(parameters, guaranteed, offers);
        const after = leastCredibility({ ...parameters, [field]: parameters[field] + by }, guaranteed, offers);
        const value = { "none-needed": 0, "none-suffices": 2 };
        const [was, is] = [before, after].map((least) =>
          least.kind === "credibility" ? least.value : value[least.kind],
        );
        if (was === undefined || is === undefined) return;
        // the rising side's own offers leave the declining side nothing of the rising one's cost
        if (field === "risingCost" && offers === "rising") expect(is).toBe(was);
        else expect(Math.sign(is - was)).toBe(sign);
      }),
      thousand,
    );
  });
  test("whoever the rising side makes all offers to has more to fear", () => {
    fc.assert(
      fc.property(draws, (parameters) => {
        expect(shiftingPower(parameters, "rising").excess).toBeGreaterThan(shiftingPower(parameters).excess);
      }),
      thousand,
    );
  });
});
