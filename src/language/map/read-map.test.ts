import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { parseScenario } from "../parse-scenario.ts";

const agenda = `schema: entente.scenario/1
id: valley
title: The valley
as_of: 2025-08-26
parties: { A: Alpha, B: Beta }
issues:
  depth: { options: { none: None, shallow: Shallow } }
  force: { options: { none: None, few: Few } }
sources:
  S1: { title: Report, publisher: Institute, date: 2025, kind: data, funding: not stated }
`;
const areaOf = (id: string) =>
  `{"type":"Feature","properties":{"id":"${id}"},"geometry":{"type":"Polygon","coordinates":[[[0,0],[1,0],[1,1],[0,0]]]}}`;
const lineOf = (id: string) =>
  `{"type":"Feature","properties":{"id":"${id}"},"geometry":{"type":"LineString","coordinates":[[0,0],[1,1]]}}`;
const collection = (...features: readonly string[]) =>
  `{"type":"FeatureCollection","features":[${features.join(",")}]}`;
const ground = collection(lineOf("line"), areaOf("west"), areaOf("east"));

const parse = (files: Readonly<Record<string, string>>) =>
  parseScenario(new Map([["scenario.yaml", agenda], ...Object.entries(files)]));

function mapOf(files: Readonly<Record<string, string>>) {
  const { scenario, diagnostics } = parse(files);
  expect(diagnostics).toEqual([]);
  return scenario!.map;
}
const featuresOf = (text: string) => mapOf({ "map/a.geojson": text })!.features;

test("a scenario without a map has none; shapes alone make one without tiers", () => {
  expect(mapOf({})).toBeUndefined();
  expect(mapOf({ "map/a.geojson": collection() })).toEqual({ features: [], tiers: [] });
  expect(mapOf({ "map/layers.yaml": "schema: entente.map/1\n" })).toEqual({ features: [], tiers: [] });
  expect(
    mapOf({ "map/below/a.geojson": "not read", "a.geojson": "nor this", "map/a.json": "nor this" }),
  ).toBeUndefined();
});

test("a feature keeps its id, name, date, note, sources and shape; other properties are left alone", () => {
  expect(
    featuresOf(
      `{"type":"Feature","id":"ignored","bbox":[1,2,3,4],"properties":{"id":"p","name":"Place","approx":false,` +
        `"as_of":"2025-08-26","note":"n","sources":["S1"],"vertices":62,"near":null},"geometry":{"type":"Point","coordinates":[30,50,120]}}`,
    ),
  ).toEqual([
    {
      id: "p",
      name: "Place",
      approximate: false,
      asOf: "2025-08-26",
      note: "n",
      sources: ["S1"],
      geometry: { type: "Point", coordinates: [30, 50] },
    },
  ]);
});

test("a shape that does not say how exact it is counts as approximate, and its status is part of its note", () => {
  const one = (properties: string) =>
    featuresOf(`{"type":"Feature","properties":{${properties}},"geometry":{"type":"Point","coordinates":[0,0]}}`)[0];
  expect(one('"id":"a_place"')).toMatchObject({ name: "a place", approximate: true, sources: [] });
  expect(one('"id":"a","approximate":false')?.approximate).toBe(false);
  expect(one('"id":"a","status":"illustrative"')).toMatchObject({ approximate: true, note: "illustrative" });
  expect(one('"id":"a","status":"illustrative","note":"Coarse."')?.note).toBe("Coarse. illustrative");
});

test("GeoJSON's own id will do, and a number is its digits", () => {
  const geometry = '"geometry":{"type":"Point","coordinates":[0,0]}';
  expect(featuresOf(`{"type":"Feature","id":"a","properties":null,${geometry}}`)[0]?.id).toBe("a");
  expect(featuresOf(`{"type":"Feature","properties":{"id":7},${geometry}}`)[0]?.id).toBe("7");
});

test.each([
  ["Point", "[0, 0]", [0, 0]],
  [
    "LineString",
    "[[0, 0], [-180, 90]]",
    [
      [0, 0],
      [-180, 90],
    ],
  ],
  [
    "MultiLineString",
    "[[[0, 0], [1, 1]], [[2, 2], [3, 3]]]",
    [
      [
        [0, 0],
        [1, 1],
      ],
      [
        [2, 2],
        [3, 3],
      ],
    ],
  ],
  [
    "Polygon",
    "[[[0, 0], [1, 0], [1, 1], [0, 0]]]",
    [
      [
        [0, 0],
        [1, 0],
        [1, 1],
        [0, 0],
      ],
    ],
  ],
  [
    "MultiPolygon",
    "[[[[0, 0], [1, 0], [1, 1], [0, 0]]]]",
    [
      [
        [
          [0, 0],
          [1, 0],
          [1, 1],
          [0, 0],
        ],
      ],
    ],
  ],
])("a %s is read", (type, text, coordinates) => {
  const [feature] = featuresOf(
    `{"type":"Feature","properties":{"id":"a"},"geometry":{"type":"${type}","coordinates":${text}}}`,
  );
  expect(feature?.geometry).toEqual({ type, coordinates });
});

test("JSON indented with tabs is read", () => {
  expect(featuresOf(collection(areaOf("a")).replaceAll(/([[{,])/g, "$1\n\t\t"))).toHaveLength(1);
});

test("tiers name what the shapes are for", () => {
  const tiers = mapOf({
    "map/a.geojson": ground,
    "map/layers.yaml": `schema: entente.map/1
evidence: { author: us, confidence: low }
tiers:
  - id: the_strip
    kind: demilitarised-zone
    line: line
    sides: { A: west, B: east }
    depth: depth
    depths: { none: {}, shallow: { A: 5, B: 2.5 } }
    patrol: force
    published_km: { low: 100, high: 140, sources: S1 }
  - { id: rear, name: Rear, kind: forces, party: A, area: west, without: the_strip, limits: force, note: n }
  - id: guard
    kind: presence
    parties: B
    issue: force
    areas: { few: east }
    from: line
    troops_per_brigade: { low: 3500, high: 5000, confidence: medium }
`,
  })!.tiers;
  expect(tiers).toEqual([
    {
      id: "the_strip",
      name: "the strip",
      kind: "demilitarised-zone",
      line: "line",
      sides: { A: "west", B: "east" },
      depth: "depth",
      depths: { none: {}, shallow: { A: 5, B: 2.5 } },
      patrol: "force",
      publishedKm: { low: 100, high: 140, sources: ["S1"] },
    },
    {
      id: "rear",
      name: "Rear",
      note: "n",
      kind: "forces",
      party: "A",
      area: "west",
      without: ["the_strip"],
      limits: ["force"],
    },
    {
      id: "guard",
      name: "guard",
      kind: "presence",
      parties: ["B"],
      issue: "force",
      areas: { few: "east" },
      from: "line",
      troopsPerBrigade: { low: 3500, high: 5000, evidence: { author: "us", confidence: "medium", sources: [] } },
      limits: [],
    },
  ]);
});

test("no two features of any files have one id", () => {
  const { diagnostics } = parse({ "map/a.geojson": ground, "map/b.geojson": collection(areaOf("west")) });
  expect(diagnostics).toMatchObject([
    {
      code: "duplicate-id",
      at: { file: "map/b.geojson", line: 1 },
      message: 'Two features have the id "west"; the first is in map/a.geojson.',
    },
  ]);
});

test("a feature left out for a mistake, or in a file that could not be read, is not called unknown", () => {
  const layers = "schema: entente.map/1\ntiers: [{ id: rear, kind: forces, party: A, area: west }]\n";
  const wrong = collection(areaOf("west").replace("[1,1]", "[1,100]"));
  const codes = (text: string) =>
    parse({ "map/a.geojson": text, "map/layers.yaml": layers }).diagnostics.map(({ code }) => code);
  expect(codes(wrong)).toEqual(["bad-position"]);
  expect(codes("{")).toEqual(["not-json"]);
  expect(codes(collection(areaOf("east")))).toEqual(["unknown-feature"]);
});

test.each([
  ["a file cut off", `{"type":"FeatureCollection",\n"features":[`, "2:13", "a value is missing", "cut off"],
  [
    "a comma at the end",
    `{"type":"FeatureCollection","features":[],\n}`,
    "2:1",
    "a key in quotes was expected",
    "comma",
  ],
  ["a comment", `// shapes\n${ground}`, "1:1", "a value was expected", "comment"],
  ["single quotation marks", "{'type':'FeatureCollection'}", "1:2", "a key in quotes was expected", "double quotation"],
  ["a key without marks", `{\n  type: "FeatureCollection"}`, "2:3", "a key in quotes was expected", "quotation"],
  ["a missing comma", `{"type":"FeatureCollection"\n"features":[]}`, "2:1", '"," or "}" was expected', "comma"],
  ["a text left open", `{"type":"Feature\n"}`, "1:9", "a text is not closed or holds a bad escape", "Close it"],
  [
    "a number that begins with 0",
    ground.replace("[1,1]", "[01,1]"),
    `1:${ground.indexOf("[1,1]") + 3}`,
    '"," or "]" was expected',
    "numbers",
  ],
  ["two values", `${ground}\n${ground}`, `2:1`, "text after the end", "one value"],
])("%s is told as JSON, with its place: %#", (_, text, place, what, fix) => {
  const { diagnostics } = parse({ "map/a.geojson": text });
  expect(diagnostics.map(({ code, at, message }) => [code, `${at.line}:${at.column}`, message])).toEqual([
    ["not-json", place, `This is not JSON: ${what}.`],
  ]);
  expect(diagnostics[0]!.fix).toContain(fix);
  expect(diagnostics[0]!.fix).not.toMatch(/YAML|[Ii]ndent/);
});

test("a hidden character in a file that is not JSON is told beside it; alone it is the one mistake", () => {
  const codes = (text: string) => parse({ "map/a.geojson": text }).diagnostics.map(({ code }) => code);
  expect(codes(`{"name":"a\u202eb",}`)).toEqual(["bidi-character", "not-json"]);
  expect(codes(ground.replace("west", "we\u202est"))).toContain("bidi-character");
  expect(codes(ground.replace("west", "we\u202est"))).not.toContain("not-json");
  expect(codes("  \n")).toEqual(["empty-file"]);
  expect(codes(`{"a":${"[".repeat(100)}`)).toEqual(["too-deep"]);
});

test("JSON indented with tabs, and JSON on one long line, is not called anything else for a mistake in it", () => {
  const wrong = collection(areaOf("west").replace("[1,1]", "[1,100]"));
  const long = wrong.replace('"properties":{', `"properties":{"${"k".repeat(3000)}":1,`);
  for (const text of [wrong, long, JSON.stringify(JSON.parse(wrong), null, "\t")]) {
    const { diagnostics } = parse({ "map/a.geojson": text });
    expect(diagnostics.map(({ code }) => code)).toEqual(["bad-position"]);
  }
});

test("an option of the issue that decides the depth is missed where the tier is silent about it", () => {
  const zone = (depths: string) =>
    `schema: entente.map/1\ntiers:\n  - { id: strip, kind: demilitarised-zone, line: line, sides: { A: west, B: east }, depth: depth,\n      depths: ${depths} }\n`;
  const found = (depths: string) =>
    parse({ "map/a.geojson": ground, "map/layers.yaml": zone(depths) }).diagnostics.map(
      ({ severity, code, at, message, fix }) => [severity, code, `${at.line}:${at.column}`, message, fix],
    );
  expect(found("{ shallow: { A: 5 }, none: {} }")).toEqual([]);
  expect(found("{ shallow: { A: 5 } }")).toEqual([
    [
      "warning",
      "missing-depth",
      "4:15",
      '`depths` says nothing about option "none" of "depth": how deep the strip is there is not known.',
      "Write `none: {}` if nothing is demilitarised, or how many km on each side.",
    ],
  ]);
  // an option whose depth has a mistake is not missed as well
  expect(found("{ none: {}, shallow: { A: deep } }").map(([, code]) => code)).toEqual(["wrong-type"]);
  expect(found("{ shallow: { A: 5 } }").length).toBe(1);
});

test("tiers drawn without each other in a circle are reported, every one of the circle and no other", () => {
  const tier = (id: string, without: string) =>
    `  - { id: ${id}, kind: forces, party: A, area: west, without: [${without}] }\n`;
  const layers = `schema: entente.map/1\ntiers:\n${tier("a", "b")}${tier("b", "c")}${tier("c", "b")}${tier("d", "a, c")}`;
  const { diagnostics } = parse({ "map/a.geojson": ground, "map/layers.yaml": layers });
  expect(diagnostics.map(({ code, at }) => `${at.line} ${code}`)).toEqual(["4 tier-cycle", "5 tier-cycle"]);
});

test("at most 200,000 positions are read, over all files, and the first beyond them is named", () => {
  const ring = Array.from({ length: 40_000 }, (_, index) => `[${index % 90},${index % 80}]`).join(",");
  const long = (id: string) =>
    `{"type":"Feature","properties":{"id":"${id}"},"geometry":{"type":"LineString","coordinates":[${ring}]}}`;
  const files = Object.fromEntries(["a", "b", "c", "d", "e", "f"].map((id) => [`map/${id}.geojson`, long(id)]));
  const { diagnostics } = parse(files);
  expect(diagnostics.map(({ code, at }) => `${at.file} ${code}`)).toEqual(["map/f.geojson too-many"]);
}, 30_000);

test.each(["ukraine-2025", "essequibo-2025", "scarborough-2025"])("the map of %s reads without a mistake", (name) => {
  const folder = new URL(`../../../scenarios/${name}/`, import.meta.url);
  const map = readdirSync(new URL("map/", folder)).map((file) => `map/${file}`);
  const files = new Map(["scenario.yaml", ...map].map((path) => [path, readFileSync(new URL(path, folder), "utf8")]));
  const { scenario, diagnostics } = parseScenario(files);
  expect(diagnostics.filter(({ at }) => at.file.startsWith("map/"))).toEqual([]);
  if (scenario) expect(scenario.map!.features.length).toBeGreaterThan(0);
});

test("a file read quickly as JSON gives what the reader that knows places gives", () => {
  const folder = new URL("../../../scenarios/ukraine-2025/map/", import.meta.url);
  const texts = readdirSync(folder).flatMap((file) =>
    file.endsWith(".geojson")
      ? [readFileSync(new URL(file, folder), "utf8").replaceAll(/"sources": ?\[[^\]]*\]/g, '"sources":["S1"]')]
      : [],
  );
  const odd = `{"type":"Feature","properties":{"id":"minus","name":7.50},"geometry":{"type":"Point","coordinates":[-0.0,1e1]}}`;
  for (const text of [...texts, ground, odd]) {
    const escaped = text.replace("{", '{"x":"\\u0041",'); // which the quick way leaves to the other
    expect(featuresOf(text)).toStrictEqual(featuresOf(escaped));
  }
  expect(featuresOf(odd)[0]).toMatchObject({ name: "7.50" });
});

test.each([
  [
    "a key that stands twice",
    `{"type":"FeatureCollection","type":"FeatureCollection","features":[]}`,
    "1:29 duplicate-key",
  ],
  [
    "a key with a meaning inside programs",
    `{"type":"FeatureCollection","features":[],"constructor":1}`,
    "1:43 reserved-key",
  ],
  ["a hidden character", `{"type":"FeatureCollection","features":[],"a":"\u202e"}`, "1:48 bidi-character"],
  ["an escaped hidden character", `{"type":"FeatureCollection","features":[],"a":"\\u202e"}`, "1:48 bidi-character"],
])("%s is reported in GeoJSON as in YAML", (_, text, wanted) => {
  const { diagnostics } = parse({ "map/a.geojson": text });
  expect(diagnostics.map(({ code, at }) => `${at.line}:${at.column} ${code}`)).toEqual([wanted]);
});
