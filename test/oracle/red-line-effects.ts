import { distinctVectors, largest } from "./efficient-vectors.ts";
import type { Fraction } from "./fraction.ts";
import { type SettlementTable, zoneRows } from "./settlement-table.ts";
import { egalitarian, type Game, nashBargaining, utilitarian } from "./solutions.ts";

/** What the agreement zone is worth with some constraint left out. */
export type Effect = {
  readonly zoneExists: boolean;
  readonly count: number;
  readonly utilitarian: Fraction | undefined;
  readonly egalitarian: Fraction | undefined;
  readonly nashProduct: Fraction | undefined;
  /** Each consenting party's best in the zone, in whole units. */
  readonly ideals: readonly number[];
};

/** With everything enforced (no `without`), or with one constraint of the table dropped. */
export function zoneEffect(table: SettlementTable, without?: number): Effect {
  const dropped = without === undefined ? 0 : 1 << without;
  const all = 2 ** table.constraints.length - 1;
  const rows = without === undefined ? zoneRows(table) : table.rows.filter((row) => (row.met | dropped) === all);
  const game = zoneGame(table, rows);
  return {
    zoneExists: rows.length > 0,
    count: rows.length,
    utilitarian: utilitarian(game).value,
    egalitarian: egalitarian(game).value,
    nashProduct: nashBargaining(game).value,
    ideals: rows.length === 0 ? [] : game.reservations.map((_, column) => largest(game.vectors, column)),
  };
}

export function zoneGame(table: SettlementTable, rows: SettlementTable["rows"]): Game {
  const columns = consentingColumns(table);
  return {
    vectors: distinctVectors(rows, columns),
    reservations: columns.map((column) => table.reservations[column]!),
    unit: table.unit,
  };
}

export function consentingColumns(table: SettlementTable): readonly number[] {
  return table.parties.map((_, column) => column).filter((column) => table.consents[column]);
}
