import { type Inline, inlines, type Table, type Text } from "../document/document.ts";
import type { Ink } from "./ink.ts";
import { type InkLine, wrapText } from "./ink-text.ts";

const gap = 2;

/**
 * A table in aligned columns within `width`. Long columns go on lines of their own under the row. What is still too
 * wide has its text columns narrowed and wrapped, and where even that is not enough each row is printed as a list.
 */
export function layoutTable(table: Table, width: number, ink: Ink, isEstimate: (party: string) => boolean): string[] {
  const whole = table.columns.reduce(
    (sum, column, index) =>
      sum + gap + Math.max(widest(column.title, ink), ...table.rows.map((row) => widest(row[index] ?? "", ink))),
    -gap,
  );
  const beside = table.columns.flatMap((column, index) =>
    column.long && table.columns.length > 2 && whole > width ? [] : [index],
  );
  const under = table.columns.flatMap((_, index) => (beside.includes(index) ? [] : [index]));
  const titles = table.columns.map((column) => shortTitle(column.title, isEstimate));
  const natural = beside.map((index) =>
    Math.max(widest(titles[index] ?? "", ink), ...table.rows.map((row) => widest(row[index] ?? "", ink))),
  );
  const room = width - gap * (beside.length - 1);
  const least = beside.map((index) => leastWidth(table, index, titles[index] ?? "", ink));
  // words are broken only where they do not fit whole
  const withWholeWords = least.map((one, at) => Math.max(one, wordWidth(table, beside[at] ?? 0, ink)));
  const widths = fitted(natural, withWholeWords, room) ?? fitted(natural, least, room);
  if (!widths) return table.rows.flatMap((row) => asList(row, titles, width, ink));
  const print = (cells: readonly Text[], paint: (text: string) => string) => {
    const wrapped = cells.map((cell, at) => wrapText(cell, widths[at] ?? 1, ink));
    const height = Math.max(...wrapped.map((lines) => lines.length));
    return Array.from({ length: height }, (_, line) =>
      wrapped
        .map((lines, at) =>
          padded(lines[line], widths[at] ?? 0, table.columns[beside[at] ?? 0]?.align ?? "start", paint),
        )
        .join(" ".repeat(gap))
        .trimEnd(),
    );
  };
  const head = print(
    beside.map((index) => titles[index] ?? ""),
    ink.strong,
  );
  return [
    ...head,
    ...table.rows.flatMap((row) => [
      ...print(
        beside.map((index) => row[index] ?? ""),
        (text) => text,
      ),
      ...under.flatMap((index) => {
        const cell = row[index] ?? "";
        return widest(cell, ink) === 0 ? [] : wrapText(cell, width - 4, ink).map((line) => `    ${line.printed}`);
      }),
    ]),
  ];
}

/** In the head of a column a party is its id, with a star when its numbers are an estimate. */
function shortTitle(title: Text, isEstimate: (party: string) => boolean): Text {
  return inlines(title).map(
    (inline): Inline =>
      typeof inline !== "string" && inline.kind === "party"
        ? { kind: "name", text: inline.party + (isEstimate(inline.party) ? "*" : "") }
        : inline,
  );
}

function widest(text: Text, ink: Ink): number {
  return Math.max(...wrapText(text, 10_000, ink).map((line) => line.width));
}

/** Numbers are never broken; words may be, down to a dozen columns. */
function leastWidth(table: Table, index: number, title: Text, ink: Ink): number {
  const cells = table.rows.map((row) => widest(row[index] ?? "", ink));
  const head = Math.max(...wrapText(title, 1, ink).map((line) => line.width), 1);
  if (table.columns[index]?.align === "end") return Math.max(longestWord(title, ink), ...cells);
  if (index === 0) return Math.max(head, Math.min(16, ...[Math.max(1, ...cells)]));
  return Math.max(head, Math.min(12, wordWidth(table, index, ink)));
}

function wordWidth(table: Table, index: number, ink: Ink): number {
  return Math.max(1, ...table.rows.map((row) => longestWord(row[index] ?? "", ink)));
}

function longestWord(text: Text, ink: Ink): number {
  const plain = wrapText(text, 10_000, { ...ink, strong: (one) => one, faint: (one) => one })[0]?.printed ?? "";
  return Math.max(1, ...plain.split(" ").map((word) => word.length));
}

/** Natural widths, shrunk from the widest down until they fit; undefined when they cannot. */
function fitted(natural: readonly number[], least: readonly number[], room: number): number[] | undefined {
  const widths = [...natural];
  let over = widths.reduce((sum, one) => sum + one, 0) - room;
  while (over > 0) {
    let at = -1;
    widths.forEach((one, index) => {
      if (one > (least[index] ?? 1) && (at < 0 || one > (widths[at] ?? 0))) at = index;
    });
    if (at < 0) return undefined;
    widths[at] = (widths[at] ?? 1) - 1;
    over -= 1;
  }
  return widths;
}

function padded(
  line: InkLine | undefined,
  width: number,
  align: "start" | "end",
  paint: (text: string) => string,
): string {
  if (!line) return " ".repeat(width);
  const space = " ".repeat(Math.max(0, width - line.width));
  return align === "end" ? space + paint(line.printed) : paint(line.printed) + space;
}

function asList(row: readonly Text[], titles: readonly Text[], width: number, ink: Ink): string[] {
  const [first = "", ...rest] = row;
  return [
    ...wrapText(first, width, ink).map((line) => line.printed),
    ...rest.flatMap((cell, index) => {
      if (widest(cell, ink) === 0) return [];
      const text: readonly Inline[] = [...inlines(titles[index + 1] ?? ""), ": ", ...inlines(cell)];
      return wrapText(text, width - 4, ink).map((line) => `    ${line.printed}`);
    }),
  ];
}
