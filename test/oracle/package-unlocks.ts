import type { Package } from "#model";
import { dominates } from "./efficient-vectors.ts";
import { named, type Row, type SettlementTable, zoneRows } from "./settlement-table.ts";

/** The least number of issues that must change so that all consent, each set of that many, and the best changes of each. */
export type PackageUnlock = {
  readonly size: number;
  readonly sets: ReadonlyMap<string, readonly Row[]>; // issue ids in the agenda's order, joined by a space
};

/**
 * @param table on the package's own date.
 * @returns undefined where no settlement at all is accepted by all.
 */
export function packageUnlock(table: SettlementTable, pack: Package): PackageUnlock | undefined {
  const bySet = new Map<string, Row[]>();
  let size = Number.POSITIVE_INFINITY;
  for (const row of zoneRows(table)) {
    const chosen = named(table.scenario, row.choice);
    const changed = table.scenario.agenda.issues.map(({ id }) => id).filter((id) => chosen[id] !== pack.choices[id]);
    if (changed.length > size) continue;
    if (changed.length < size) bySet.clear();
    size = changed.length;
    const key = changed.join(" ");
    bySet.set(key, [...(bySet.get(key) ?? []), row]);
  }
  if (bySet.size === 0) return undefined;
  const consenting = ({ utilities }: Row): number[] => utilities.filter((_, column) => table.consents[column]);
  const sets = new Map(
    [...bySet].map(([key, rows]) => [
      key,
      rows.filter((row) => !rows.some((other) => dominates(consenting(other), consenting(row)))),
    ]),
  );
  return { size, sets };
}
