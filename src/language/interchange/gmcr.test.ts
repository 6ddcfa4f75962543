import { readFileSync } from "node:fs";
import fc from "fast-check";
import { expect, test } from "vitest";
import type { Random } from "#prelude";
import { seededRandom } from "#prelude";
import { randomConflict } from "../../../test/random-conflict.ts";
import { formatGmcr } from "./format-gmcr.ts";
import { parseGmcr } from "./gmcr.ts";
import { type GmcrCode, gmcrCodes } from "./gmcr-node.ts";

const lake = `{
 "program": "gmcr-py", "version": "0.3.6",
 "options": [
  {"name": "Fish", "permittedDirection": "both"},
  {"name": "Build a weir", "permittedDirection": "fwd"},
  {"name": "Patrol", "permittedDirection": "back"}],
 "decisionMakers": [
  {"name": "North", "options": [1], "preferences": [[[0, "N"]], {"compound": true, "members": [[[1, "Y"]], [[2, "N"]]]}]},
  {"name": "South", "options": [2, 0], "preferences": [[[1, "N"], [2, "Y"]]]}],
 "infeasibles": [[[0, "Y"], [2, "Y"]]],
 "useManualPreferenceRanking": false,
 "coalitions": [[0, 1]]
}
`;

test("options are ordered by their owners, and conditions follow them", () => {
  const { conflict, diagnostics } = parseGmcr("shore/Lake.gmcr", lake);
  expect(diagnostics).toEqual([]);
  expect(conflict).toEqual({
    title: "Lake",
    parties: [
      { id: "North", name: "North" },
      { id: "South", name: "South" },
    ],
    levers: [
      { id: "Build_a_weir", name: "Build a weir", party: 0, direction: "forward" },
      { id: "Patrol", name: "Patrol", party: 1, direction: "back" },
      { id: "Fish", name: "Fish", party: 1, direction: "both" },
    ],
    impossible: [
      [
        [
          { lever: 2, taken: true },
          { lever: 1, taken: true },
        ],
      ],
    ],
    preferences: [
      {
        kind: "statements",
        statements: [[[{ lever: 2, taken: false }]], [[{ lever: 0, taken: true }], [{ lever: 1, taken: false }]]],
      },
      {
        kind: "statements",
        statements: [
          [
            [
              { lever: 0, taken: false },
              { lever: 1, taken: true },
            ],
          ],
        ],
      },
    ],
    coalitions: [[0, 1]],
  });
});

/** With rankings: the possible codes are 0 to 5 (patrol is 2, fish is 4), numbered 1 to 6. */
const ranked = lake
  .replace('Ranking": false', 'Ranking": true')
  .replace('"options": [1], ', '"options": [1], "preferenceRanking": [6, [1, 2], 3, 5, 4], ')
  .replace('"options": [2, 0], ', '"options": [2, 0], "preferenceVector": [1, 2, 3, 4, 5, 6], ');

test("a ranking numbers the possible states after the options are re-ordered, and a list inside it is a tie", () => {
  const { conflict, diagnostics } = parseGmcr("lake.gmcr", ranked);
  expect(diagnostics).toEqual([]);
  expect(conflict?.preferences[0]).toEqual({ kind: "ranking", classes: [[5], [0, 1], [2], [4], [3]] });
  expect(conflict?.preferences[1]).toEqual({ kind: "ranking", classes: [[0], [1], [2], [3], [4], [5]] });
  const older = ranked.replace("useManualPreferenceRanking", "useManualPreferenceVectors");
  expect(parseGmcr("lake.gmcr", older).conflict).toEqual(conflict);
});

test("a statement that repeats an earlier one is left out with a warning, however it is written", () => {
  const twice = lake.replace('[[[1, "N"], [2, "Y"]]]', '[[[1, "N"], [2, "Y"]], [[0, "N"]], [[2, "Y"], [1, "N"]]]');
  const { conflict, diagnostics } = parseGmcr("lake.gmcr", twice);
  expect(conflict?.preferences[1]).toMatchObject({ statements: { length: 2 } });
  expect(diagnostics).toMatchObject([{ severity: "warning", code: "gmcr-repeated-statement", at: { line: 9 } }]);
});

const mark = "‹";

/** One mistake each; the mark stands where the diagnostic must point. */
const cases: readonly (readonly [GmcrCode, string])[] = [
  ["import-broken-json", lake.replace('"coalitions": [[0, 1]]\n}\n', `"coalitions": [[0, 1]]\n${mark}`)],
  [
    "gmcr-other-program",
    `${mark}{"title": "x", "options": [{"name": "a", "image": "dam.png", "reversible": "reversible"}], "decisionMakers": []}`,
  ],
  ["gmcr-wrong-shape", lake.replace('"fwd"', `${mark}"forwards"`)],
  ["gmcr-wrong-shape", lake.replace('[0, "Y"]', `[0, ${mark}true]`)],
  ["gmcr-wrong-shape", lake.replace('Ranking": false', `Ranking": ${mark}1`)],
  ["gmcr-wrong-shape", `${mark}[]`],
  ["gmcr-missing-key", `${mark}{"decisionMakers": [{"name": "A", "options": []}]}`],
  ["gmcr-missing-key", lake.replace('{"name": "North", ', `${mark}{`)],
  [
    "gmcr-missing-key",
    lake
      .replace('Ranking": false', 'Ranking": true')
      .replace('{"name": "South"', `${mark}{"name": "South"`)
      .replace('"options": [1], ', '"options": [1], "preferenceRanking": [1, 2, 3, 4, 5, 6], '),
  ],
  [
    "gmcr-too-many",
    `{"options": ${mark}[${Array(31).fill('{"name": "x"}').join(",")}], "decisionMakers": [{"name": "A", "options": []}]}`,
  ],
  ["gmcr-unknown-option", lake.replace('[[[0, "N"]]', `[[[${mark}3, "N"]]`)],
  ["gmcr-unknown-party", lake.replace("[[0, 1]]", `[[0, ${mark}2]]`)],
  [
    "gmcr-option-owner",
    lake.replace('"options": [1]', `"options": [1, 2]`).replace('"options": [2, 0]', `"options": [${mark}2, 0]`),
  ],
  [
    "gmcr-option-owner",
    lake.replace('"options": [2, 0]', `"options": [0]`).replace('{"name": "Patrol"', `${mark}{"name": "Patrol"`),
  ],
  ["gmcr-condition", lake.replace('[[[0, "Y"], [2, "Y"]]]', `[[[0, "Y"], ${mark}[0, "N"]]]`)],
  ["gmcr-condition", lake.replace('[[[0, "Y"], [2, "Y"]]]', `[${mark}[]]`)],
  ["gmcr-ranking", ranked.replace("[6, [1, 2], 3, 5, 4]", `${mark}[6, [1, 2], 4]`)],
  ["gmcr-ranking", ranked.replace("[6, [1, 2], 3, 5, 4]", `[6, [1, 2], 3, ${mark}6, 5]`)],
  ["gmcr-ranking", ranked.replace("[6, [1, 2], 3, 5, 4]", `[6, [1, 2], 3, 5, ${mark}7]`)],
  ["gmcr-no-state", lake.replace('[[[0, "Y"], [2, "Y"]]]', `${mark}[[[0, "Y"]], [[0, "N"]]]`)],
  ["gmcr-coalitions", lake.replace("[[0, 1]]", `${mark}[0]`)],
  ["gmcr-coalitions", lake.replace("[[0, 1]]", `[[0, 1], ${mark}1]`)],
  ["gmcr-repeated-statement", lake.replace('[[[0, "N"]], ', `[[[0, "N"]], ${mark}[[0, "N"]], `)],
  [
    "gmcr-no-preferences",
    lake.replace(
      '{"name": "South", "options": [2, 0], "preferences": [[[1, "N"], [2, "Y"]]]}',
      `${mark}{"name": "South", "options": [2, 0], "preferences": []}`,
    ),
  ],
  ["gmcr-name", lake.replace('"Fish"', `${mark}"Fi\\u202Esh"`)],
  ["gmcr-ignored", lake.replace('"name": "North"', `"payoffs": ${mark}[1, 2], "name": "North"`)],
];

test.each(cases)("%s is told where it stands, case %#", (code, marked) => {
  const text = marked.replace(mark, "");
  const before = marked.slice(0, marked.indexOf(mark)).split("\n");
  const { conflict, diagnostics } = parseGmcr("x.gmcr", text);
  expect(diagnostics.map((each) => ({ code: each.code, at: each.at }))).toEqual([
    { code, at: { file: "x.gmcr", line: before.length, column: before.at(-1)!.length + 1 } },
  ]);
  expect(conflict === undefined).toBe(diagnostics[0]!.severity === "error");
});

test("every code has a case, and a row on its page", () => {
  const covered = new Set(cases.map(([code]) => code));
  expect(gmcrCodes.filter((code) => !covered.has(code))).toEqual([]);
  const page = readFileSync(new URL("../../../docs/reference/conflict-files.md", import.meta.url), "utf8");
  const rows = new Set([...page.matchAll(/^\| `([a-z0-9-]+)` \|/gm)].map(([, code]) => code));
  expect(gmcrCodes.filter((code) => !rows.has(code))).toEqual([]);
});

test("a ranking that leaves out states names them", () => {
  const { diagnostics } = parseGmcr("x.gmcr", ranked.replace("[6, [1, 2], 3, 5, 4]", "[6, [1, 2], 4]"));
  expect(diagnostics[0]?.message).toBe('The ranking of "North" leaves out states 3, 5 of 6.');
});

test("all mistakes of a file are told at once", () => {
  const text = lake
    .replace('"fwd"', "1")
    .replace('[0, "Y"]', '[7, "Y"]')
    .replace("[[0, 1]]", "[0]")
    .replace("[2, 0]", "[2]");
  const { conflict, diagnostics } = parseGmcr("x.gmcr", text);
  expect(conflict).toBeUndefined();
  expect(diagnostics.map(({ code }) => code).sort()).toEqual([
    "gmcr-coalitions", // party 1 is left out
    "gmcr-option-owner", // option 0 has lost its owner
    "gmcr-unknown-option",
    "gmcr-wrong-shape",
  ]);
});

test("an option that a preference names and that does not exist is told beside one that nobody owns", () => {
  const text = `{"options": [{"name": "Fish"}],
"decisionMakers": [{"name": "North", "options": [],
 "preferences": [[[9, "Y"]], [[0, "Y"]]]}],
"infeasibles": [[[-1, "N"]]],
"coalitions": [1]}`;
  expect(parseGmcr("x.gmcr", text).diagnostics.map(({ code, at }) => `${at.line}:${at.column} ${code}`)).toEqual([
    "1:14 gmcr-option-owner",
    "3:20 gmcr-unknown-option",
    "4:19 gmcr-unknown-option",
    "5:16 gmcr-unknown-party",
  ]);
});

test("a file over a million characters is not read", () => {
  const { diagnostics } = parseGmcr("x.gmcr", lake + " ".repeat(1_000_000));
  expect(diagnostics).toMatchObject([{ code: "file-too-large" }]);
});

test("a ranking of nothing but repeats is answered in at most 201 lines", () => {
  const repeats = Array(6).fill("1").join(", ");
  const many = ranked.replace(
    "[6, [1, 2], 3, 5, 4]",
    `[${Array(6)
      .fill(`[${Array(200).fill("1").join(", ")}]`)
      .join(", ")}]`,
  );
  expect(parseGmcr("x.gmcr", many).diagnostics).toHaveLength(201);
  const few = ranked.replace("[6, [1, 2], 3, 5, 4]", `[${repeats}]`);
  expect(parseGmcr("x.gmcr", few).diagnostics).toHaveLength(5);
});

test("thirty options and conditions that leave hardly any state take no time", () => {
  const options = Array.from({ length: 30 }, (_, at) => ({ name: `o${at}`, permittedDirection: "both" }));
  const infeasibles = options.flatMap((_, a) =>
    options.slice(0, a).map((_, b) => [
      [a, "Y"],
      [b, "Y"],
    ]),
  );
  const document = {
    options,
    decisionMakers: [
      {
        name: "A",
        options: options.map((_, at) => at),
        preferences: [],
        preferenceRanking: Array.from({ length: 31 }, (_, at) => at + 1),
      },
    ],
    infeasibles,
    useManualPreferenceRanking: true,
  };
  const { conflict } = parseGmcr("x.gmcr", JSON.stringify(document));
  expect(conflict?.preferences[0]).toMatchObject({ classes: { length: 31 } });
  const open = parseGmcr("x.gmcr", JSON.stringify({ ...document, infeasibles: [] }));
  expect(open.diagnostics).toMatchObject([{ code: "gmcr-too-many" }]);
});

test("what is written is read back as an equal conflict", () => {
  fc.assert(
    fc.property(randomConflict(), (conflict) => {
      const read = parseGmcr("x.gmcr", formatGmcr(conflict));
      expect(read.diagnostics.filter(({ severity }) => severity === "error")).toEqual([]);
      expect(read.conflict).toEqual(conflict);
    }),
    { numRuns: 300 },
  );
});

const inserts = [
  '"',
  "{",
  "[",
  "}",
  "]",
  "0",
  "-",
  "31",
  "null",
  "true",
  "\0",
  ",",
  '"Y"',
  '[0, "N"]',
  "[[",
  "1e9",
  "\\u0000",
];

test("two thousand mutated files give a conflict or a diagnostic with a place, and never crash", () => {
  const random = seededRandom(20261123);
  const samples = [lake, ranked, formatGmcr(parseGmcr("l.gmcr", ranked).conflict!)].map((text) =>
    new TextEncoder().encode(text),
  );
  let read = 0;
  let refused = 0;
  for (let round = 0; round < 2000; round++) {
    const bytes = mutate(samples[random.below(samples.length)]!, random);
    const { conflict, diagnostics } = parseGmcr("m.gmcr", bytes);
    const errors = diagnostics.filter(({ severity }) => severity === "error");
    expect(conflict === undefined, `round ${round}`).toBe(errors.length > 0);
    for (const { at, message, fix } of diagnostics) {
      const lines = new TextDecoder("latin1").decode(bytes).split("\n");
      expect(at.line >= 1 && at.line <= lines.length && at.column >= 1, `round ${round}: ${message}`).toBe(true);
      expect(fix).not.toBe("");
    }
    if (conflict) {
      read += 1;
      expect(parseGmcr("m.gmcr", formatGmcr(conflict)).conflict, `round ${round}`).toEqual(conflict);
    } else refused += 1;
  }
  expect(read).toBeGreaterThan(100);
  expect(refused).toBeGreaterThan(100);
});

function mutate(bytes: Uint8Array, random: Random): Uint8Array {
  let result = [...bytes];
  for (let times = random.below(4); times > 0; times--) {
    const at = random.below(Math.max(1, result.length));
    const until = at + random.below(40);
    const kind = random.below(6);
    if (kind === 0) result[at] = random.below(256);
    else if (kind === 1) result.splice(at, until - at);
    else if (kind === 2) result.splice(at, 0, ...result.slice(at, until));
    else if (kind === 3) result = result.slice(0, at);
    else if (kind === 4) result.splice(at, 0, ...new TextEncoder().encode(inserts[random.below(inserts.length)]));
    else result[at] = 48 + random.below(10);
  }
  return Uint8Array.from(result);
}
