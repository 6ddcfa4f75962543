import fc from "fast-check";
import { expect, test } from "vitest";
import { linesOf, sourceExcerpt } from "./source-excerpt.ts";

test("the word at the place is marked, with two lines before and after", () => {
  const lines = linesOf("one\r\ntwo\nparties: { UA: x }\nfour\nfive\nsix");
  expect(sourceExcerpt(lines, 3, 12)).toEqual([
    { number: 1, before: "one", marked: "", after: "" },
    { number: 2, before: "two", marked: "", after: "" },
    { number: 3, before: "parties: { ", marked: "UA", after: ": x }" },
    { number: 4, before: "four", marked: "", after: "" },
    { number: 5, before: "five", marked: "", after: "" },
  ]);
});

test("of a long line the part around the place is shown", () => {
  const [line] = sourceExcerpt([`${"a ".repeat(5000)}HERE${" b".repeat(5000)}`], 1, 10_001);
  expect(line?.marked).toBe("HERE");
  expect(`${line?.before}${line?.after}`.length).toBeLessThan(250);
});

test("signs that hide or turn the text around are shown by their number", () => {
  const [line] = sourceExcerpt(["a: \u202e1\0"], 1, 4);
  expect(line).toEqual({ number: 1, before: "a: ", marked: "‹202E›", after: "1‹0000›" });
});

test("any place of any text gives exactly one marked line, inside the text", () => {
  fc.assert(
    fc.property(
      fc.string({ unit: "binary", maxLength: 400 }),
      fc.integer({ min: -2, max: 50 }),
      fc.integer({ min: -2, max: 500 }),
      (text, line, column) => {
        const lines = linesOf(text);
        const excerpt = sourceExcerpt(lines, line, column);
        expect(excerpt.filter(({ marked }) => marked !== "")).toHaveLength(1);
        expect(excerpt.every(({ number }) => number >= 1 && number <= lines.length)).toBe(true);
      },
    ),
  );
});
