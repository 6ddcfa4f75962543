import { type Rational, rational } from "#prelude";

const shape = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d{1,3})?$/i;

/** The number written in the text, if it is one that a judgement can be: zero, or from 1e-30 to 1e15 in size. */
export function parseDecimal(text: string | undefined): number | undefined {
  const trimmed = text?.trim();
  if (trimmed === undefined || trimmed.length > 400 || !shape.test(trimmed)) return undefined;
  const value = Number(trimmed);
  const size = Math.abs(value);
  if (size === 0) return 0;
  return size >= 1e-30 && size <= 1e15 ? value : undefined;
}

/**
 * The fraction as a double whose shortest decimal is the fraction itself wherever its decimal ends within 17
 * significant digits (as far as doubles can), else to 15 digits: rounded half up, or never upwards with `down`.
 */
export function toDecimal(value: Rational, rounding: "nearest" | "down" = "nearest"): number {
  if (value.num === 0n) return 0;
  const size = value.num < 0n ? -value.num : value.num;
  const whole = size / value.den;
  const before = whole === 0n ? -leadingZeros(size, value.den) : whole.toString().length;
  if (rounding === "nearest") {
    const places = Math.max(0, 17 - before);
    const scale = 10n ** BigInt(places);
    if ((value.num * scale) % value.den === 0n) return Number(`${(value.num * scale) / value.den}e-${places}`);
  }
  const places = Math.max(0, 15 - before);
  return Number(`${scaleDown(value, 10n ** BigInt(places), rounding)}e-${places}`);
}

/** The integer next to value x scale. */
function scaleDown(value: Rational, scale: bigint, rounding: "nearest" | "down"): bigint {
  const { num, den } = rational(value.num * scale, value.den);
  const doubled = rounding === "nearest" ? { num: 2n * num + den, den: 2n * den } : { num, den };
  const quotient = doubled.num / doubled.den;
  return doubled.num < 0n && quotient * doubled.den !== doubled.num ? quotient - 1n : quotient;
}

/** How many zeros follow the point of num/den, which is less than one. */
function leadingZeros(num: bigint, den: bigint): number {
  let zeros = 0;
  for (let scaled = num * 10n; scaled < den && zeros < 400; scaled *= 10n) zeros += 1;
  return zeros;
}
