import type { Condition, Issue, PreferenceSheet } from "#model";

type Table = Extract<PreferenceSheet["linkages"][number], { kind: "table" }>;

/** A cell of a table linkage: when it gives the option's value, what that is, and where it stands. */
export type TableCase = {
  readonly when: Condition;
  readonly value: number;
  /** Place of the linkage on the sheet. */
  readonly linkage: number;
  readonly given: string;
};

/** When a table gives the option's value: the first table with a cell for it wins. */
export function tableCases(
  sheet: PreferenceSheet,
  issue: string,
  option: string,
  issues: readonly Issue[],
): readonly TableCase[] {
  const tables = tablesOf(sheet, issue);
  return tables.flatMap((table, at) =>
    Object.entries(table.table).flatMap(([given, cells]) => {
      const cell = cells[option];
      if (!cell) return [];
      const when = [{ issue: table.given, options: [given] }, ...uncovered(tables.slice(0, at), option, issues)];
      return [{ when, value: cell.mid, linkage: sheet.linkages.indexOf(table), given }];
    }),
  );
}

export function tablesOf(sheet: PreferenceSheet, issue: string): readonly Table[] {
  return sheet.linkages.flatMap((linkage) => (linkage.kind === "table" && linkage.issue === issue ? [linkage] : []));
}

/** That none of the tables has a cell for the option. */
export function uncovered(tables: readonly Table[], option: string, issues: readonly Issue[]): Condition {
  return tables.map(({ given, table }) => ({
    issue: given,
    options: issues
      .find(({ id }) => id === given)!
      .options.map(({ id }) => id)
      .filter((id) => !table[id]?.[option]),
  }));
}
