import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { editYaml, readYamlValue, type YamlEdit, type YamlValue } from "#language";
import { readClause, writeClause } from "./condition-value.ts";
import { judgementEdits } from "./judgement-edits.ts";
import { numberOrText, readJudgement, writeJudgement } from "./judgement-value.ts";
import { orderValue, ranksOf } from "./order-value.ts";
import { addItem, child, freeId, items, type Part, partOf, removeItem, setField } from "./read-value.ts";

/** What a form would do: read the part, make the edits, write them into the text. */
function edited(text: string, path: readonly string[], edits: (part: Part) => readonly YamlEdit[]): string | undefined {
  const part = path.reduce(partOf, { value: readYamlValue(text), path: [] } as Part);
  return editYaml(text, edits(part));
}

describe("a field of a form changes its own place in the file", () => {
  test.each<[string, string, readonly string[], (part: Part) => readonly YamlEdit[], string]>([
    ["a text", "a: { name: x } # c\n", ["a"], (part) => setField(part, "name", "y"), "a: { name: y } # c\n"],
    [
      "a text taken away",
      "a: { name: x, note: n }\n",
      ["a"],
      (part) => setField(part, "note", undefined),
      "a: { name: x }\n",
    ],
    ["a name written short", "a: x # c\n", ["a"], (part) => setField(part, "name", "y"), "a: y # c\n"],
    [
      "a field beside a name written short",
      "a: x\n",
      ["a"],
      (part) => setField(part, "what", "w"),
      "a: { name: x, what: w }\n",
    ],
    ["a field of nothing yet", "a:\nb: 1\n", ["a"], (part) => setField(part, "what", "w"), "a: { what: w }\nb: 1\n"],
    ["a field taken from where it is not", "a: x\n", ["a"], (part) => setField(part, "what", undefined), "a: x\n"],
    ["the first item of a list", "b: 1\n", ["a"], (part) => addItem(part, "x"), "b: 1\na: [x]\n"],
    ["the second item of one without brackets", "a: x\n", ["a"], (part) => addItem(part, "y"), "a: [x, y]\n"],
    ["one more item", "a: [x, y]\n", ["a"], (part) => addItem(part, "z"), "a: [x, y, z]\n"],
    [
      "the last item, and the list with it",
      "a: [x]\nb: 1\n",
      ["a"],
      (part) => removeItem(part, items(part)[0]!),
      "b: 1\n",
    ],
    ["an item", "a: [x, y]\n", ["a"], (part) => removeItem(part, items(part)[0]!), "a: [y]\n"],
    [
      "a number with evidence beside it",
      "a: { low: 1, mid: 2, high: 3, why: so } # c\n",
      ["a"],
      (part) => judgementEdits(part, { low: "", mid: "5", high: "" }),
      "a: { mid: 5, why: so } # c\n",
    ],
    [
      "a number that becomes a range",
      "a: 5 # c\n",
      ["a"],
      (part) => judgementEdits(part, { low: "4", mid: "", high: "6" }),
      "a: [4, 6] # c\n",
    ],
  ])("%s", (_what, before, path, edits, after) => {
    expect(edited(before, path, edits)).toBe(after);
  });
});

test("a judgement is read and written in the shortest form, and says the same", () => {
  const number = fc.integer({ min: -50, max: 200 });
  const judgement: fc.Arbitrary<YamlValue> = fc.oneof(
    number,
    fc.tuple(number, number).map((pair): YamlValue => pair),
    fc.tuple(number, number, number).map(
      ([low, mid, high]): YamlValue =>
        new Map([
          ["low", low],
          ["mid", mid],
          ["high", high],
        ]),
    ),
    fc.tuple(number, number).map(
      ([low, mid]): YamlValue =>
        new Map([
          ["low", low],
          ["mid", mid],
        ]),
    ),
  );
  fc.assert(
    fc.property(judgement, (value) => {
      expect(writeJudgement(readJudgement(value))).toEqual(value);
    }),
  );
  expect(writeJudgement({ low: "", mid: "", high: "" })).toBeUndefined();
});

test("a number is taken with a comma or a point, and what is none stays as typed, for the language to say so", () => {
  expect([numberOrText("3,5"), numberOrText(" 4 "), numberOrText("many"), numberOrText("1,000,000")]).toEqual([
    3.5,
    4,
    "many",
    "1,000,000",
  ]);
});

test("a clause is the same after it was read and written", () => {
  for (const value of ["a", ["a", "b"], new Map([["not", "a"]]), new Map([["not", ["a", "b"]]])] satisfies YamlValue[])
    expect(writeClause(readClause(value))).toEqual(value);
});

test("an order is the same after it was read as ranks, and a rank between closes its gap", () => {
  const order: YamlValue = ["a", ["b", "c"], "d"];
  const ranks = ranksOf(order, ["a", "b", "c", "d"]);
  expect(orderValue(ranks)).toEqual(order);
  expect(orderValue(new Map(ranks).set("a", 4))).toEqual([["b", "c"], "d", "a"]);
});

test("a new id is one that nothing has", () => {
  expect(freeId("issue", ["issue-1", "issue-3"])).toBe("issue-4");
  expect(freeId("issue", [])).toBe("issue-1");
  expect(child(new Map([["a", 1]]), "a")).toBe(1);
});
