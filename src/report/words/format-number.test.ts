import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { count, counted, fixed, percent, points, powerOfTen, roundingWords, signedPoints } from "./format-number.ts";

describe("points of a scale of 100 have one decimal", () => {
  test.each([
    [46.53, "46.5"],
    [17.45, "17.5"],
    [-21.26, "−21.3"],
    [0, "0.0"],
    [-0, "0.0"],
    [1234.5, "1,234.5"],
    [0.03, "0.03"],
    [-0.0004, "−0.0004"],
    [0.05, "0.1"],
  ])("%d is %s", (value, text) => {
    expect(points(value)).toBe(text);
  });
});

test("points of a scale of 1 have three", () => {
  expect(points(0.71849, 1)).toBe("0.718");
  expect(points(0.0001, 1)).toBe("0.0001");
});

test.each([
  [4.12, "+4.1"],
  [-30.9, "−30.9"],
  [0, "0.0"],
  [1e-12, "0.000000000"],
])("a change of %d carries its sign: %s", (value, text) => {
  expect(signedPoints(value)).toBe(text);
});

test.each([
  ["0", "0"],
  ["973", "973"],
  ["31500", "31,500"],
  ["123456789", "123,456,789"],
  ["42123456789012", "42,123,456,789,012 (4.2 × 10^13)"],
  ["9960000000", "9,960,000,000 (1.0 × 10^10)"],
  [`1${"0".repeat(40)}`, "1.0 × 10^40"],
  ["007", "7"],
])("a count of %s settlements is written %s", (digits, text) => {
  expect(count(digits)).toBe(text);
});

test("a count in words of a reason is left alone", () => {
  expect(count("more than the budget")).toBe("more than the budget");
});

test("the power of ten is within half of its last digit of the number", () => {
  fc.assert(
    fc.property(fc.bigInt({ min: 1000n, max: 10n ** 60n }), (number) => {
      const [mantissa = "", exponent = ""] = powerOfTen(String(number)).split(" × 10^");
      const value = Number(number) / 10 ** Number(exponent);
      // three leading digits decide the rounding, so a tie may fall by what follows them
      expect(Math.abs(value - Number(mantissa))).toBeLessThanOrEqual(0.05 + 0.01);
    }),
  );
});

test("numbers without thousands separators read back", () => {
  fc.assert(
    fc.property(fc.integer({ min: -1e9, max: 1e9 }), (number) => {
      expect(Number(fixed(number, 0).replaceAll(",", "").replace("−", "-"))).toBe(number || 0);
    }),
  );
});

test("shares, plurals and numbers beyond print", () => {
  expect(percent(0.9731)).toBe("97.3 %");
  expect(counted(1, "party", "parties")).toBe("1 party");
  expect(counted(12000, "draw")).toBe("12,000 draws");
  expect(fixed(Number.POSITIVE_INFINITY, 1)).toBe("infinite");
});

test.each([
  [3e-13, "rounded by less than 10^-12 points"],
  [1e-9, "rounded by less than 10^-8 points"],
  [0.02, "rounded by less than 10^-1 points"],
])("a rounding error of %d is %s", (error, words) => {
  expect(roundingWords(error)).toBe(words);
});
