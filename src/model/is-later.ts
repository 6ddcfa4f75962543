import { type Day, noDay } from "#prelude";
import type { Package } from "./package.ts";

/** Whether the package is dated after the day that the scenario's judgements are of. Never where either has no day. */
export function isLater({ date }: Pick<Package, "date">, asOf: Day): boolean {
  return date !== undefined && date !== noDay && asOf !== noDay && date > asOf;
}
