import { readFileSync } from "node:fs";
import { join } from "node:path";
import { packageRoot } from "./package-root.ts";

/** One file of a face: the characters it draws, and the file itself. */
export type ReportFont = {
  readonly family: string;
  /** The span of a variable face, "200 900". */
  readonly weight: string;
  /** As CSS writes it: "U+0000-00FF,U+0131". */
  readonly unicodeRange: string;
  readonly base64: string;
};

type ListedFont = { readonly file: string; readonly family: string; readonly weight: string; readonly range: string };

/**
 * The fonts a page with this text needs, out of those the build put into dist/fonts; a page in English stays small. None
 * when they are not there (an install that was never built): the page then uses the reader's own.
 */
export function reportFonts(text: string): readonly ReportFont[] {
  const folder = join(packageRoot(), "dist", "fonts");
  try {
    const list: readonly ListedFont[] = JSON.parse(readFileSync(join(folder, "fonts.json"), "utf8")); // written by bin/build.js
    return list
      .filter(({ range }) => drawsAny(range, text))
      .map(({ file, family, weight, range }) => ({
        family,
        weight,
        unicodeRange: range,
        base64: readFileSync(join(folder, file)).toString("base64"),
      }));
  } catch {
    return [];
  }
}

/** Whether a character of the text, spaces aside, is in the range. */
function drawsAny(range: string, text: string): boolean {
  const spans = range.split(",").map((span) => {
    const [first = "", last = first] = span.trim().replace("U+", "").split("-");
    return `\\u{${first}}-\\u{${last}}`;
  });
  const inRange = new RegExp(`[${spans.join("")}]`, "u");
  return inRange.test(text.replace(/\s/g, ""));
}
