/**
 * The oracle's own exact fractions: bottom > 0, lowest terms. The engine has its own; sharing it would let one mistake
 * hide in both.
 */
export type Fraction = { readonly top: bigint; readonly bottom: bigint };

export const zero: Fraction = { top: 0n, bottom: 1n };

export function fraction(top: bigint, bottom = 1n): Fraction {
  if (bottom === 0n) throw new Error("division by zero");
  let [a, b] = [top < 0n ? -top : top, bottom < 0n ? -bottom : bottom];
  while (b > 0n) [a, b] = [b, a % b];
  const divisor = bottom < 0n ? -a : a;
  return { top: top / divisor, bottom: bottom / divisor };
}

/** The decimal as a person would write it: 0.1 is one tenth, not the double nearest to it. */
export function decimal(value: number): Fraction {
  const [mantissa = "", exponent = "0"] = value.toString().split("e");
  const [whole = "", digits = ""] = mantissa.split(".");
  const power = Number(exponent) - digits.length;
  const top = BigInt(whole + digits);
  return power >= 0 ? fraction(top * 10n ** BigInt(power)) : fraction(top, 10n ** BigInt(-power));
}

export function plus(a: Fraction, b: Fraction): Fraction {
  return fraction(a.top * b.bottom + b.top * a.bottom, a.bottom * b.bottom);
}

export function minus(a: Fraction, b: Fraction): Fraction {
  return fraction(a.top * b.bottom - b.top * a.bottom, a.bottom * b.bottom);
}

export function times(a: Fraction, b: Fraction): Fraction {
  return fraction(a.top * b.top, a.bottom * b.bottom);
}

export function over(a: Fraction, b: Fraction): Fraction {
  return fraction(a.top * b.bottom, a.bottom * b.top);
}

/** -1, 0 or 1. */
export function order(a: Fraction, b: Fraction): -1 | 0 | 1 {
  const [left, right] = [a.top * b.bottom, b.top * a.bottom];
  return left < right ? -1 : left > right ? 1 : 0;
}

export function approximately(value: Fraction): number {
  // Two doubles and one division: within 1e-15, which is all a comparison with printed numbers needs. Beyond the range
  // of doubles both sides lose the same number of bits first.
  const bits = Math.max(value.top.toString(2).length, value.bottom.toString(2).length) - 1000;
  if (bits <= 0) return Number(value.top) / Number(value.bottom);
  return Number(value.top >> BigInt(bits)) / Number(value.bottom >> BigInt(bits));
}

/** The number whose shortest decimal is this fraction; undefined where it has no such decimal (one third). */
export function asWrittenNumber(value: Fraction): number | undefined {
  const number = approximately(value);
  return order(decimal(number), value) === 0 ? number : undefined;
}
