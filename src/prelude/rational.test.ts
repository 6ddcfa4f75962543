import fc from "fast-check";
import { expect, test } from "vitest";
import { toNumber } from "./rational.ts";

test.each([
  ["10^305, which a double holds", 10n ** 305n, 1n, 1e305],
  ["10^308, and less than nothing", -(10n ** 308n), 1n, -1e308],
  ["10^400, which it does not", 10n ** 400n, 1n, Number.POSITIVE_INFINITY],
  ["a ratio of two numbers that it does not hold", 7n * 10n ** 400n, 2n * 10n ** 400n, 3.5],
  ["10^400 in 10^100ths", 10n ** 400n, 10n ** 100n, 1e300],
  ["a number too small for it", -1n, 10n ** 400n, 0],
  ["nothing", 0n, 10n ** 400n, 0],
])("the nearest double to %s", (_, num, den, nearest) => {
  expect(toNumber({ num, den }) === nearest).toBe(true); // -0 is 0
});

test("a whole number of 53 bits times a power of two comes back, whatever else stands above and below the line", () => {
  const mantissa = fc.bigInt({ min: -(2n ** 53n), max: 2n ** 53n });
  fc.assert(
    fc.property(
      mantissa,
      fc.integer({ min: -1000, max: 960 }),
      fc.integer({ min: 0, max: 900 }),
      (whole, two, three) => {
        const common = 3n ** BigInt(three);
        const power = 2n ** BigInt(Math.abs(two));
        const num = whole * common * (two >= 0 ? power : 1n);
        const den = common * (two >= 0 ? 1n : power);
        const plain = Number(whole) * 2 ** two;
        // three roundings at most: above the line, below it, and of the quotient
        expect(Math.abs(toNumber({ num, den }) - plain)).toBeLessThanOrEqual(4e-16 * Math.abs(plain));
      },
    ),
    { numRuns: 500 },
  );
});
