import { readdirSync, readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { editValue, type YamlEdit } from "./edit-value.ts";
import { editYaml, offsetOf, readYamlValue } from "./edit-yaml.ts";
import type { Path } from "./path.ts";
import type { YamlValue } from "./yaml-value.ts";

const sample = `# the head
title: A title # said so
list: [a, b] # two
empty:
issues:
  # group one

  first: # the first
    name: First
    options: { low: Less, high: More }
  # before second
  second:
    name: >-
      a folded text
      of two lines

    options:
      no: Nothing
      yes: All
rules:
  - id: one # a rule
    forbid: { first: low }
  # between rules
  - id: two
    forbid: { second: no }
# the foot
`;

const set = (path: YamlEdit["path"], value: YamlValue): YamlEdit => ({ kind: "set", path, value });

describe("an edit leaves everything around it to the letter", () => {
  test.each<[string, YamlEdit, string, string]>([
    ["a text", set(["title"], "Another"), "title: A title #", "title: Another #"],
    ["a text that must be quoted", set(["title"], "a: b # c"), "title: A title #", 'title: "a: b # c" #'],
    ["a list in brackets", set(["list"], ["a", "c"]), "[a, b]", "[a, c]"],
    ["something empty", set(["empty"], 3), "empty:\n", "empty: 3\n"],
    ["a part of something empty", set(["empty", "a", "b"], 3), "empty:\n", "empty: { a: { b: 3 } }\n"],
    ["one in braces", set(["issues", "first", "options", "high"], "Most"), "high: More", "high: Most"],
    ["one more in braces", set(["issues", "first", "options", "top"], "All"), "high: More }", "high: More, top: All }"],
    [
      "one more in a block",
      set(["issues", "second", "options", "maybe"], "Some"),
      "yes: All\n",
      "yes: All\n      maybe: Some\n",
    ],
    [
      "something new in a list's map",
      set(["rules", 0, "reason"], "So"),
      "{ first: low }\n",
      "{ first: low }\n    reason: So\n",
    ],
    [
      "a folded text",
      set(["issues", "second", "name"], "short"),
      ">-\n      a folded text\n      of two lines\n",
      "short\n",
    ],
    ["a key", { kind: "rename", path: ["issues", "first"], to: "premier" }, "  first: #", "  premier: #"],
    ["a pair of braces", { kind: "remove", path: ["issues", "first", "options", "low"] }, "low: Less, ", ""],
    [
      "an item of a list",
      { kind: "remove", path: ["rules", 0] },
      "  - id: one # a rule\n    forbid: { first: low }\n",
      "",
    ],
    ["a pair of a block", { kind: "remove", path: ["title"] }, "title: A title # said so\n", ""],
    [
      "the order in braces",
      { kind: "move", path: ["issues", "first", "options", "high"], by: -1 },
      "low: Less, high: More",
      "high: More, low: Less",
    ],
    [
      "the order of pairs",
      { kind: "move", path: ["issues", "second", "options", "no"], by: 1 },
      "no: Nothing\n      yes: All",
      "yes: All\n      no: Nothing",
    ],
  ])("%s", (_what, edit, before, after) => {
    expect(sample).toContain(before);
    expect(editYaml(sample, [edit])).toBe(sample.replace(before, after));
  });
});

test("a new list item is written below the last", () => {
  const rule = new Map<string, YamlValue>([
    ["id", "three"],
    ["forbid", new Map([["first", "high"]])],
    ["reason", "So"],
  ]);
  expect(editYaml(sample, [set(["rules", 2], rule)])).toContain(
    "    forbid: { second: no }\n  - { id: three, forbid: { first: high }, reason: So }\n# the foot",
  );
});

test("what is missing on the way is made", () => {
  expect(editYaml("a: 1\n", [set(["b", "c", "d"], "x")])).toBe("a: 1\nb: { c: { d: x } }\n");
});

test("a long text is folded", () => {
  const long = "word ".repeat(60).trim();
  const text = editYaml(sample, [set(["empty"], long)])!;
  expect(readYamlValue(text)).toEqual(editValue(readYamlValue(sample)!, set(["empty"], long)));
  expect(Math.max(...text.split("\n").map((line) => line.length))).toBeLessThan(120);
});

test("what is not YAML, has no such place, or would have a key twice is not edited", () => {
  expect(editYaml("a: [", [set(["a"], 1)])).toBeUndefined();
  expect(editYaml("a: *b", [set(["a"], 1)])).toBeUndefined();
  expect(editYaml("a: 1", [{ kind: "remove", path: ["b"] }])).toBeUndefined();
  expect(editYaml("a: 1\nb: 2", [{ kind: "rename", path: ["a"], to: "b" }])).toBeUndefined();
  expect(editYaml("a: 1", [{ kind: "move", path: ["a"], by: 1 }])).toBeUndefined();
});

test("a file without a break at its end, and one with Windows breaks, are edited too", () => {
  expect(editYaml("a: 1\nb: 2", [set(["c"], 3)])).toBe("a: 1\nb: 2\nc: 3");
  expect(editYaml("a: 1\nb: 2", [{ kind: "remove", path: ["b"] }])).toBe("a: 1");
  const windows = editYaml("a: 1\r\nb: 2\r\n", [{ kind: "remove", path: ["a"] }]);
  expect(windows).toBe("b: 2\r\n");
});

test("where a part begins is found, or what is around it", () => {
  expect(sample.slice(offsetOf(sample, ["issues", "second"]))).toMatch(/^second:/);
  expect(sample.slice(offsetOf(sample, ["rules", 1, "nothing"]))).toMatch(/^id: two/);
});

const folder = new URL("../../../scenarios/", import.meta.url);
const shipped = readdirSync(folder, { recursive: true, encoding: "utf8" })
  .filter((path) => /(^|\/)(scenario|sheets\/\w+)\.yaml$/.test(path))
  .sort();
const texts = shipped.map((path) => readFileSync(new URL(path, folder), "utf8"));

/** Every way to a part of the value. */
function pathsOf(value: YamlValue, path: readonly (string | number)[] = []): readonly (readonly (string | number)[])[] {
  const own = path.length === 0 ? [] : [path];
  if (value instanceof Map) return [...own, ...[...value].flatMap(([key, inner]) => pathsOf(inner, [...path, key]))];
  if (Array.isArray(value)) return [...own, ...value.flatMap((inner, index) => pathsOf(inner, [...path, index]))];
  return own;
}

/** The comments of a text: whole lines, and those after something. None of the shipped texts has "#" inside a value's line otherwise. */
const comments = (text: string): readonly string[] =>
  text.split(/\r?\n/).flatMap((line) => /(?:^|\s)(#.*)$/.exec(line)?.[1] ?? []);

const scalar = fc.oneof(
  fc.integer({ min: -100, max: 100 }),
  fc.boolean(),
  fc.constantFrom(
    "plain",
    "a: b",
    "# not",
    "- dash",
    "no",
    "null",
    "12",
    "two\nlines",
    " spaces ",
    "é “quoted”",
    "'",
    "{x}",
  ),
  fc.string({ maxLength: 30 }),
  fc.lorem({ maxCount: 40 }),
);
const anyValue: fc.Arbitrary<YamlValue> = fc.letrec<{ value: YamlValue; map: YamlValue; list: YamlValue }>((tie) => ({
  value: fc.oneof({ depthSize: "small", withCrossShrink: true }, scalar, tie("map"), tie("list")),
  map: fc
    .array(fc.tuple(fc.stringMatching(/^[a-z0-9][a-z0-9_.-]{0,8}$/), tie("value")), { maxLength: 4 })
    .map((pairs) => new Map(pairs)),
  list: fc.array(tie("value"), { maxLength: 4 }),
})).value;

test("whatever is edited in a shipped file, the file then says what the edit says, and the rest keeps its comments", () => {
  let inPlace = 0;
  let runs = 0;
  const read = texts.map((text) => {
    const before = readYamlValue(text)!;
    return { text, before, paths: pathsOf(before) };
  });
  fc.assert(
    fc.property(
      fc.nat(),
      fc.nat(),
      fc.nat({ max: 4 }),
      anyValue,
      fc.stringMatching(/^[a-z]{1,6}$/),
      (file, place, kind, value, word) => {
        const { text, before, paths } = read[file % read.length]!;
        const path = paths[place % paths.length]!;
        const edit: YamlEdit =
          kind === 0
            ? { kind: "set", path, value }
            : kind === 1
              ? {
                  kind: "set",
                  path: [...path.slice(0, -1), typeof path.at(-1) === "number" ? path.at(-1)! : word],
                  value,
                }
              : kind === 2
                ? { kind: "remove", path }
                : kind === 3
                  ? { kind: "rename", path, to: word }
                  : { kind: "move", path, by: value === true ? -1 : 1 };
        const wanted = editValue(before, edit);
        const after = editYaml(text, [edit]);
        if (wanted === undefined) {
          expect(after).toBeUndefined();
          return;
        }
        runs++;
        expect(after).toBeDefined();
        expect([...entriesOf(readYamlValue(after!)!)]).toEqual([...entriesOf(wanted)]);
        // those within what was replaced may go with it
        const touched = edit.kind === "set" || edit.kind === "remove";
        const inside = touched ? new Set(comments(text.slice(...extent(text, paths, path)))) : new Set();
        const left = comments(after!);
        for (const comment of comments(text)) if (!inside.has(comment)) expect(left).toContain(comment);
        if (sharedLines(text, after!) > 0.9) inPlace++;
      },
    ),
    { numRuns: 300 },
  );
  expect(runs).toBeGreaterThan(100);
  expect(inPlace / runs).toBeGreaterThan(0.9); // the library's rewriting is the exception
});

/** In order, which equality of maps does not look at. */
function* entriesOf(value: YamlValue, path = ""): Iterable<string> {
  if (value instanceof Map) {
    yield `${path} map ${value.size}`;
    for (const [key, inner] of value) yield* entriesOf(inner, `${path}/${key}`);
  } else if (Array.isArray(value)) {
    yield `${path} list ${value.length}`;
    for (const [index, inner] of value.entries()) yield* entriesOf(inner, `${path}/${index}`);
  } else yield `${path} ${typeof value} ${String(value)}`;
}

/** From the line of the part to where the next part that is not inside it begins. */
function extent(text: string, paths: readonly Path[], path: Path): [number, number] {
  const from = text.lastIndexOf("\n", offsetOf(text, path)) + 1;
  const at = paths.findIndex((one) => one.join("/") === path.join("/"));
  const next = paths.slice(at + 1).find((one) => path.some((step, index) => one[index] !== step));
  return [from, next ? offsetOf(text, next) : text.length];
}

function sharedLines(before: string, after: string): number {
  const kept = new Set(after.split("\n"));
  const lines = before.split("\n");
  return lines.filter((line) => kept.has(line)).length / lines.length;
}
