import { type Row, rowsBeforeReservations, type SettlementTable, zoneRows } from "./settlement-table.ts";

/** `issue=option`, as strings. */
export type Dead = {
  /** In no rule-abiding settlement. */
  readonly byRules: readonly string[];
  /** In some rule-abiding settlement, but none that meets the lines and floors. */
  readonly byLine: readonly string[];
  /** In some settlement that meets the lines and floors, but none of the agreement zone. */
  readonly byValue: readonly string[];
};

export function deadOptions(table: SettlementTable): Dead {
  const everywhere = new Set(
    table.scenario.agenda.issues.flatMap((issue) => issue.options.map((option) => `${issue.id}=${option.id}`)),
  );
  const lawful = alive(table, table.rows);
  const tolerable = alive(table, rowsBeforeReservations(table));
  const accepted = alive(table, zoneRows(table));
  return {
    byRules: [...everywhere].filter((option) => !lawful.has(option)),
    byLine: [...lawful].filter((option) => !tolerable.has(option)),
    byValue: [...tolerable].filter((option) => !accepted.has(option)),
  };
}

function alive(table: SettlementTable, rows: readonly Row[]): Set<string> {
  const { issues } = table.scenario.agenda;
  const seen = new Set<string>();
  for (const row of rows) {
    row.choice.forEach((option, place) => {
      seen.add(`${issues[place]!.id}=${issues[place]!.options[option]!.id}`);
    });
  }
  return seen;
}
