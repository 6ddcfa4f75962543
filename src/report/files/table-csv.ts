import type { Table, Text } from "../document/document.ts";
import { plainText } from "../document/plain-text.ts";

/**
 * The table as a CSV file: RFC 4180 (commas, CRLF, quotation marks doubled), one heading row. It begins with a byte
 * order mark, without which Excel takes names outside ASCII for another alphabet; other readers skip it.
 *
 * A number is written so that a machine reads it: "1,234.5" and "−3.0" become 1234.5 and -3.0. Any other cell that
 * begins with a character that makes a spreadsheet compute (=, +, -, @, tab, return) gets an apostrophe before it, so
 * that words from a scenario are never a formula.
 */
export function tableCsv(table: Table): string {
  const rows = [table.columns.map(({ title }) => title), ...table.rows];
  return `\ufeff${rows.map((row) => `${row.map((text) => cell(text)).join(",")}\r\n`).join("")}`;
}

function cell(text: Text): string {
  const words = plainText(text).trim();
  const number = asNumber(words);
  const safe = number ?? (/^[=+\-@\t\r＝＋－＠−]/.test(words) ? `'${words}` : words);
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** Only what our own number words print: signs, thousands separated in threes, decimals. A day or a range is text. */
function asNumber(words: string): string | undefined {
  if (!/^[+−-]?(\d{1,3}(,\d{3})+|\d+)(\.\d+)?$/.test(words)) return undefined;
  return words.replace(/^\+/, "").replace("−", "-").replaceAll(",", "");
}
