import { noDay } from "#prelude";

/** "as of 2025-08-26", or "no date" for a scenario whose files carry none. */
export function dayWords(before: string, day: string): string {
  return day === noDay ? "no date" : `${before} ${day}`;
}
