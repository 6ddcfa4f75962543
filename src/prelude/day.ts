import type { Brand } from "./brand.ts";

/** A calendar day as written, `2025-08-26`; days compare as strings do. */
export type Day = Brand<string, "Day">;

const shape = /^(\d{4})-(\d{2})-(\d{2})$/;

/** The day, if `text` is one that exists in the Gregorian calendar (no 31 February). */
export function parseDay(text: string): Day | undefined {
  const match = shape.exec(text);
  if (!match) return undefined;
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
  const longest = [31, isLeap(year) ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1];
  return longest !== undefined && day >= 1 && day <= longest ? (text as Day) : undefined; // the one cast, beside the check
}

/** The day of a scenario whose files carry none, such as an imported one; a report prints no date for it. */
export const noDay = "1970-01-01" as Day; // a day that exists

function isLeap(year: number): boolean {
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
}
