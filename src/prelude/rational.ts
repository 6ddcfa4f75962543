/** An exact fraction in lowest terms; `den` is positive. Judgements are written as decimals, so every one is a rational. */
export type Rational = { readonly num: bigint; readonly den: bigint };

export function rational(num: bigint, den: bigint): Rational {
  if (den === 0n) throw new Error("A rational has no zero denominator.");
  const sign = den < 0n ? -1n : 1n;
  const divisor = gcd(num < 0n ? -num : num, den * sign) || 1n;
  return { num: (num * sign) / divisor, den: (den * sign) / divisor };
}

/** The decimal a person wrote: the shortest one that reads back as this number, so 0.35 is 7/20 and not a binary neighbour. */
export function rationalOf(value: number): Rational {
  const known = read.get(value);
  if (known) return known;
  const match = /^(-?)(\d+)(?:\.(\d+))?(?:e([+-]\d+))?$/.exec(String(value));
  if (!match) throw new Error(`Not a finite number: ${value}`);
  const fraction = match[3] ?? "";
  const digits = BigInt(`${match[1]}${match[2]}${fraction}`);
  const exponent = Number(match[4] ?? 0) - fraction.length;
  const exact =
    exponent >= 0 ? rational(digits * 10n ** BigInt(exponent), 1n) : rational(digits, 10n ** BigInt(-exponent));
  if (read.size >= mostRead) read.clear();
  read.set(value, exact);
  return exact;
}

/** The same few judgements are read thousands of times. */
const read = new Map<number, Rational>();
const mostRead = 4096;

export function add(a: Rational, b: Rational): Rational {
  return rational(a.num * b.den + b.num * a.den, a.den * b.den);
}

export function subtract(a: Rational, b: Rational): Rational {
  return rational(a.num * b.den - b.num * a.den, a.den * b.den);
}

export function multiply(a: Rational, b: Rational): Rational {
  return rational(a.num * b.num, a.den * b.den);
}

export function divide(a: Rational, b: Rational): Rational {
  return rational(a.num * b.den, a.den * b.num);
}

/** Negative, zero or positive as a is less than, equal to or greater than b. */
export function compare(a: Rational, b: Rational): number {
  const difference = a.num * b.den - b.num * a.den;
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}

/** The nearest double but for some roundings, also when numerator and denominator are beyond its range. */
export function toNumber(value: Rational): number {
  const bits = Math.max(bitLength(value.num), bitLength(value.den));
  if (bits <= 1000) return Number(value.num) / Number(value.den);
  // of the quotient 64 bits are kept, or 65, and set back into their place in two steps: one alone may leave the range
  const shift = bitLength(value.num) - bitLength(value.den) - 64;
  const quotient = shift >= 0 ? value.num / (value.den << BigInt(shift)) : (value.num << BigInt(-shift)) / value.den;
  const half = Math.trunc(shift / 2);
  return Number(quotient) * 2 ** half * 2 ** (shift - half);
}

export function gcd(a: bigint, b: bigint): bigint {
  while (b !== 0n) [a, b] = [b, a % b];
  return a;
}

export function lcm(a: bigint, b: bigint): bigint {
  return (a / gcd(a, b)) * b;
}

function bitLength(value: bigint): number {
  return (value < 0n ? -value : value).toString(2).length;
}
