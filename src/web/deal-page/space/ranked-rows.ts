import type { FrontierTable } from "#compute/browser";
import type { PartyId } from "#model";

/** The first `most` of the rows by the party's value, best or worst first; equal values keep the rows' own order. */
export function rankedRows(
  { parties, utilities }: FrontierTable,
  rows: Int32Array,
  by: { readonly party: PartyId; readonly rising: boolean },
  most: number,
): readonly number[] {
  const at = parties.indexOf(by.party);
  const ordered = Array.from(rows);
  if (at >= 0) {
    const sign = by.rising ? 1 : -1;
    const value = (row: number) => utilities[row * parties.length + at]!;
    ordered.sort((a, b) => sign * (value(a) - value(b)) || a - b);
  }
  return ordered.slice(0, most);
}

/** At most `most` of the rows, evenly spread over their order, and always each party's best and worst. */
export function sampledRows(table: FrontierTable, rows: Int32Array, most: number): readonly number[] {
  if (rows.length <= most) return Array.from(rows);
  const kept = new Set<number>();
  for (const party of table.parties) {
    for (const rising of [false, true]) kept.add(extremeRow(table, rows, party, rising));
  }
  const spread = Math.max(1, most - kept.size);
  for (let i = 0; i < spread; i++) kept.add(rows[Math.floor((i * rows.length) / spread)]!);
  return [...kept].sort((a, b) => a - b);
}

function extremeRow({ parties, utilities }: FrontierTable, rows: Int32Array, party: PartyId, rising: boolean): number {
  const at = parties.indexOf(party);
  const sign = rising ? 1 : -1;
  return rows.reduce((best, row) => {
    const difference = utilities[row * parties.length + at]! - utilities[best * parties.length + at]!;
    return sign * difference < 0 ? row : best;
  }, rows[0]!);
}
