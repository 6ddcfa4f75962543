import type { YamlValue } from "#language";
import { idsOf, listOf } from "./read-value.ts";

/** Rank by option, from 1, as an order of the language states it; an option it leaves out has none. */
export function ranksOf(order: YamlValue | undefined, options: readonly string[]): ReadonlyMap<string, number> {
  const ranks = (listOf(order) ?? []).map(idsOf);
  return new Map(
    options.flatMap((id) => {
      const index = ranks.findIndex((tied) => tied.includes(id));
      return index < 0 ? [] : [[id, index + 1] as const];
    }),
  );
}

/** The order of these ranks, best first, ties in brackets; gaps between ranks close. */
export function orderValue(ranks: ReadonlyMap<string, number>): YamlValue {
  const levels = [...new Set(ranks.values())].sort((a, b) => a - b);
  return levels.map((level) => {
    const tied = [...ranks].filter(([, rank]) => rank === level).map(([id]) => id);
    return tied.length === 1 ? tied[0]! : tied;
  });
}
