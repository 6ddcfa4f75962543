import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { type DiagnosticCode, diagnosticCodes } from "./diagnostic-codes.ts";
import { parseScenario } from "./parse-scenario.ts";

const head = `schema: entente.scenario/1
id: t
title: T
as_of: 2025-01-01
`;
const parties = "parties: { A: Alpha, B: Beta, C: Gamma }\n";
const issues = `clusters: { C: Cluster }
issues:
  I: { cluster: C, options: { x: X, y: Y } }
  J: { options: { x: { quantities: { troops: 5 } }, y: Y } }
`;
const sources = "sources: { S: { title: t, publisher: p, date: 2025, kind: data, funding: none } }\n";
const agenda = head + parties + issues + sources;

const sheetHead = `schema: entente.sheet/1
party: A
kind: own
author: us
`;
const reservation = "reservation: 40\n";
const preferences = `issues:
  I: { weight: 1, values: { x: 0, y: 100 } }
  J: { weight: 1, order: [x, y] }
`;
const sheet = sheetHead + reservation + preferences;

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
  - { id: strip, kind: demilitarised-zone, line: line, sides: { A: west, B: east }, depth: I, depths: { x: { A: 5, B: 5 } } }
  - { id: rear, kind: forces, party: A, area: west, without: [strip] }
  - { id: guard, kind: presence, parties: [B], issue: J, areas: { x: east }, from: line }
`;

/** One mistake: the texts, with the mark just before the place where the diagnostic must stand. */
type Case = {
  readonly code: DiagnosticCode;
  readonly scenario?: string;
  readonly sheets?: Readonly<Record<string, string>>;
  /** Other files, by path. */
  readonly files?: Readonly<Record<string, string>>;
};
const mark = "‹";

const claim = (question: string) => `${agenda}claims: [{ id: q, statement: s, source: S, question: ${question} }]\n`;
const withPackage = `${agenda}packages: { p: { set: { I: x } } }\n`;
const onSheet = (code: DiagnosticCode, text: string): Case => ({ code, sheets: { "A.yaml": text } });
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
const onAgenda = (code: DiagnosticCode, scenario: string): Case => ({ code, scenario });

const cases: readonly Case[] = [
  onAgenda("file-too-large", `${mark}${agenda}# ${"a".repeat(1_000_000)}`),
  onAgenda("file-too-large", `list:\n${"- 1\n".repeat(99_999)}${mark}${"- 1\n".repeat(10)}`),
  onAgenda("control-character", agenda.replace("Alpha", `Al${mark}\u0007pha`)),
  onAgenda("control-character", agenda.replace("title: T", `title: "T${mark}\\u0007"`)),
  onAgenda("bidi-character", agenda.replace("Alpha", `Al${mark}\u202epha`)),
  onAgenda("bidi-character", agenda.replace("title: T", `title: "T${mark}\\u202E"`)),
  onAgenda("too-deep", `${agenda}note: ${"[".repeat(63)}${mark}[`),
  onAgenda("yaml-anchor", agenda.replace("Alpha", `${mark}&a Alpha`)),
  onAgenda("yaml-anchor", agenda.replace("Beta", `${mark}*a`)),
  onAgenda("yaml-tag", agenda.replace("Alpha", `${mark}!!str Alpha`)),
  onAgenda("yaml-directive", `${mark}%YAML 1.1\n---\n${agenda}`),
  onAgenda("several-documents", `${agenda}${mark}---\n${agenda}`),
  onAgenda("yaml-syntax", agenda.replace("title: T", `title: ${mark}a: b`)),
  onAgenda("empty-file", `${mark}# nothing yet\n`),
  onAgenda(
    "too-many",
    `${agenda}${mark}packages: {${Array.from({ length: 501 }, (_, i) => ` p${i}: {}`).join(",")} }\n`,
  ),
  onAgenda("duplicate-key", agenda.replace("B: Beta", `${mark}A: Beta`)),
  onAgenda("reserved-key", agenda.replace("B: Beta", `${mark}constructor: Beta`)),
  onAgenda("reserved-key", agenda.replace("B: Beta", `${mark}__proto__: Beta`)),
  onAgenda("reserved-key", agenda.replace("id: t", `id: ${mark}toString`)),
  onAgenda("key-not-text", agenda.replace("B: Beta", `${mark}[B]: Beta`)),
  onAgenda("missing-key", mark + agenda.replace("title: T\n", "")),
  onAgenda(
    "missing-key",
    agenda.replace("  J: { options: { x: { quantities: { troops: 5 } }, y: Y } }", `  ${mark}J: {}`),
  ),
  onAgenda("unknown-key", `${agenda}${mark}claim: []\n`),
  onAgenda("wrong-type", agenda.replace("title: T", `title: ${mark}[T]`)),
  onAgenda("wrong-type", `${mark}- a list\n`),
  onAgenda("wrong-schema", agenda.replace("entente.scenario/1", `${mark}entente.scenario/2`)),
  onAgenda("unknown-word", `${agenda}tie: ${mark}accept\n`),
  onAgenda("bad-id", agenda.replace("B: Beta", `${mark}"B B": Beta`)),
  onAgenda("bad-id", agenda.replace("id: t", `id: ${mark}_t`)),
  onAgenda("invalid-date", agenda.replace("2025-01-01", `${mark}2025-02-29`)),
  onAgenda("invalid-date", `${agenda}packages: { p: { date: ${mark}August } }\n`),
  onAgenda("empty-text", agenda.replace("title: T", `title: ${mark}" "`)),
  onAgenda("empty-list", `${agenda}consent: ${mark}[]\n`),
  onAgenda("empty-list", `${head + parties}issues: ${mark}{}\n`),
  onSheet("number-not-finite", sheet.replace("y: 100", `y: ${mark}.nan`)),
  onSheet("number-not-finite", sheet.replace("y: 100", `y: ${mark}-.inf`)),
  onSheet("number-too-large", sheet.replace("y: 100", `y: ${mark}1e10`)),
  onSheet("number-too-small", sheet.replace("y: 100", `y: ${mark}1e-300`)),
  onSheet("number-out-of-range", sheet.replace("x: 0, y: 100 }", `x: 0, y: 100 }, of: ${mark}0`)),
  onAgenda("unknown-party", `${agenda}consent: [A, ${mark}D]\n`),
  { code: "unknown-party", sheets: { "D.yaml": sheet.replace("party: A", `party: ${mark}D`) } },
  onAgenda("unknown-issue", `${agenda}packages: { p: { set: { ${mark}K: x } } }\n`),
  onSheet("unknown-issue", `${sheet}  ${mark}K: { weight: 1, values: { x: 1 } }\n`),
  onAgenda("unknown-issue", `${agenda}rules: [{ id: r, forbid: { ${mark}K: x }, reason: r }]\n`),
  onAgenda("unknown-option", `${agenda}packages: { p: { set: { I: ${mark}z } } }\n`),
  onAgenda("unknown-option", `${agenda}rules: [{ id: r, forbid: { I: [x, ${mark}z] }, reason: r }]\n`),
  onAgenda("unknown-option", `${agenda}terms: { t: { wording: w, issue: I, readings: { A: ${mark}z } } }\n`),
  onSheet("unknown-option", sheet.replace("y: 100", `y: 100, ${mark}z: 3`)),
  onSheet("unknown-option", `${sheet}floors: [{ id: f, issue: I, commitments: ${mark}z, min: 5 }]\n`),
  onSheet("unknown-option", `${sheet}linkages: [{ id: l, when: { I: ${mark}z }, value: 5 }]\n`),
  onSheet("unknown-option", `${sheet}linkages: [{ id: l, issue: I, given: J, table: { x: { ${mark}z: 4 } } }]\n`),
  onAgenda("unknown-cluster", agenda.replace("cluster: C", `cluster: ${mark}D`)),
  onAgenda("unknown-cluster", `${agenda}formats: [{ id: f, members: [A], clusters: [${mark}D] }]\n`),
  onAgenda("unknown-source", `${agenda}packages: { p: { sources: [S, ${mark}R] } }\n`),
  onAgenda("unknown-source", claim("{ later: rooms }").replace("source: S", `source: ${mark}R`)),
  onSheet("unknown-source", `${sheet}evidence: { sources: ${mark}R }\n`),
  onAgenda("unknown-package", `${agenda}packages: { p: { base: ${mark}r } }\n`),
  onAgenda("unknown-package", claim(`{ verdict: { package: ${mark}p, party: A, answer: accepts } }`)),
  onAgenda("unknown-term", claim(`{ readings_differ: { term: ${mark}t, answer: true } }`)),
  onAgenda("unknown-candidate-list", claim(`{ candidates: { list: ${mark}l } }`)),
  onAgenda(
    "unknown-candidate",
    `${claim(`{ candidates: { list: l, passes: [${mark}n] } }`)}candidates: { l: { deciding: A, threshold: 4, options: { m: { acceptability: { A: 5 } } } } }\n`,
  ),
  onAgenda("unknown-event", claim(`{ event: { event: ${mark}e, date: 2025-01-01 } }`)),
  {
    code: "unknown-line",
    scenario: claim(`{ zone: { enforce: [${mark}A.nothing], answer: empty } }`),
    sheets: { "A.yaml": sheet },
  },
  {
    code: "ambiguous-line",
    scenario: claim(`{ zone: { set_aside: ${mark}l, answer: empty } }`),
    sheets: {
      "A.yaml": `${sheet}red_lines: [{ id: l, kind: hard, refuse: { I: x } }]\n`,
      "B.yaml": `${sheet.replace("party: A", "party: B")}floors: [{ id: l, issue: I, commitments: x, min: 3 }]\n`,
    },
  },
  onAgenda("unknown-quantity", claim(`{ quantity: { issue: J, option: x, quantity: ${mark}tanks, low: 1, high: 2 } }`)),
  onAgenda(
    "unknown-issue-or-cluster",
    withPackage + claim(`{ best_for: { party: A, from: p, free: [C, ${mark}K], answer: below } }`).slice(agenda.length),
  ),
  onAgenda(
    "duplicate-id",
    `${agenda}claims:
  - { id: q, statement: s, source: S, question: { later: rooms } }
  - { id: ${mark}q, statement: s, source: S, question: { later: rooms } }
`,
  ),
  onSheet(
    "duplicate-id",
    `${sheet}red_lines: [{ id: l, kind: hard, refuse: { I: x } }]\nfloors: [{ id: ${mark}l, issue: I, commitments: x, min: 3 }]\n`,
  ),
  onAgenda("id-clash", agenda.replace("C: Cluster", `C: Cluster, ${mark}I: Also`)),
  onAgenda("repeated-item", `${agenda}consent: [A, B, ${mark}A]\n`),
  onAgenda("empty-condition", `${agenda}rules: [{ id: r, forbid: ${mark}{}, reason: r }]\n`),
  onAgenda("empty-clause", `${agenda}rules: [{ id: r, forbid: { I: ${mark}{ not: [x, y] } }, reason: r }]\n`),
  onAgenda(
    "contradictory-rules",
    `${agenda}rules:
  - { id: other, forbid: { I: x, J: y }, reason: r }
  - { id: ${mark}no-x, forbid: { I: x }, reason: r }
  - { id: no-y, if: { I: [x, y] }, then: { I: x }, reason: r }
`,
  ),
  onAgenda("package-cycle", `${agenda}packages: { p: { base: ${mark}q }, q: { base: p } }\n`),
  onAgenda(
    "package-chain-too-long",
    `${agenda}packages:\n  p0: {}\n${Array.from({ length: 32 }, (_, i) => `  p${i + 1}: { base: ${i === 31 ? mark : ""}p${i} }\n`).join("")}`,
  ),
  onAgenda("dates-reversed", claim(`{ channels: { together: A, from: 2025-01-02, until: ${mark}2025-01-01 } }`)),
  onSheet(
    "dates-reversed",
    `${sheet}red_lines: [{ id: l, kind: hard, refuse: { I: x }, from: 2025-01-02, until: ${mark}2025-01-01 }]\n`,
  ),
  onAgenda("question-kinds", claim(`${mark}{ later: rooms, source: { source: S } }`)),
  onAgenda("question-kinds", claim(`${mark}{}`)),
  onAgenda(
    "missing-acceptability",
    `${agenda}candidates: { l: { deciding: [A, B], threshold: 4, options: { ${mark}m: { acceptability: { A: 5 } } } } }\n`,
  ),
  {
    code: "two-sheets",
    sheets: { "A.yaml": sheet, "A-rival.yaml": sheet, "B.yaml": sheet.replace("party: A", "party: B") },
  },
  onSheet("missing-issue", sheet.replace(preferences, `${mark}${preferences.replace(/ {2}J.*\n/, "")}`)),
  onSheet("missing-value", sheet.replace("values: { x: 0, y: 100 }", `${mark}values: { x: 0 }`)),
  onSheet("missing-value", sheet.replace("order: [x, y]", `${mark}order: [y]`)),
  onSheet("values-or-order", sheet.replace("{ weight: 1, order: [x, y] }", `${mark}{ weight: 1 }`)),
  onSheet(
    "values-or-order",
    sheet.replace("{ weight: 1, order: [x, y] }", `${mark}{ weight: 1, order: [x, y], values: { x: 1, y: 2 } }`),
  ),
  onSheet("range-reversed", sheet.replace("y: 100", `y: ${mark}[100, 50]`)),
  onSheet("range-reversed", sheet.replace("reservation: 40", `reservation: ${mark}{ low: 40, mid: 50, high: 45 }`)),
  onSheet("negative-weight", sheet.replace("weight: 1, order", `weight: ${mark}-1, order`)),
  onSheet("weights-all-zero", sheet.replace(preferences, `${mark}${preferences.replaceAll("weight: 1", "weight: 0")}`)),
  onSheet("value-outside-scale", sheet.replace("y: 100", `y: ${mark}101`)),
  onSheet("unreachable-reservation", sheet.replace("reservation: 40", `reservation: ${mark}100.5`)),
  onSheet("linkage-on-itself", `${sheet}linkages: [{ id: l, issue: I, given: ${mark}I, table: { x: { x: 4 } } }]\n`),
  onSheet(
    "two-tables",
    `${sheet}linkages:
  - { id: l, issue: I, given: J, table: { x: { x: 4 } } }
  - { id: m, issue: ${mark}I, given: J, table: { y: { x: 4 } } }
`,
  ),
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

const warnings = new Set<DiagnosticCode>(["repeated-item", "value-outside-scale", "unreachable-case"]);

function filesOf({ scenario = agenda, sheets = {}, files = {} }: Case): Map<string, string> {
  const sheetFiles = Object.entries(sheets).map(([name, text]): [string, string] => [`sheets/${name}`, text]);
  return new Map([["scenario.yaml", scenario], ...sheetFiles, ...Object.entries(files)]);
}

function placeOf(files: ReadonlyMap<string, string>) {
  for (const [file, text] of files) {
    const before = text.split(mark)[0]!;
    if (before === text) continue;
    return { file, line: before.split("\n").length, column: before.length - before.lastIndexOf("\n") };
  }
  return undefined;
}

test.each(cases.map((one, index) => ({ ...one, number: index + 1 })))(
  "$code is reported at its place (case $number)",
  (one) => {
    const marked = filesOf(one);
    // the one case that cannot be marked in a text: the second of two sheets, by name
    const place = placeOf(marked) ?? { file: "sheets/A.yaml", line: 2, column: 8 };
    const files = new Map([...marked].map(([file, text]) => [file, text.replace(mark, "")]));
    const { diagnostics, scenario } = parseScenario(files);
    const found = diagnostics.filter(({ code }) => code === one.code);
    expect(found.map(({ at }) => at)).toContainEqual(place);
    expect(found[0]!.severity).toBe(warnings.has(one.code) ? "warning" : "error");
    expect(scenario === undefined).toBe(!warnings.has(one.code));
    for (const { message, fix } of found) {
      expect(message).toMatch(/^[^a-z].*\.$|^`.*\.$|^".*\.$/s);
      expect(fix).toMatch(/[.?]$/);
    }
  },
);

test("nothing is reported of the texts that the cases are made from", () => {
  const files = new Map([
    ["scenario.yaml", withPackage],
    ["sheets/A.yaml", sheet],
    ["durability.yaml", durability],
    ["map/a.geojson", shapes],
    ["map/layers.yaml", layers],
  ]);
  expect(parseScenario(files).diagnostics).toEqual([]);
});

test("every code has a case, or a test of its own below", () => {
  const own: DiagnosticCode[] = ["invalid-utf8", "missing-agenda", "more-diagnostics"];
  const covered = new Set([...cases.map(({ code }) => code), ...own]);
  expect([...diagnosticCodes].filter((code) => !covered.has(code))).toEqual([]);
});

test("invalid-utf8 names the byte and its place", () => {
  const bytes = new TextEncoder().encode(agenda);
  const at = agenda.indexOf("Alpha") + 2;
  bytes[at] = 0xff;
  const line = agenda.slice(0, at).split("\n");
  expect(parseScenario(new Map([["scenario.yaml", bytes]])).diagnostics).toEqual([
    {
      severity: "error",
      code: "invalid-utf8",
      at: { file: "scenario.yaml", line: line.length, column: line.at(-1)!.length + 1 },
      message: "The byte 0xFF here is not UTF-8.",
      fix: "Save the file as UTF-8.",
    },
  ]);
});

test("missing-agenda is the one diagnostic of an empty folder", () => {
  expect(parseScenario(new Map()).diagnostics.map(({ code }) => code)).toEqual(["missing-agenda"]);
});

test("more-diagnostics ends the list of a file with more than 200 mistakes", () => {
  const text = agenda + Array.from({ length: 300 }, (_, i) => `key${i}: 1\n`).join("");
  const { diagnostics } = parseScenario(new Map([["scenario.yaml", text]]));
  expect(diagnostics).toHaveLength(201);
  expect(diagnostics.at(-1)).toMatchObject({ code: "more-diagnostics", message: "And 100 more in this file." });
});

test("mistakes of all files come at once, in order of file, line and column", () => {
  const { diagnostics } = parseScenario(
    new Map([
      ["sheets/B.yaml", sheet.replace("party: A", "party: B").replace("y: 100", "y: lots")],
      ["sheets/A.yaml", sheet.replace("weight: 1, order", "weight: -1, order")],
      ["scenario.yaml", `${agenda.replace("2025-01-01", "2025-13-01")}consent: [A, D]\n`],
    ]),
  );
  expect(diagnostics.map(({ code, at }) => `${at.file}:${at.line}:${at.column} ${code}`)).toEqual([
    "scenario.yaml:4:8 invalid-date",
    "scenario.yaml:11:14 unknown-party",
    "sheets/A.yaml:8:16 negative-weight",
    "sheets/B.yaml:7:38 wrong-type",
  ]);
});

test.each([
  ["sanctoins", 'Did you mean "sanctions"?'],
  ["SANCTIONS", 'Did you mean "sanctions"?'],
  ["weather", "Use one of: I, J, sanctions."],
])("an unknown issue %s is answered with: %s", (word, fix) => {
  const text = `${agenda.replace("sources:", "  sanctions: { options: { x: X } }\nsources:")}packages: { p: { set: { ${word}: x } } }\n`;
  const [diagnostic] = parseScenario(new Map([["scenario.yaml", text]])).diagnostics;
  expect(diagnostic?.fix).toBe(fix);
});

test("docs/reference/diagnostics.md has a row for every code and no other", () => {
  const page = readFileSync(new URL("../../docs/reference/diagnostics.md", import.meta.url), "utf8");
  const rows = [...page.matchAll(/^\| `([a-z0-9-]+)` \|/gm)].map(([, code]) => code);
  expect(rows.toSorted()).toEqual([...diagnosticCodes].toSorted());
});

test.each([
  ["a section that is no map", "issues:", "issues: [I]\nissue:", ["empty-list", "wrong-type", "unknown-key"]],
  [
    "an issue whose options are no map",
    "J: { options: { x: { quantities: { troops: 5 } }, y: Y } }",
    "J: { options: [x, y] }",
    ["wrong-type"],
  ],
  ["sources that are no map", sources, "sources: [S]\n", ["wrong-type"]],
])("%s does not make every mention of its entries unknown", (_, right, wrong, codes) => {
  const scenario = claim("{ chooses: { package: p, issue: J, option: y } }").replace(right, wrong);
  const { diagnostics } = parseScenario(
    new Map([
      ["scenario.yaml", `${scenario}packages: { p: { set: { I: x, J: y } } }\n`],
      ["sheets/A.yaml", sheet],
    ]),
  );
  expect(diagnostics.map(({ code }) => code).filter((code) => !codes.includes(code as string))).toEqual([]);
  expect(diagnostics.length).toBeGreaterThan(0);
});

test("a red line left out for its shape is not called unknown where a question names it", () => {
  const { diagnostics } = parseScenario(
    new Map([
      ["scenario.yaml", claim("{ zone: { enforce: [A.l], answer: empty } }")],
      ["sheets/A.yaml", `${sheet}red_lines: [{ id: l, kind: harsh, refuse: { I: x } }]\n`],
    ]),
  );
  expect(diagnostics.map(({ code }) => code)).toEqual(["unknown-word"]);
});
