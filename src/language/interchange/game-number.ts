import { type Rational, rational } from "#prelude";

const shape = /^([+-]?)(\d*)(?:\.(\d*))?(?:[eE]([+-]?\d{1,3}))?$/;
const longest = 200;

/** The exact number that is written: integer, decimal, fraction of either, with or without exponent; undefined if none. */
export function parseGameNumber(text: string): Rational | undefined {
  if (text.length > longest) return undefined;
  const [above, below, ...rest] = text.split("/");
  if (above === undefined || rest.length > 0) return undefined;
  const num = decimal(above);
  if (below === undefined || !num) return num;
  const den = decimal(below);
  return den && den.num !== 0n ? rational(num.num * den.den, num.den * den.num) : undefined;
}

/** A whole number from 0 to 999,999,999, as information sets, outcomes and counts are. */
export function parseGameIndex(text: string): number | undefined {
  return /^\d{1,9}$/.test(text) ? Number(text) : undefined;
}

/** `3`, `-7/2`. */
export function formatGameNumber({ num, den }: Rational): string {
  return den === 1n ? `${num}` : `${num}/${den}`;
}

function decimal(text: string): Rational | undefined {
  const match = shape.exec(text);
  if (!match) return undefined;
  const [, sign, whole = "", fraction = "", exponent = "0"] = match;
  if (whole === "" && fraction === "") return undefined;
  const power = Number(exponent) - fraction.length;
  const digits = BigInt(`${whole}${fraction}`) * (sign === "-" ? -1n : 1n);
  return power >= 0 ? rational(digits * 10n ** BigInt(power), 1n) : rational(digits, 10n ** BigInt(-power));
}
