import type { DiagnosticCode } from "./diagnostic-codes.ts";
import { type Case, mark, withPackage } from "./diagnostics-fixture.ts";

const durability = `schema: entente.durability/1
guarantees:
  - { id: g, challenger: A, protege: B, guarantors: C, parameters: { prize: 4 } }
limits:
  - { id: l, holder: A, inspector: B }
aftermath:
  obligations: [{ id: o, party: A, breach: { id: attack }, responses: { id: answer, party: B, kind: intervene } }]
  statements: { A: [{ that: { answer: false } }] }
`;
const feature = (id: string, geometry: string) =>
  `{ "type": "Feature", "properties": { "id": "${id}" }, "geometry": ${geometry} }`;
const line = `{ "type": "LineString", "coordinates": [[30, 50], [31, 50]] }`;
const area = `{ "type": "Polygon", "coordinates": [[[30, 50], [31, 50], [31, 51], [30, 50]]] }`;
const shapes = `{ "type": "FeatureCollection", "features": [
${feature("line", line)},
${feature("west", area)},
${feature("east", area)} ] }`;
const layers = `schema: entente.map/1
tiers:
  - { id: strip, kind: demilitarised-zone, line: line, sides: { A: west, B: east }, depth: I, depths: { x: { A: 5, B: 5 }, y: {} } }
  - { id: rear, kind: forces, party: A, area: west, without: [strip] }
  - { id: guard, kind: presence, parties: [B], issue: J, areas: { x: east }, from: line }
`;

/** In durability.yaml, the text that stands for the first of these. */
const onDurability = (code: DiagnosticCode, right: string, wrong: string): Case => {
  if (!durability.includes(right)) throw new Error(`Nothing to replace: ${right}`);
  return { code, files: { "durability.yaml": durability.replace(right, wrong) } };
};
const onMap = (code: DiagnosticCode, right: string, wrong: string): Case => {
  const file = [shapes, layers].find((text) => text.includes(right));
  if (file === undefined) throw new Error(`Nothing to replace: ${right}`);
  const files = { "map/a.geojson": shapes, "map/layers.yaml": layers };
  return {
    code,
    files: { ...files, [file === shapes ? "map/a.geojson" : "map/layers.yaml"]: file.replace(right, wrong) },
  };
};
const asked = (code: DiagnosticCode, question: string): Case => ({
  code,
  scenario: `${withPackage}claims: [{ id: q, statement: s, source: S, question: ${question} }]\n`,
  files: { "durability.yaml": durability, "map/a.geojson": shapes, "map/layers.yaml": layers },
});
/** Mistakes in durability.yaml, in the map, and in questions that name what these declare. */
export const besideCases: readonly Case[] = [
  onDurability("missing-key", "{ id: l, holder: A, inspector: B }", `${mark}{ id: l, holder: A }`),
  onDurability("wrong-schema", "entente.durability/1", `${mark}entente.durability/2`),
  onDurability("unknown-key", "prize: 4", `${mark}prise: 4`),
  onDurability("unknown-key", "prize: 4", `prize: { value: 4, ${mark}wyh: so }`),
  onDurability("unknown-key", "breach: {", `breach: { ${mark}party: A,`),
  onDurability("wrong-type", "prize: 4", `prize: [1, ${mark}two]`),
  onDurability("wrong-type", "prize: 4", `prize: [{ value: 1, if: { I: x } }, { value: ${mark}two }]`),
  onDurability("wrong-type", "answer: false", `answer: ${mark}no way`),
  onDurability("missing-key", "prize: 4", `${mark}prize: { low: 1, high: 2 }`),
  onDurability("empty-list", "prize: 4", `prize: ${mark}[]`),
  onDurability("number-out-of-range", "prize: 4", `prize: ${mark}-4`),
  onDurability("number-out-of-range", "prize: 4", `intervention: { placeholder: ${mark}[0.5, 1.1] }`),
  onDurability("range-reversed", "prize: 4", `prize: { value: ${mark}[5, 4] }`),
  onDurability("unknown-word", "kind: intervene", `kind: ${mark}intervenes`),
  onDurability("unknown-party", "challenger: A", `challenger: ${mark}AA`),
  onDurability("unknown-party", "guarantors: C", `guarantors: [C, ${mark}D]`),
  onDurability("unknown-party", "statements: { A", `statements: { ${mark}X`),
  onDurability("unknown-issue", "prize: 4", `prize: { value: 4, if: { ${mark}K: x } }`),
  onDurability("unknown-option", "inspector: B", `inspector: B, if: { I: { not: ${mark}z } }`),
  onDurability("unknown-option", "guarantors: C", `guarantors: C, postures: { id: p, set: { I: ${mark}z } }`),
  onDurability("unknown-source", "prize: 4", `prize: { value: 4, sources: ${mark}T }`),
  onDurability("empty-condition", "prize: 4", `prize: { value: 4, if: ${mark}{} }`),
  onDurability("empty-condition", "{ answer: false }", `${mark}{}`),
  onDurability("duplicate-id", "responses: { id: answer", `responses: { id: ${mark}attack`),
  onDurability("duplicate-id", "limits:", `  - { id: ${mark}g, challenger: A, protege: B, guarantors: C }\nlimits:`),
  onDurability("unknown-lever", "answer: false", `${mark}anser: false`),
  onDurability("unknown-lever", "statements:", `impossible: [{ attack: true, ${mark}anser: true }]\n  statements:`),
  onDurability("value-or-placeholder", "prize: 4", `prize: ${mark}{ why: so }`),
  onDurability("value-or-placeholder", "prize: 4", `prize: [${mark}{ value: 4, placeholder: [1, 9] }]`),
  onDurability("value-or-placeholder", "prize: 4", `prize: [{ value: 4, if: { I: x } }, ${mark}{}]`),
  onDurability("unreachable-case", "prize: 4", `prize: [{ value: 4 }, ${mark}{ value: 5 }]`),
  onDurability(
    "unreachable-case",
    "prize: 4",
    `prize: [{ value: 4, if: { I: [x, y] } }, ${mark}{ value: 5, if: { J: x, I: y } }]`,
  ),
  onDurability("same-party", "protege: B", `protege: ${mark}A`),
  onDurability("same-party", "protege: B", `protege: ${mark}C`),
  onDurability("same-party", "inspector: B", `inspector: ${mark}A`),
  onDurability("too-many", "prize: 4", `${mark}prize: [${"{ value: 4 },".repeat(201)}]`),
  asked("unknown-guarantee", `{ guarantee: { guarantee: ${mark}h, package: p, is: open } }`),
  asked("unknown-guarantee", `{ threshold_rises: { guarantee: ${mark}h, along: [{ package: p }, { package: p }] } }`),
  asked("unknown-limit", `{ limit: { limit: ${mark}m, package: p, is: open } }`),
  asked(
    "unknown-lever",
    `{ aftermath: { package: p, concept: seq, answer: breaks, first: { party: A, lever: ${mark}retreat } } }`,
  ),
  asked("unknown-tier", `{ tiers: { package: p, drawn: [strip, ${mark}strop] } }`),
  asked("unknown-tier", `{ measured: { package: p, tier: ${mark}strop, what: area_km2, low: 1 } }`),
  asked("unknown-package", `{ measured: { package: ${mark}pp, tier: strip, what: area_km2, low: 1 } }`),
  asked("missing-key", `{ measured: ${mark}{ package: p, tier: strip, what: area_km2 } }`),
  asked("missing-key", `{ intervention: ${mark}{ guarantee: g, package: p } }`),
  asked("range-reversed", `{ intervention: { guarantee: g, package: p, above: ${mark}0.5, below: 0.4 } }`),
  asked("number-out-of-range", `{ intervention: { guarantee: g, package: p, above: ${mark}40 } }`),
  onMap("wrong-schema", "entente.map/1", `${mark}entente.map/2`),
  onMap("unknown-word", "kind: forces", `kind: ${mark}force`),
  onMap("unknown-key", "kind: forces,", `kind: forces, ${mark}line: line,`),
  onMap(
    "missing-key",
    "{ id: rear, kind: forces, party: A, area: west, without: [strip] }",
    `${mark}{ id: rear, kind: forces, party: A }`,
  ),
  onMap("number-out-of-range", "{ A: 5, B: 5 }", `{ A: ${mark}-5, B: 5 }`),
  onMap("unknown-party", "{ A: 5, B: 5 }", `{ A: 5, ${mark}C: 5 }`),
  onMap("unknown-issue", "depth: I", `depth: ${mark}K`),
  onMap("unknown-option", "depths: { x", `depths: { ${mark}z`),
  onMap("unknown-option", "areas: { x", `areas: { ${mark}z`),
  onMap("unknown-feature", "line: line", `line: ${mark}lime`),
  onMap("unknown-feature", "A: west", `A: ${mark}vest`),
  onMap("unknown-tier", "without: [strip]", `without: [${mark}strop]`),
  onMap("tier-cycle", "without: [strip]", `without: ${mark}[rear]`),
  onMap("geometry-type", "area: west", `area: ${mark}line`),
  onMap("geometry-type", "from: line", `from: ${mark}east`),
  onMap("range-reversed", "from: line", `from: line, troops_per_brigade: { low: ${mark}5000, high: 3500 }`),
  onMap("duplicate-id", '"id": "east"', `"id": ${mark}"west"`),
  onMap("missing-key", feature("east", area), `${mark}{ "type": "Feature", "properties": {}, "geometry": ${area} }`),
  onMap("bad-id", '"id": "east"', `"id": ${mark}"the east"`),
  onMap("invalid-date", '"id": "east"', `"id": "east", "as_of": ${mark}"2025-02-30"`),
  onMap("wrong-type", '"id": "east"', `"id": "east", "approximate": ${mark}"yes"`),
  onMap("unknown-source", '"id": "east"', `"id": "east", "sources": ["S", ${mark}"T"]`),
  onMap("missing-depth", "depths: { x: { A: 5, B: 5 }, y: {} }", `depths: ${mark}{ x: { A: 5, B: 5 } }`),
  onMap("not-json", "[30, 50], [31, 50]] }", `[30, 50], [31, 50]${mark}}`),
  onMap("not-json", "[30, 50], [31, 50]] }", `[30, 50], [31, 50],${mark}] }`),
  onMap("not-json", shapes, `${mark}type: FeatureCollection\nfeatures: []\n`),
  onMap("not-geojson", shapes, `${mark}{ "type": "Topology" }`),
  onMap("not-geojson", feature("east", area), `${mark}{ "type": "Polygon" }`),
  onMap("geometry-type", line, `{ "type": ${mark}"MultiPoint", "coordinates": [[30, 50]] }`),
  onMap("geometry-type", line, `{ "type": ${mark}"GeometryCollection", "geometries": [] }`),
  onMap("geometry-type", line, `${mark}null`),
  onMap("bad-position", "[30, 50], [31, 50]] }", `[30, 50], ${mark}[181, 50]] }`),
  onMap("bad-position", "[30, 50], [31, 50]] }", `[30, 50], ${mark}[50, 130]] }`),
  onMap("bad-position", "[30, 50], [31, 50]] }", `[30, 50], ${mark}["31", 50]] }`),
  onMap("bad-position", "[30, 50], [31, 50]] }", `[30, 50], ${mark}[31]] }`),
  onMap("line-too-short", "[[30, 50], [31, 50]] }", `${mark}[[30, 50]] }`),
  onMap("line-too-short", "[[30, 50], [31, 50], [31, 51], [30, 50]]", `${mark}[[30, 50], [31, 50], [30, 50]]`),
  onMap(
    "ring-not-closed",
    "[[30, 50], [31, 50], [31, 51], [30, 50]]",
    `${mark}[[30, 50], [31, 50], [31, 51], [30, 51]]`,
  ),
  onMap("empty-list", "[[[30, 50], [31, 50], [31, 51], [30, 50]]]", `${mark}[]`),
  onMap("wrong-type", "[[30, 50], [31, 50], [31, 51], [30, 50]]", `${mark}7`),
];

/** What the cases are made from: files without a mistake. */
export const besideFiles: Readonly<Record<string, string>> = {
  "durability.yaml": durability,
  "map/a.geojson": shapes,
  "map/layers.yaml": layers,
};
