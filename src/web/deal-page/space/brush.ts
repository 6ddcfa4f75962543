import type { FrontierTable } from "#compute/browser";
import type { PartyId } from "#model";

/** What a reader asks of the listed settlements: for each party at least and at most so many points, both ends counting. */
export type Ranges = Readonly<Record<PartyId, Range>>;
export type Range = { readonly least?: number; readonly most?: number };

/** The rows whose utilities lie within every range, ascending. Time O(rows x ranged parties). */
export function rowsWithin(table: FrontierTable, ranges: Ranges): Int32Array {
  const { parties, count, utilities } = table;
  const wide = parties.length;
  const asked = parties.flatMap((party, at) => {
    const range = ranges[party];
    return range ? [{ at, least: range.least ?? -Infinity, most: range.most ?? Infinity }] : [];
  });
  const kept = new Int32Array(count);
  let size = 0;
  rows: for (let row = 0; row < count; row++) {
    for (let i = 0; i < asked.length; i++) {
      const { at, least, most } = asked[i]!;
      const value = utilities[row * wide + at]!;
      if (value < least || value > most) continue rows;
    }
    kept[size++] = row;
  }
  return kept.subarray(0, size);
}

/** As fine as a range is asked for: tenths of a point, thousandths on a scale of one. */
export function rangeStep(scale: number): number {
  return scale >= 10 ? 0.1 : 0.001;
}

export function onStep(value: number, scale: number): number {
  const perPoint = Math.round(1 / rangeStep(scale));
  return Math.round(value * perPoint) / perPoint;
}

/** The party's range changed; one that asks for nothing is left out. */
export function withRange(ranges: Ranges, party: PartyId, { least, most }: Range): Ranges {
  const { [party]: _, ...others } = ranges;
  if (least === undefined && most === undefined) return others;
  return { ...others, [party]: { ...(least === undefined ? {} : { least }), ...(most === undefined ? {} : { most }) } };
}

/** The party's least and greatest value among the listed settlements; nothing when none is listed. */
export function extent({ parties, count, utilities }: FrontierTable, party: PartyId) {
  const at = parties.indexOf(party);
  if (at < 0 || count === 0) return undefined;
  let least = Infinity;
  let most = -Infinity;
  for (let row = 0; row < count; row++) {
    const value = utilities[row * parties.length + at]!;
    if (value < least) least = value;
    if (value > most) most = value;
  }
  return { least, most };
}
