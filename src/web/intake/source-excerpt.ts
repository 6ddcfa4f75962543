/** A line of a file around a place in it; of a long line, the part that matters. */
export type ExcerptLine = {
  readonly number: number;
  readonly before: string;
  /** What stands at the place; empty on other lines. */
  readonly marked: string;
  readonly after: string;
};

const around = 2;
const widest = 140;

/** @param lines  of the file, from `linesOf`. Line and column count from 1; places beyond the text give its nearest end. */
export function sourceExcerpt(lines: readonly string[], line: number, column: number): readonly ExcerptLine[] {
  if (lines.length === 0) return [];
  const place = Math.min(Math.max(1, line), lines.length);
  const from = Math.max(1, place - around);
  return lines.slice(from - 1, place + around).map((text, index): ExcerptLine => {
    const number = from + index;
    if (number !== place) return { number, before: shown(cut(text, 0)), marked: "", after: "" };
    const at = Math.min(Math.max(0, column - 1), text.length);
    // the word at the place; a single sign where there is none
    const length = /^[\w.-]+/.exec(text.slice(at, at + 60))?.[0].length ?? Math.min(1, text.length - at);
    const left = Math.max(0, at - widest / 2);
    return {
      number,
      before: (left > 0 ? "…" : "") + shown(text.slice(left, at)),
      marked: shown(text.slice(at, at + length)) || " ", // the end of a line is a place too
      after: shown(cut(text, at + length)),
    };
  });
}

export function linesOf(text: string): readonly string[] {
  return text.split(/\r\n|\n|\r/);
}

function cut(text: string, from: number): string {
  return text.length - from > widest ? `${text.slice(from, from + widest)}…` : text.slice(from);
}

/** Signs that are not seen, or that would turn the text around, are shown by their number. */
function shown(text: string): string {
  return text
    .replaceAll("\t", "  ")
    .replace(
      /[\p{Cc}\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/gu,
      (sign) => `‹${sign.codePointAt(0)!.toString(16).toUpperCase().padStart(4, "0")}›`,
    );
}
