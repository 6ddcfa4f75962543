import type { YamlValue } from "#language";
import { child, idsOf, idsValue } from "./read-value.ts";

/** One clause of a condition: any of these options of the issue, or any but these. */
export type Clause = { readonly not: boolean; readonly options: readonly string[] };

export function readClause(value: YamlValue | undefined): Clause {
  const not = child(value, "not");
  return not === undefined ? { not: false, options: idsOf(value) } : { not: true, options: idsOf(not) };
}

export function writeClause({ not, options }: Clause): YamlValue {
  const value = idsValue(options) ?? [];
  return not ? new Map([["not", value]]) : value;
}
