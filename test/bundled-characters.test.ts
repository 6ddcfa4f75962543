import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";

/**
 * The page brings its fonts along. A sign that none of them draws is a box on a machine without symbol fonts, so the page
 * says it with a word, or draws it.
 */
test("every sign that the page writes is in a font that comes with it", () => {
  const drawn = ranges(readFileSync("src/web/style/fonts.css", "utf8"));
  const missing = readdirSync("src/web", { recursive: true, encoding: "utf8" })
    .filter((name) => /\.(tsx?|css)$/.test(name) && !/\.test\.tsx?$/.test(name))
    .flatMap((name) =>
      readFileSync(`src/web/${name}`, "utf8")
        .split("\n")
        .flatMap((line, at) =>
          [...line]
            .filter((sign) => !drawn.some(([low, high]) => low <= sign.codePointAt(0)! && sign.codePointAt(0)! <= high))
            .map((sign) => `src/web/${name}:${at + 1} ${sign}`),
        ),
    );
  expect(drawn.length).toBeGreaterThan(10);
  expect(missing).toEqual([]);
});

/** "unicode-range: U+0000-00FF, U+0131" */
function ranges(css: string): readonly (readonly [number, number])[] {
  return [...css.matchAll(/U\+([0-9A-F]+)(?:-([0-9A-F]+))?/gi)].map(([, low, high]) => [
    Number.parseInt(low!, 16), // the pattern has it
    Number.parseInt(high ?? low!, 16),
  ]);
}
