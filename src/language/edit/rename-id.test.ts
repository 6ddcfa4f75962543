import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { parseScenario } from "../parse-scenario.ts";
import { sourceInShapes } from "./beside-references.ts";
import { readYamlValue } from "./edit-yaml.ts";
import { agendaMentions, type Named, sheetMentions } from "./references.ts";
import { countMentions, renameId } from "./rename-id.ts";

const folder = new URL("../../../scenarios/", import.meta.url);

function shipped(id: string): Readonly<Record<string, string>> {
  const own = new URL(`${id}/`, folder);
  const paths = readdirSync(own, { recursive: true, encoding: "utf8" }).filter((path) =>
    /\.(yaml|geojson)$/.test(path),
  );
  return Object.fromEntries(
    paths.map((path) => [path.replaceAll("\\", "/"), readFileSync(new URL(path, own), "utf8")]),
  );
}

const errors = (files: Readonly<Record<string, string>>): readonly string[] =>
  parseScenario(new Map(Object.entries(files))).diagnostics.map(({ code, message }) => `${code} ${message}`);

const declared = (files: Readonly<Record<string, string>>): readonly Named[] =>
  Object.entries(files).flatMap(([path, text]) => {
    if (path !== "scenario.yaml" && !path.startsWith("sheets/")) return []; // they declare nothing that can be renamed
    const value = readYamlValue(text)!;
    const mentions = path === "scenario.yaml" ? agendaMentions(value) : sheetMentions(value);
    return mentions.filter(({ declares }) => declares).map(({ of }) => of);
  });

// each renaming reads every file four times, so of the largest scenario one of each kind is enough
test.each([
  ["ukraine-2025", 1, Number.POSITIVE_INFINITY],
  ["essequibo-2025", 2, 11],
  ["scarborough-2025", 2, 11],
])(
  "whatever is renamed in %s, nothing is left that names it by its old id, and back again is as before",
  (id, ofEachKind, every) => {
    const files = shipped(id);
    expect(errors(files).filter((line) => line.startsWith("unknown"))).toEqual([]);
    const before = errors(files).length;
    const all = declared(files);
    const kinds = new Map<string, number>();
    let mentions = 0;
    for (const [index, what] of all.entries()) {
      const seen = kinds.get(what.kind) ?? 0;
      kinds.set(what.kind, seen + 1);
      if (seen >= ofEachKind && index % every !== 0) continue;
      const renamed = renameId(files, what, "renamed-here");
      expect(renamed, JSON.stringify(what)).toBeDefined();
      expect(errors(renamed!.files), JSON.stringify(what)).toHaveLength(before);
      expect(countMentions(renamed!.files, what), JSON.stringify(what)).toBe(0);
      expect(renamed!.mentions).toBe(countMentions(files, what));
      expect(renameId(renamed!.files, { ...what, id: "renamed-here" }, what.id)?.files).toEqual(files);
      mentions += renamed!.mentions;
    }
    expect([...kinds.keys()]).toEqual(expect.arrayContaining(["party", "issue", "option", "package", "source"]));
    expect(mentions).toBeGreaterThan(20);
  },
  60_000,
);

test("an option is renamed in its own issue only, and a line by its party", () => {
  const files = {
    "scenario.yaml": `issues:
  a: { options: { none: x, some: y } }
  b: { options: { none: x, some: y } }
packages:
  p: { set: { a: none, b: none } }
rules: { id: r, forbid: { a: { not: none }, b: [none, some] }, reason: x }
claims: { id: c, statement: x, source: s, question: { zone: { enforce: [P.stop, stop], answer: empty } } }
`,
    "sheets/P.yaml": `party: P
issues:
  a: { weight: 1, order: [none, [some]] }
  b: { weight: 1, values: { none: 1, some: 2 } }
red_lines: { id: stop, kind: hard, refuse: { a: none } }
`,
  };
  const option = renameId(files, { kind: "option", issue: "a", id: "none" }, "nothing")!;
  expect(option.mentions).toBe(4);
  expect(option.files["scenario.yaml"]).toContain("a: { options: { nothing: x, some: y } }");
  expect(option.files["scenario.yaml"]).toContain("set: { a: nothing, b: none }");
  expect(option.files["scenario.yaml"]).toContain("a: { not: nothing }, b: [none, some]");
  expect(option.files["sheets/P.yaml"]).toContain("order: [nothing, [some]]");
  expect(option.files["sheets/P.yaml"]).toContain("refuse: { a: nothing }");
  const line = renameId(files, { kind: "line", party: "P", id: "stop" }, "halt")!;
  expect(line.files["scenario.yaml"]).toContain("enforce: [P.halt, halt]");
});

test("an id that is taken, or a file that is not YAML, is not renamed", () => {
  const files = { "scenario.yaml": "issues:\n  a: { options: { x: } }\n  b: { options: { x: } }\n" };
  expect(renameId(files, { kind: "issue", id: "a" }, "b")).toBeUndefined();
  expect(renameId({ ...files, "sheets/P.yaml": "a: [" }, { kind: "issue", id: "a" }, "c")).toBeUndefined();
});

test("a renaming reaches durability.yaml and the map, and leaves GeoJSON what it is", () => {
  const files = shipped("ukraine-2025");
  const named = (what: Named) => Object.entries(renameId(files, what, "renamed-here")!.files);
  const changed = (what: Named) => named(what).flatMap(([path, text]) => (text === files[path] ? [] : [path]));
  expect(changed({ kind: "party", id: "RU" })).toEqual(expect.arrayContaining(["durability.yaml", "map/layers.yaml"]));
  expect(changed({ kind: "option", issue: "S1_eu_presence", id: "west_capped" })).toEqual(
    expect.arrayContaining(["durability.yaml", "map/layers.yaml"]),
  );
  const sources = named({ kind: "source", id: "RS0826" });
  const shapes = sources.filter(([path, text]) => path.endsWith(".geojson") && text !== files[path]);
  expect(shapes.length).toBeGreaterThan(0);
  for (const [path, text] of shapes) {
    expect(text).toContain('"renamed-here"');
    expect(text.replaceAll('"renamed-here"', '"RS0826"')).toBe(files[path]);
    expect(() => JSON.parse(text)).not.toThrow();
  }
});

test("the word of a source in a shape's name or note is no mention of it", () => {
  const text = `{ "properties": { "id": "S", "name": "S", "note": "\\"sources\\": [\\"S\\"]", "sources": ["R", "S"] } }`;
  expect(sourceInShapes(text, "S", "T")).toEqual({ text: text.replace('["R", "S"]', '["R", "T"]'), mentions: 1 });
  expect(sourceInShapes('{"sources":"S"}', "S", "T")).toEqual({ text: '{"sources":"T"}', mentions: 1 });
});
