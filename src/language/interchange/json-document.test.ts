import fc from "fast-check";
import { expect, test } from "vitest";
import { type JsonNode, readJson } from "./json-document.ts";

function plain(node: JsonNode): unknown {
  switch (node.kind) {
    case "object":
      return Object.fromEntries([...node.entries].map(([key, value]) => [key, plain(value)]));
    case "array":
      return node.items.map(plain);
    case "string":
      return node.value;
    case "number":
      return Number(node.text);
    case "literal":
      return JSON.parse(node.value);
  }
}

test("reads every JSON value as JavaScript reads it", () => {
  fc.assert(
    fc.property(fc.jsonValue({ maxDepth: 5 }), fc.constantFrom(0, 2), (value, indent) => {
      const text = JSON.stringify(value, null, indent);
      const read = readJson("a.json", text);
      expect(read.ok && plain(read.value)).toEqual(JSON.parse(text));
    }),
  );
});

test("refuses whatever JavaScript refuses, and texts cut off anywhere", () => {
  const whole = '{"a": [1, -2.5e3, "x\\n\\u00e9"], "b": {"c": true, "d": null}}';
  expect(readJson("a.json", whole).ok).toBe(true);
  for (let end = 0; end < whole.length; end++) expect(readJson("a.json", whole.slice(0, end)).ok).toBe(false);
  fc.assert(
    fc.property(fc.stringMatching(/^[[\]{}",:0-9a-z\\ .-]{1,12}$/), (text) => {
      let accepted = true;
      try {
        JSON.parse(text);
      } catch {
        accepted = false;
      }
      if (!accepted) expect(readJson("a.json", text).ok).toBe(false);
    }),
  );
});

test.each([
  ['{"a": 1,\n "a": 2}', 2, 2, "written twice"],
  ['{"a": 1\n "b": 2}', 2, 2, "expected"],
  ['["open', 1, 2, "not closed"],
  ["[1, 2] x", 1, 8, "after the end"],
])("points at the mistake in %j", (text, line, column, words) => {
  const read = readJson("a.json", text);
  expect(read.ok ? undefined : read.error.at).toEqual({ file: "a.json", line, column });
  expect(read.ok ? "" : read.error.message).toContain(words);
});
