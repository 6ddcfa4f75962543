import fc from "fast-check";
import { expect, test } from "vitest";
import { divide, rational, rationalOf, subtract } from "#prelude";
import { parseDecimal, toDecimal } from "./decimal.ts";

test.each([
  ["0.025", 0.025],
  [" 12 ", 12],
  [".5", 0.5],
  ["5.", 5],
  ["+1E2", 100],
  ["-0", 0],
  ["1e16", undefined],
  ["1e-31", undefined],
  ["NaN", undefined],
  ["Infinity", undefined],
  ["0x1F", undefined],
  ["1,5", undefined],
  ["", undefined],
  ["null", undefined],
  [undefined, undefined],
])("the text %j is the number %j", (text, value) => {
  expect(parseDecimal(text)).toBe(value);
});

test.each([
  [1n, 3n, 0.333333333333333, 0.333333333333333],
  [2n, 3n, 0.666666666666667, 0.666666666666666],
  [-2n, 3n, -0.666666666666667, -0.666666666666667],
  [1n, 30000n, 0.0000333333333333333, 0.0000333333333333333],
  [123456789012345678901n, 1n, 123456789012345680000, 123456789012345680000],
])("%d/%d is %d, or %d downwards", (num, den, nearest, down) => {
  expect(toDecimal(rational(num, den))).toBe(nearest);
  expect(toDecimal(rational(num, den), "down")).toBe(down);
});

test("a finite decimal comes back as it was written, whichever way it is rounded", () => {
  fc.assert(
    fc.property(
      fc.integer({ min: -999_999_999, max: 999_999_999 }),
      fc.integer({ min: 0, max: 12 }),
      (digits, places) => {
        const value = Number(`${digits}e-${places}`);
        expect(toDecimal(rationalOf(value))).toBe(value === 0 ? 0 : value);
        expect(toDecimal(rationalOf(value), "down")).toBe(value === 0 ? 0 : value);
      },
    ),
  );
});

test("rounding down never exceeds the fraction, and both ways stay within 15 digits of it", () => {
  fc.assert(
    fc.property(fc.bigInt({ min: 1n, max: 10n ** 20n }), fc.bigInt({ min: 1n, max: 10n ** 20n }), (num, den) => {
      const value = rational(num, den);
      fc.pre(num / den < 10n ** 14n); // beyond it the digits before the point alone are 15
      const gap = subtract(value, rationalOf(toDecimal(value, "down")));
      expect(gap.num >= 0n).toBe(true);
      const relative = divide(subtract(value, rationalOf(toDecimal(value))), value);
      expect(Math.abs(Number(relative.num) / Number(relative.den))).toBeLessThan(1e-14);
    }),
  );
});
