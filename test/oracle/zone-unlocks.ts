import { bitsIn, minimalRemovals } from "./conflicts.ts";
import { dominates } from "./efficient-vectors.ts";
import { bitsOf, type SettlementTable } from "./settlement-table.ts";

/** A minimal set of constraints to drop, and what the reservations among them must give for it: least cuts together. */
export type Unlock = {
  readonly remove: readonly number[]; // positions in the table's constraints
  /**
   * The shortfalls. Where equality refuses, a cut must go beyond them, by however little, so no cut is the least.
   * In whole units, by column of the table; no two alike, none below another. Empty when no reservation is dropped.
   */
  readonly cuts: readonly (readonly { readonly column: number; readonly cut: number }[])[];
};

export function zoneUnlocks(table: SettlementTable): readonly Unlock[] {
  const count = table.constraints.length;
  const all = 2 ** count - 1;
  return minimalRemovals(
    table.rows.map(({ met }) => met),
    count,
  ).map((removed) => {
    const kept = all & ~removed;
    const relaxed = bitsIn(removed & bitsOf(table, ({ ref }) => ref.kind === "reservation"));
    const columns = relaxed.map((bit) => table.parties.indexOf(table.constraints[Math.log2(bit)]!.ref.party));
    const cuts = new Map<string, number[]>();
    for (const row of table.rows) {
      if ((row.met & kept) !== kept || columns.length === 0) continue;
      const cut = columns.map((column) => Math.max(0, table.reservations[column]! - row.utilities[column]!));
      cuts.set(cut.join(" "), cut);
    }
    const minimal = [...cuts.values()].filter((cut) => ![...cuts.values()].some((other) => dominates(cut, other)));
    return {
      remove: bitsIn(removed).map((bit) => Math.log2(bit)),
      cuts: minimal.map((cut) => cut.map((amount, place) => ({ column: columns[place]!, cut: amount }))),
    };
  });
}
