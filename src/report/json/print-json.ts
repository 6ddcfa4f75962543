/**
 * JSON that a person can read and a program can compare: equal values give equal bytes. Keys are in alphabetical order
 * except at the top, where `order` leads; numbers are rounded to 10^-9, so that the last bits of floating point do not
 * show; no minus zero. A number that is none (not-a-number, infinity) prints as null: the contracts promise a number, so
 * that the tests, which hold what is printed to them, refuse it, while a person's run still prints the rest. What fits on a line of 120 characters stands on one.
 */
export function printJson(value: unknown, order: readonly string[] = []): string {
  return `${printed(tidied(value, order), 0)}\n`;
}

/** What bounds an error may be far smaller than 10^-9 and must not print as none: these keep two digits instead. */
const errorBounds = ["roundingError", "epsilon"];

function tidied(value: unknown, order: readonly string[], isBound = false): unknown {
  if (typeof value === "number")
    return isBound && Math.abs(value) < 1e-6 ? Number(value.toPrecision(2)) : tidyNumber(value);
  if (Array.isArray(value)) return value.map((one) => tidied(one, [], isBound));
  if (typeof value !== "object" || value === null) return value;
  const place = (key: string) => (order.includes(key) ? order.indexOf(key) : order.length);
  const entries = Object.entries(value)
    .filter(([, one]) => one !== undefined)
    .sort(([a], [b]) => place(a) - place(b) || (a < b ? -1 : a > b ? 1 : 0));
  return new Map(entries.map(([key, one]) => [key, tidied(one, [], isBound || errorBounds.includes(key))]));
}

/** To the nearest 10^-9; beyond 2^53 x 10^-9 a double has no such digits and stays as it is. */
export function tidyNumber(value: number): number | null {
  if (!Number.isFinite(value)) return null;
  if (Math.abs(value) >= 9_007_199) return value;
  return Math.round(value * 1e9) / 1e9 || 0; // "|| 0" turns minus zero round
}

/** Maps print as objects: an object would put keys such as "10" before all others. */
function printed(value: unknown, indent: number): string {
  const line = oneLine(value);
  if (line.length + indent <= 120) return line;
  const inner = " ".repeat(indent + 2);
  const close = " ".repeat(indent);
  if (Array.isArray(value)) {
    return `[\n${value.map((one) => inner + printed(one, indent + 2)).join(",\n")}\n${close}]`;
  }
  if (value instanceof Map) {
    const members = [...value].map(([key, one]) => `${inner}${JSON.stringify(key)}: ${printed(one, indent + 2)}`);
    return `{\n${members.join(",\n")}\n${close}}`;
  }
  return line;
}

function oneLine(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(oneLine).join(", ")}]`;
  if (value instanceof Map) {
    const members = [...value].map(([key, one]) => `${JSON.stringify(key)}: ${oneLine(one)}`);
    return members.length === 0 ? "{}" : `{ ${members.join(", ")} }`;
  }
  return JSON.stringify(value);
}
