import { expect, test } from "vitest";
import { draftOf, tinyAgenda } from "../../test/hidden-sheet.ts";
import { totalVariance, uncertainty, unsaidVariance } from "./uncertainty.ts";

const agenda = tinyAgenda(3, 2, 2);

test("with nothing said everything is open", () => {
  const all = uncertainty(agenda, draftOf(agenda, []), { draws: 2000 })!;
  expect(all.openness).toBeCloseTo(1, 1);
  expect(all.reservation.low).toBeCloseTo(5, -1);
  expect(all.reservation.high).toBeCloseTo(95, -1);
  // a weight of three is below w with chance 1 - (1 - w)^2
  expect(Math.abs(all.weights.i1!.mid - 100 * (1 - Math.SQRT1_2))).toBeLessThan(2);
  expect(Math.abs(all.weights.i1!.high - 100 * (1 - Math.sqrt(0.05)))).toBeLessThan(3);
});

test.each([
  { sizes: [3, 2, 2], free: [] },
  { sizes: [4, 1, 6], free: [] },
  { sizes: [4, 3, 2, 2], free: ["i0"] },
])("the variance of unsaid sheets is the one drawn: $sizes options, free scales $free", ({ sizes, free }) => {
  const unsaid = { ...draftOf(tinyAgenda(...sizes), []), freeScales: free };
  const { draws } = uncertainty(tinyAgenda(...sizes), unsaid, { draws: 6000 })!;
  const ratio = totalVariance(tinyAgenda(...sizes), draws) / unsaidVariance(tinyAgenda(...sizes), unsaid);
  expect(Math.abs(ratio - 1)).toBeLessThan(0.05);
});

test("what is stated is certain, and what is stated as a range stays within it", () => {
  const draft = draftOf(agenda, [
    { kind: "option-order", issue: "i0", order: [["o2"], ["o1"], ["o0"]] },
    { kind: "option-value", issue: "i0", option: "o1", low: 40, high: 60 },
    { kind: "swing", issue: "i1", against: "i0", low: 50, high: 50 },
    { kind: "swing", issue: "i2", against: "i0", low: 50, high: 50 },
    { kind: "reservation-range", low: 30, high: 50 },
  ]);
  const { weights, values, reservation, openness } = uncertainty(agenda, draft, { draws: 1000 })!;
  expect(weights.i0!.low).toBeCloseTo(50, 6);
  expect(weights.i0!.high).toBeCloseTo(50, 6);
  expect(weights.i2!.mid).toBeCloseTo(25, 6);
  expect(values.i0).toMatchObject({ o0: { low: 0, mid: 0, high: 0 }, o2: { low: 100, mid: 100, high: 100 } });
  expect(values.i0!.o1!.low).toBeCloseTo(41, 0);
  expect(values.i0!.o1!.high).toBeCloseTo(59, 0);
  expect(reservation.low).toBeGreaterThan(30);
  expect(reservation.high).toBeLessThan(50);
  expect(openness).toBeLessThan(0.5);
});

test("every further true statement leaves less open", () => {
  const steps = [
    { kind: "option-order", issue: "i0", order: [["o2"], ["o1"], ["o0"]] },
    { kind: "option-order", issue: "i1", order: [["o0"], ["o1"]] },
    { kind: "option-order", issue: "i2", order: [["o0"], ["o1"]] },
    { kind: "matters-most", issue: "i0" },
    { kind: "swing", issue: "i1", against: "i0", low: 40, high: 70 },
    { kind: "swing", issue: "i2", against: "i0", low: 10, high: 30 },
    { kind: "option-value", issue: "i0", option: "o1", low: 50, high: 60 },
  ] as const;
  const left = steps.map(
    (_, k) => uncertainty(agenda, draftOf(agenda, steps.slice(0, k + 1)), { draws: 1500 })!.openness,
  );
  expect(left).toEqual(left.toSorted((a, b) => b - a));
  expect(left.at(-1)).toBeLessThan(0.2);
});
