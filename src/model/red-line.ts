import type { Day } from "#prelude";
import type { RedLine } from "./preference-sheet.ts";

/** In force on the day; a line without dates always is. Both ends count. */
export function isInForce(line: RedLine, on: Day): boolean {
  return (line.from === undefined || line.from <= on) && (line.until === undefined || on <= line.until);
}

export function isUndated(line: RedLine): boolean {
  return line.from === undefined && line.until === undefined;
}
