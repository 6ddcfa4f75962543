/** At most this many rows of a table, spread evenly, the first and the last among them. */
export function spreadRows(count: number, most: number): readonly number[] {
  if (count <= most) return Array.from({ length: count }, (_, row) => row);
  return Array.from({ length: most }, (_, at) => Math.round((at * (count - 1)) / (most - 1)));
}

export type Ranked = { readonly row: number; readonly accepted: number };

/** The rows accepted in most draws first; those in equally many keep their order. Rows accepted in no draw are left out. */
export function mostAccepted(rows: readonly number[], accepted: ArrayLike<number>, most: number): readonly Ranked[] {
  return rows
    .map((row, at): Ranked => ({ row, accepted: accepted[at] ?? 0 }))
    .filter((one) => one.accepted > 0)
    .sort((a, b) => b.accepted - a.accepted || a.row - b.row)
    .slice(0, most);
}
