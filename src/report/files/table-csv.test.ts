import { expect, test } from "vitest";
import { name, type Table, type Text } from "../document/document.ts";
import { tableCsv } from "./table-csv.ts";

const table = (...rows: readonly (readonly Text[])[]): Table => ({
  kind: "table",
  caption: "not part of the file",
  columns: [
    { title: "what", align: "start" },
    { title: "points, of 100", align: "end" },
  ],
  rows,
});

/** A reader of RFC 4180 that shares no code with the writer. */
function readCsv(text: string): string[][] {
  const rows: string[][] = [];
  const cells = /("(?:[^"]|"")*"|[^",\r\n]*)(,|\r\n)/gy;
  let row: string[] = [];
  for (const [, cell = "", end] of text.matchAll(cells)) {
    row.push(cell.startsWith('"') ? cell.slice(1, -1).replaceAll('""', '"') : cell);
    if (end === ",") continue;
    rows.push(row);
    row = [];
  }
  return rows;
}

test("what a table says comes back from its file, commas, quotation marks and new lines included", () => {
  const words = ['the "zone", as agreed', "two\r\nlines", "Запоріжжя", ""];
  const csv = tableCsv(table(...words.map((text) => [name(text), "1"])));
  expect(csv.startsWith('\ufeffwhat,"points, of 100"\r\n')).toBe(true);
  // a name has its control characters taken out wherever it is printed
  expect(readCsv(csv.slice(1)).slice(1)).toEqual([
    ['the "zone", as agreed', "1"],
    ["two  lines", "1"],
    ["Запоріжжя", "1"],
    ["", "1"],
  ]);
});

test.each([
  ["+12.5", "12.5"],
  ["−3.0", "-3.0"],
  ["1,234,567", "1234567"],
  ["−1,234.5", "-1234.5"],
  ["0", "0"],
])("the number %s is written for a machine, as %s", (shown, written) => {
  expect(readCsv(tableCsv(table(["a", shown])).slice(1))[1]).toEqual(["a", written]);
});

test.each(["2025-11-20", "12 of 15", "1,2", "10^18", "12.5 %", "3–5"])(
  "%s is no number and stays as it is",
  (shown) => {
    expect(readCsv(tableCsv(table(["a", shown])).slice(1))[1]).toEqual(["a", shown]);
  },
);

test.each(["=1+1", "+cmd", "-2+3", "@SUM(A1)", "−1 to 3", "＝1+1", '=HYPERLINK("http://x")'])(
  "%s is never a formula",
  (text) => {
    for (const cells of [
      [name(text), "1"],
      ["a", name(text)],
    ])
      expect(readCsv(tableCsv(table(cells)).slice(1))[1]).toContain(`'${text}`);
  },
);
