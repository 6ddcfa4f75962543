import fc from "fast-check";
import { expect, test } from "vitest";
import { type Rational, rational } from "#prelude";
import { sheet } from "../../../test/tiny-scenario.ts";
import { integerScale, pointsPerValue } from "./integer-scale.ts";

const small = fc
  .tuple(fc.integer({ min: -400, max: 400 }), fc.integer({ min: 1, max: 40 }))
  .map(([num, den]) => rational(BigInt(num), BigInt(den)));
/** Sevenths of large powers: no common denominator that a double could hold. */
const awkward = fc
  .tuple(fc.bigInt(-(10n ** 30n), 10n ** 30n), fc.integer({ min: 1, max: 30 }))
  .map(([num, root]) => rational(num, 10n ** 28n + 3n ** BigInt(root)));

test("an exact scale makes every number whole, in proportion, and no coarser scale does", () => {
  fc.assert(
    fc.property(fc.array(small, { minLength: 1, maxLength: 8 }), (points) => {
      const scale = integerScale(points, points.length);
      expect([scale.exact, scale.error]).toEqual([true, 0]);
      const units = points.map(scale.toUnits);
      points.forEach(({ num, den }, k) => {
        expect(BigInt(units[k]!) * den * scale.units.den).toBe(num * scale.units.num);
      });
      // a coarser scale would divide all of them by a whole number
      const largest = Math.max(...units.map(Math.abs));
      for (let divisor = 2; divisor <= Math.min(largest, 2000); divisor++) {
        expect(units.every((value) => value % divisor === 0)).toBe(false);
      }
    }),
    { numRuns: 60 },
  );
});

test("numbers too fine for whole numbers are rounded, and no sum minus a reservation value is off by more than the bound", () => {
  fc.assert(
    fc.property(fc.array(awkward, { minLength: 3, maxLength: 9 }), awkward, (points, reservation) => {
      const scale = integerScale([...points, reservation], points.length);
      fc.pre(!scale.exact);
      const [rounded, exactly] = [points, [reservation]].map((side) =>
        side.reduce((sum, x) => sum + scale.toUnits(x), 0),
      );
      const surplus = rounded! - exactly!;
      expect(Number.isSafeInteger(surplus)).toBe(true);
      // the difference times both denominators, in whole numbers
      const { num, den } = minus(points.reduce(plus), reservation);
      const apart = BigInt(surplus) * den * scale.units.den - num * scale.units.num;
      const bound = BigInt(2 * scale.error) * den * scale.units.den;
      expect(2n * (apart < 0n ? -apart : apart) <= bound).toBe(true);
    }),
    { numRuns: 100 },
  );
});

test("a number of units that is not whole on an exact scale is a broken promise", () => {
  const scale = integerScale([rational(1n, 2n)], 1);
  expect(scale.toUnits(rational(3n, 2n))).toBe(3);
  expect(() => scale.toUnits(rational(1n, 3n))).toThrow("not a whole number of units");
});

test("a value of an issue with a quarter of the weight is worth a quarter of its share of 100 points", () => {
  const estimate = sheet("A", { reservation: 0, issues: { land: [3, { keep: 1 }], money: [1, { some: 1 }] } });
  expect(pointsPerValue(estimate, 1, 50)).toEqual(rational(1n, 2n));
});

function plus(a: Rational, b: Rational): Rational {
  return { num: a.num * b.den + b.num * a.den, den: a.den * b.den };
}

function minus(a: Rational, b: Rational): Rational {
  return plus(a, { num: -b.num, den: b.den });
}
