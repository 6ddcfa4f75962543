import { type PreferenceSheet, weightTotal } from "#model";
import { divide, gcd, lcm, multiply, type Rational, rational, rationalOf, toNumber } from "#prelude";

/** How one party's utilities became whole numbers: `units` of them make one point of its scale. */
export type IntegerScale = {
  readonly units: Rational;
  /** Whether every number of the sheet became a whole number of units without rounding. */
  readonly exact: boolean;
  /** The largest error of a utility minus the reservation value, in units; 0 when exact. */
  readonly error: number;
  /** Points (exact) to units; throws when it is not whole on an exact scale. */
  readonly toUnits: (points: Rational) => number;
};

/** Sums of units stay below this, so that they are exact in a double with room for differences. */
const largestSum = 2 ** 51;

/**
 * The coarsest scale on which every payoff of the sheet, its reservation value and its cap are whole numbers. Where
 * that would leave the range of exact doubles, the finest power of ten that fits, with rounding and its error bound.
 * @param points every payoff that can be added up, in points; `addends` is the most of them one settlement adds up.
 */
export function integerScale(points: readonly Rational[], addends: number): IntegerScale {
  const largest = points.reduce((most, { num, den }) => Math.max(most, Math.abs(toNumber({ num, den }))), 1e-9);
  const denominator = points.reduce((all, { den }) => (all > 10n ** 40n ? all : lcm(all, den)), 1n);
  if (Number(denominator) * largest * addends < largestSum) {
    const divisor = points.reduce((all, { num, den }) => gcd(all, abs(num * (denominator / den))), 0n) || 1n;
    const units = rational(denominator, divisor);
    return { units, exact: true, error: 0, toUnits: (value) => whole(multiply(value, units)) };
  }
  const digits = Math.floor(Math.log10(largestSum / (largest * addends)));
  const units = digits >= 0 ? rational(10n ** BigInt(digits), 1n) : rational(1n, 10n ** BigInt(-digits));
  return {
    units,
    exact: false,
    error: 0.5 * (addends + 1),
    toUnits: (value) => rounded(multiply(value, units)),
  };
}

/** Points of one value of the issue: weight / total / of x scale. */
export function pointsPerValue(
  sheet: PreferenceSheet,
  weight: number,
  of: number,
  total = weightTotal(sheet),
): Rational {
  if (total.num === 0n) return rational(0n, 1n);
  return multiply(divide(rationalOf(weight), multiply(total, rationalOf(of))), rationalOf(sheet.scale));
}

function whole({ num, den }: Rational): number {
  if (den !== 1n) throw new Error(`${num}/${den} is not a whole number of units.`);
  return Number(num);
}

function rounded({ num, den }: Rational): number {
  const doubled = 2n * num + den;
  const floor = doubled / (2n * den) - (doubled < 0n && doubled % (2n * den) !== 0n ? 1n : 0n);
  return Number(floor);
}

function abs(value: bigint): bigint {
  return value < 0n ? -value : value;
}
