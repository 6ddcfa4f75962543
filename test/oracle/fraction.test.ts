import { expect, test } from "vitest";
import { approximately, asWrittenNumber, decimal, fraction, minus, order, over, plus, times } from "./fraction.ts";

test("a decimal is read as a person writes it", () => {
  expect(decimal(0.35)).toEqual({ top: 7n, bottom: 20n });
  expect(decimal(-12.5)).toEqual({ top: -25n, bottom: 2n });
  expect(decimal(1e-7)).toEqual({ top: 1n, bottom: 10_000_000n });
  expect(decimal(2.5e21)).toEqual({ top: 2_500_000_000_000_000_000_000n, bottom: 1n });
  expect(decimal(0)).toEqual({ top: 0n, bottom: 1n });
});

test("fractions add, subtract, multiply, divide and compare exactly", () => {
  const [third, sixth] = [fraction(1n, 3n), fraction(-1n, -6n)];
  expect(plus(third, sixth)).toEqual(fraction(1n, 2n));
  expect(minus(sixth, third)).toEqual(fraction(-1n, 6n));
  expect(times(third, sixth)).toEqual(fraction(1n, 18n));
  expect(over(third, sixth)).toEqual(fraction(2n));
  expect(order(plus(decimal(0.1), decimal(0.2)), decimal(0.3))).toBe(0);
  expect(order(sixth, third)).toBe(-1);
});

test("a fraction is written as a number only where a decimal says it exactly", () => {
  expect(asWrittenNumber(fraction(369n, 10n))).toBe(36.9);
  expect(asWrittenNumber(fraction(1n, 3n))).toBeUndefined();
  expect(approximately(fraction(10n ** 400n, 4n * 10n ** 400n))).toBeCloseTo(0.25, 12);
});
