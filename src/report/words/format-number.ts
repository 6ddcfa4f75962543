/**
 * Numbers as people read them: our own code instead of `Intl`, so that every machine prints the same characters.
 * The minus is U+2212, which has the width of a digit.
 */

/** Points of a sheet's scale: one decimal on a scale of 100, three on a scale of 1; more where less would print zero. */
export function points(value: number, scale = 100): string {
  const usual = scale >= 10 ? 1 : 3;
  const size = Math.abs(value);
  const needed = size > 0 && size < 0.5 * 10 ** -usual ? Math.min(9, Math.ceil(-Math.log10(size))) : usual;
  return fixed(value, needed);
}

/** The same with its sign, for surpluses and changes; zero has none. */
export function signedPoints(value: number, scale = 100): string {
  const text = points(value, scale);
  return value > 0 && /[1-9]/.test(text) ? `+${text}` : text;
}

/** `value` with so many decimals, thousands separated, never minus zero. */
export function fixed(value: number, decimals: number): string {
  if (!Number.isFinite(value)) return value > 0 ? "infinite" : value < 0 ? "−infinite" : "not a number";
  const text = rounded(Math.abs(value), decimals).toFixed(decimals);
  // beyond 10^21 toFixed falls back to exponents, which have no thousands to separate
  const [whole = "", fraction] = text.includes("e") ? [text] : text.split(".");
  const sign = value < 0 && /[1-9]/.test(text) ? "−" : "";
  return `${sign}${text.includes("e") ? whole : separated(whole)}${fraction === undefined ? "" : `.${fraction}`}`;
}

/** "rounded by less than 10^-12 points": how far off a value can be, as the next power of ten above it. */
export function roundingWords(error: number): string {
  if (!(error > 0)) return "rounded";
  return `rounded by less than 10^${Math.floor(Math.log10(error)) + 1} points`;
}

/** A judged number as it was written: 5, 0.35, 62.5. */
export function written(value: number): string {
  const text = fixed(value, 6);
  return text.includes(".") ? text.replace(/\.?0+$/, "") : text;
}

/** A share of one as per cent. */
export function percent(share: number): string {
  return `${fixed(share * 100, 1)} %`;
}

/**
 * A count given as decimal digits: separated up to nine digits, with its power of ten beside it up to eighteen, and
 * the power alone beyond, where nobody reads the digits.
 */
export function count(digits: string): string {
  if (!/^\d+$/.test(digits)) return digits;
  const plain = digits.replace(/^0+(?=\d)/, "");
  if (plain.length <= 9) return separated(plain);
  return plain.length <= 18 ? `${separated(plain)} (${powerOfTen(plain)})` : powerOfTen(plain);
}

/** A count whose last digits mean nothing, such as an estimate: the power of ten alone from ten digits on. */
export function roughCount(digits: string): string {
  const plain = digits.replace(/^0+(?=\d)/, "");
  return /^\d{10,}$/.test(plain) ? powerOfTen(plain) : count(digits);
}

/** "4.2 × 10^13", rounded half up from the digits themselves. */
export function powerOfTen(digits: string): string {
  const exponent = digits.length - 1;
  const tenths = Math.round(Number(digits.slice(0, 3).padEnd(3, "0")) / 10);
  return tenths >= 100 ? `1.0 × 10^${exponent + 1}` : `${Math.floor(tenths / 10)}.${tenths % 10} × 10^${exponent}`;
}

/** "1 settlement", "2 settlements". */
export function counted(number: number, one: string, many = `${one}s`): string {
  return `${separated(String(number))} ${number === 1 ? one : many}`;
}

/** Half up as written in decimals: 17.45 is 17.5, though its double lies a little below. */
function rounded(size: number, decimals: number): number {
  const unit = 10 ** decimals;
  return size * unit < 1e12 ? Math.round(size * unit + 1e-7) / unit : size;
}

function separated(digits: string): string {
  return digits.replace(/\B(?=(\d{3})+$)/g, ",");
}
