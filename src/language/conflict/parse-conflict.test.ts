import { readFileSync } from "node:fs";
import fc from "fast-check";
import { expect, test } from "vitest";
import { seededRandom } from "#prelude";
import { randomConflict } from "../../../test/random-conflict.ts";
import type { DiagnosticCode } from "../diagnostic-codes.ts";
import { type ConflictCode, conflictCodes } from "./conflict-codes.ts";
import { formatConflict } from "./format-conflict.ts";
import { parseConflict } from "./parse-conflict.ts";

const lake = `schema: entente.conflict/1
id: lake
title: Fishing on the lake
note: An example.
sources:
  REPORT: { title: The lake, publisher: Shore Council, date: 2024, kind: reporting, funding: the council }
parties:
  north: The north shore
  south: The south shore
levers:
  - { id: fish, party: south, name: Fish at night }
  - { id: weir, party: north, direction: forward }
  - { id: patrol, party: south, direction: back }
impossible:
  - { fish: true, patrol: true }
preferences:
  north:
    - that: { fish: false }
      why: the stock is low
    - that: [{ weir: true }, { patrol: false }]
  south:
    ranking: [[fish], [weir, fish], [[], [weir]], [patrol], [patrol, weir]]
coalitions: [[north, south]]
today: [fish]
`;

test("levers are grouped by party, and states are the sums of their places", () => {
  const { conflict, about, diagnostics } = parseConflict("lake.yaml", lake);
  expect(diagnostics).toEqual([]);
  expect(conflict).toEqual({
    title: "Fishing on the lake",
    parties: [
      { id: "north", name: "The north shore" },
      { id: "south", name: "The south shore" },
    ],
    levers: [
      { id: "weir", name: "weir", party: 0, direction: "forward" },
      { id: "fish", name: "Fish at night", party: 1, direction: "both" },
      { id: "patrol", name: "patrol", party: 1, direction: "back" },
    ],
    impossible: [
      [
        [
          { lever: 1, taken: true },
          { lever: 2, taken: true },
        ],
      ],
    ],
    preferences: [
      {
        kind: "statements",
        statements: [[[{ lever: 1, taken: false }]], [[{ lever: 0, taken: true }], [{ lever: 2, taken: false }]]],
      },
      { kind: "ranking", classes: [[2], [3], [0, 1], [4], [5]] },
    ],
    coalitions: [[0, 1]],
    today: 2,
  });
  expect(about?.sources).toMatchObject([{ id: "REPORT", date: "2024" }]);
});

test("one condition may stand alone, and a party without preferences has no known order", () => {
  const { conflict } = parseConflict(
    "x.yaml",
    "schema: entente.conflict/1\nid: x\ntitle: X\nparties: { a: A, b: B }\nlevers: { id: l, party: a }\nimpossible: { l: true }\npreferences: { b: { indifferent: true } }\n",
  );
  expect(conflict?.impossible).toEqual([[[{ lever: 0, taken: true }]]]);
  expect(conflict?.preferences).toEqual([undefined, { kind: "statements", statements: [] }]);
});

const mark = "‹";
type Code = DiagnosticCode | ConflictCode;

const cases: readonly (readonly [Code, string])[] = [
  ["yaml-syntax", lake.replace("Fishing on", `${mark}a: b`)],
  ["wrong-schema", lake.replace("entente.conflict/1", `${mark}entente.conflict/2`)],
  ["missing-key", `${mark}${lake.replace("title: Fishing on the lake\n", "")}`],
  ["unknown-key", lake.replace("  - { id: weir, party: north", `  - { id: weir, ${mark}owner: x, party: north`)],
  ["unknown-word", lake.replace("direction: back", `direction: ${mark}backward`)],
  ["wrong-type", lake.replace("{ fish: false }", `{ fish: ${mark}no }`)],
  ["unknown-party", lake.replace("party: south, name", `party: ${mark}souht, name`)],
  ["unknown-party", lake.replace("  south:\n    ranking", `  ${mark}sout:\n    ranking`)],
  ["unknown-party", lake.replace("[[north, south]]", `[[north, ${mark}suoth]]`)],
  ["unknown-lever", lake.replace("{ fish: false }", `{ ${mark}fsh: false }`)],
  ["unknown-lever", lake.replace("today: [fish]", `today: [${mark}fisch]`)],
  ["unknown-lever", lake.replace("{ fish: true, patrol", `{ fish: true, ${mark}patrl`)],
  [
    "duplicate-id",
    lake
      .replace("{ id: patrol", `{ id: ${mark}weir`)
      .replace("impossible:\n  - { fish: true, patrol: true }\n", "")
      .replace(/preferences:[\s\S]*(?=coalitions)/, ""),
  ],
  ["empty-condition", lake.replace("{ fish: false }", `${mark}{}`)],
  ["repeated-item", lake.replace("today: [fish]", `today: [fish, ${mark}fish]`)],
  [
    "too-many",
    `${lake.replace(/levers:\n[\s\S]*/, "")}${mark}levers: [${Array.from({ length: 31 }, (_, at) => `{ id: l${at}, party: north }`).join(", ")}]\n`,
  ],
  ["empty-list", `${lake.replace(/levers:\n[\s\S]*/, "")}${mark}levers: []\n`],
  [
    "no-possible-state",
    lake
      .replace("impossible:\n", `${mark}impossible:\n  - { fish: true }\n  - { fish: false }\n`)
      .replace(/ {2}south:\n {4}ranking.*\n/, "")
      .replace("today: [fish]\n", ""),
  ],
  ["impossible-state", lake.replace("today: [fish]", `${mark}today: [fish, patrol]`)],
  ["impossible-state", lake.replace("[[fish],", `[${mark}[fish, patrol], [fish],`)],
  [
    "repeated-statement",
    lake
      .replace("  south:\n", `    ${mark}- that: [{ fish: false }]\n  south:\n`)
      .replace(`    ${mark}- that`, `    - ${mark}that`),
  ],
  [
    "preferences-or-ranking",
    lake.replace("  south:\n    ranking", `  ${mark}south:\n    indifferent: true\n    ranking`),
  ],
  ["ranking-leaves-out", lake.replace("ranking: [[fish], [weir, fish],", `${mark}ranking: [[fish],`)],
  ["ranking-repeats", lake.replace("[patrol, weir]]", `[patrol, weir], ${mark}[weir]]`)],
  [
    "ranking-too-long",
    `schema: entente.conflict/1\nid: x\ntitle: X\nparties: { a: A }\nlevers: [${Array.from({ length: 17 }, (_, at) => `{ id: l${at}, party: a }`).join(", ")}]\npreferences: { a: { ${mark}ranking: [[]] } }\n`,
  ],
  ["two-coalitions", lake.replace("[[north, south]]", `[[north, south, ${mark}north]]`)],
];

test.each(cases)("%s is told where it stands, case %#", (code, marked) => {
  const before = marked.slice(0, marked.indexOf(mark)).split("\n");
  const { conflict, diagnostics } = parseConflict("x.yaml", marked.replace(mark, ""));
  expect(diagnostics.map((each) => ({ code: each.code, at: each.at }))).toEqual([
    { code, at: { file: "x.yaml", line: before.length, column: before.at(-1)!.length + 1 } },
  ]);
  expect(conflict === undefined).toBe(diagnostics[0]!.severity === "error");
});

test("every code of conflict files has a case, and a row on its page", () => {
  const covered = new Set(cases.map(([code]) => code));
  expect(conflictCodes.filter((code) => !covered.has(code))).toEqual([]);
  const page = readFileSync(new URL("../../../docs/reference/conflict-files.md", import.meta.url), "utf8");
  const rows = new Set([...page.matchAll(/^\| `([a-z0-9-]+)` \|/gm)].map(([, code]) => code));
  expect(conflictCodes.filter((code) => !rows.has(code))).toEqual([]);
});

test("a slip in a name is answered with the name that was meant, and all mistakes come at once", () => {
  const text = lake
    .replace("{ fish: false }", "{ fsh: false }")
    .replace("[[north, south]]", "[[nroth, south]]")
    .replace("direction: back", "direction: bak");
  const { diagnostics } = parseConflict("x.yaml", text);
  expect(diagnostics.map(({ code, fix }) => [code, fix])).toEqual([
    ["unknown-word", 'Did you mean "back"?'],
    ["unknown-lever", 'Did you mean "fish"?'],
    ["unknown-party", 'Did you mean "north"?'],
  ]);
});

test("a ranking says which states it leaves out, by the levers taken in them", () => {
  const { diagnostics } = parseConflict("x.yaml", lake.replace("[[fish], [weir, fish], [[], [weir]],", "[[fish],"));
  expect(diagnostics[0]?.message).toBe('The ranking of "south" leaves out 3 of 6 states: [], [weir], [weir, fish].');
});

test("what is written is read back as an equal conflict", () => {
  fc.assert(
    fc.property(randomConflict(), (conflict) => {
      const read = parseConflict("x.yaml", formatConflict(conflict));
      expect(read.diagnostics.filter(({ severity }) => severity === "error")).toEqual([]);
      expect(read.conflict).toEqual(conflict);
    }),
    { numRuns: 300 },
  );
});

test("title, note and sources are written back too", () => {
  const first = parseConflict("lake.yaml", lake);
  expect(parseConflict("lake.yaml", formatConflict(first.conflict!, first.about))).toEqual(first);
});

const inserts = [
  "[",
  "]",
  "{",
  "}",
  ":",
  "- ",
  "\n",
  "true",
  "null",
  "~",
  "&a",
  "*a",
  "!!x",
  "\t",
  '"',
  "fish",
  "\0",
  "9e9",
];

test("two thousand mutated files give a conflict or a diagnostic with a place, and never crash", () => {
  const random = seededRandom(1987);
  let read = 0;
  for (let round = 0; round < 2000; round++) {
    let text = lake;
    for (let times = random.below(4); times > 0; times--) {
      const at = random.below(text.length);
      const until = at + random.below(30);
      const kind = random.below(4);
      if (kind === 0) text = text.slice(0, at) + text.slice(until);
      else if (kind === 1) text = text.slice(0, at) + inserts[random.below(inserts.length)] + text.slice(at);
      else if (kind === 2) text = text.slice(0, until) + text.slice(at);
      else text = text.slice(0, at) + String.fromCharCode(32 + random.below(95)) + text.slice(at + 1);
    }
    const { conflict, about, diagnostics } = parseConflict("m.yaml", text);
    const errors = diagnostics.filter(({ severity }) => severity === "error");
    expect(conflict === undefined, `round ${round}`).toBe(errors.length > 0);
    const lines = text.split("\n").length;
    for (const { at, message, fix } of diagnostics) {
      expect(at.line >= 1 && at.line <= lines && at.column >= 1, `round ${round}: ${message}`).toBe(true);
      expect(fix).not.toBe("");
    }
    if (!conflict || !about) continue;
    read++;
    expect(parseConflict("m.yaml", formatConflict(conflict, about)).conflict, `round ${round}`).toEqual(conflict);
  }
  expect(read).toBeGreaterThan(100);
  expect(read).toBeLessThan(1900);
});
