import { readFileSync } from "node:fs";
import { join } from "node:path";
import { type EmbeddedFont, type HtmlReportInput, htmlReport, type ListedFont, neededFonts } from "#report";
import { packageRoot } from "./package-root.ts";

/** The answer as one page that needs nothing else, with the fonts its text is set in. */
export function reportPage(input: Omit<HtmlReportInput, "fonts">): string {
  return htmlReport({ ...input, fonts: reportFonts(JSON.stringify(input.scenario)) });
}

/**
 * The fonts a page with this text needs, out of those the build put into dist/fonts; a page in English stays small. None
 * when they are not there (an install that was never built): the page then uses the reader's own.
 */
function reportFonts(text: string): readonly EmbeddedFont[] {
  const folder = join(packageRoot(), "dist", "fonts");
  try {
    const list: readonly ListedFont[] = JSON.parse(readFileSync(join(folder, "fonts.json"), "utf8")); // written by bin/build.js
    return neededFonts(list, text).map(({ file, family, weight, range }) => ({
      family,
      weight,
      range,
      data: readFileSync(join(folder, file)).toString("base64"),
    }));
  } catch {
    return [];
  }
}
