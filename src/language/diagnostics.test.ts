import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { type DiagnosticCode, diagnosticCodes } from "./diagnostic-codes.ts";
import { besideCases, besideFiles } from "./diagnostics-beside-fixture.ts";
import { agenda, type Case, head, mark, parties, sources, withPackage } from "./diagnostics-fixture.ts";
import { parseScenario } from "./parse-scenario.ts";

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

const claim = (question: string) => `${agenda}claims: [{ id: q, statement: s, source: S, question: ${question} }]\n`;
const onSheet = (code: DiagnosticCode, text: string): Case => ({ code, sheets: { "A.yaml": text } });
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
  ...besideCases,
];

const warnings = new Set<DiagnosticCode>(["repeated-item", "value-outside-scale", "unreachable-case", "missing-depth"]);

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
  const files = new Map([["scenario.yaml", withPackage], ["sheets/A.yaml", sheet], ...Object.entries(besideFiles)]);
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
