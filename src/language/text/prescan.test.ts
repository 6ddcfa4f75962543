import fc from "fast-check";
import { expect, test } from "vitest";
import { isMap, isSeq, type Node, parseDocument } from "yaml";
import { deepest, prescan } from "./prescan.ts";

test.each([
  ["a quoted bracket", `a: '${"[".repeat(100)}'`],
  ["brackets in a comment", `a: 1 # ${"[".repeat(100)}`],
  ["brackets in a block text", `a: |\n  ${"[".repeat(100)}\n`],
  ["brackets inside a plain word", `a: x${"[".repeat(100)}`],
  ["stars, ampersands and exclamation marks in texts", "a: 2 * 3 & 4!\nb: '*x'\nc: \"!t\"\n"],
  ["many brackets side by side", `a: [${"[], ".repeat(100)}]`],
  ["many steps in and out", "a:\n  b:\n    c: 1\n".repeat(100)],
])("%s is nothing to refuse", (_, text) => {
  expect(prescan(text)).toEqual([]);
});

test("no text that passes makes the parser nest more than twice as deep as allowed", () => {
  const piece = fc.constantFrom(
    "[",
    "{a: ",
    "- ",
    "? ",
    "a: ",
    "\n",
    " ",
    "]",
    "}",
    ",",
    "a",
    ":",
    "  ",
    "|\n",
    "'",
    "# ",
  );
  let passed = 0;
  fc.assert(
    fc.property(fc.array(fc.tuple(piece, fc.constantFrom(1, 1, 3, 40)), { maxLength: 60 }), (pieces) => {
      const text = pieces.map(([one, times]) => one.repeat(times)).join("");
      if (prescan(text).length > 0) return;
      passed++;
      const { contents } = parseDocument(text, { uniqueKeys: false, logLevel: "silent" });
      expect(depth(contents)).toBeLessThanOrEqual(2 * deepest + 2);
    }),
    { numRuns: 1500 },
  );
  expect(passed).toBeGreaterThan(100);
});

function depth(node: Node | null): number {
  if (isSeq<Node>(node)) return 1 + Math.max(0, ...node.items.map(depth));
  if (isMap<Node, Node | null>(node))
    return 1 + Math.max(0, ...node.items.flatMap(({ key, value }) => [depth(key), depth(value)]));
  return 0;
}
