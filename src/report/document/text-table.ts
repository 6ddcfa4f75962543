import type { Table } from "./document.ts";

/** The table as text shows it: without the columns that only a page has room for. */
export function textTable(table: Table): Table {
  const kept = table.columns.map((column) => !column.pageOnly);
  if (kept.every((one) => one)) return table;
  return {
    ...table,
    columns: table.columns.filter((_, at) => kept[at]),
    rows: table.rows.map((row) => row.filter((_, at) => kept[at])),
  };
}
