import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { parseScenario } from "./parse-scenario.ts";
import { parseSheet } from "./parse-sheet.ts";
import {
  conflictSchema,
  durabilitySchema,
  mapLayersSchema,
  scenarioSchema,
  sheetSchema,
} from "./schema/json-schema.ts";

const agendaText = `schema: entente.scenario/1
id: valley
title: The valley
as_of: 2025-08-26
parties:
  UA: { name: Ukraine, role: belligerent, members: [ Kyiv, { name: Lviv, role: lead, consent_matters: true } ] }
  RU: { role: [belligerent, guarantor] }
  UN: { name: United Nations, role: mediator }
  CH: { name: Swiss, role: [facilitator, guarantor] }
  XX: Somebody
clusters: { S: Security, E: { name: Economy, note: money } }
issues:
  force:
    name: Force
    cluster: S
    options:
      none: No force
      west_capped:
      deep: { what: far in, quantities: { troops: [14000, 25000], depth_km: 30, cost_eur_bn: 2 }, norm: { text: n, sources: S1 } }
  role: { options: { no: No, isr: Eyes, air: { name: Wings } } }
  10: { options: { 1: One, 2: Two } }
rules:
  - { id: r1, definitional: true, forbid: { force: none, role: { not: no } }, reason: because, sources: S1 }
  - { id: r2, if: { force: [none, deep] }, then: { role: isr, 10: [1, 2] }, reason: so }
facts: [ { id: f, statement: s, figures: { line_km: [1000, 1200], season: spring, troops: 5 } } ]
packages:
  first: { name: First, date: 2025-08-20, set: { force: west_capped, role: isr } }
  second: { base: first, set: { role: air } }
  third: { base: second, set: { 10: 2 } }
claims:
  - { id: c1, statement: s, source: S1, question: { zone: { where: { role: { not: [no] } }, enforce: [RU.no-force], set_aside: [floor, soft], answer: not_empty } } }
  - { id: c2, statement: s, source: S1, question: { verdict: { package: third, set: { force: none }, party: UA, answer: refuses, by: line } } }
sources:
  S1: { title: Report, publisher: Institute, date: 2025, kind: data, funding: not stated }
`;

const sheetText = `schema: entente.sheet/1
party: RU
kind: estimate
author: Us
date: 2025-08-26
evidence: { confidence: low, why: guessed, sources: [S1] }
reservation: { low: 46, mid: 56, high: 66, confidence: high }
aspiration: [80, 90]
issues:
  force: { weight: 14, values: { none: 100, west_capped: [50, 70], deep: { low: 0, mid: 5, high: 10 } }, author: Them }
  role: { weight: [5, 6], order: [no, isr, air], sources: [] }
  10: { weight: 0.5, of: 40, order: [[1, 2]], note: tie }
linkages:
  - { id: both, when: { force: none, role: no }, value: 3 }
  - { id: table, issue: force, given: role, table: { isr: { deep: 30 } } }
red_lines:
  - { id: no-force, kind: hard, refuse: { force: { not: none } }, from: 2025-01-01 }
  - { id: soft, kind: declared, refuse: { role: air } }
floors:
  - { id: floor, issue: force, commitments: deep, min: 35 }
`;

const files = new Map([
  ["scenario.yaml", agendaText],
  ["sheets/RU.yaml", sheetText],
  ["notes.yaml", "not: [read"],
  ["README.md", "# not read"],
]);

function scenario() {
  const parsed = parseScenario(files);
  expect(parsed.diagnostics).toEqual([]);
  return parsed.scenario!;
}
const sheet = () => scenario().sheets[0]!;
const number = (value: number) => ({ low: value, mid: value, high: value });

test("a party has the role party and no members unless it says so, and a name is its id", () => {
  expect(scenario().agenda.parties).toEqual([
    {
      id: "UA",
      name: "Ukraine",
      roles: ["belligerent"],
      members: [
        { name: "Kyiv", consentMatters: false },
        { name: "Lviv", role: "lead", consentMatters: true },
      ],
    },
    { id: "RU", name: "RU", roles: ["belligerent", "guarantor"], members: [] },
    { id: "UN", name: "United Nations", roles: ["mediator"], members: [] },
    { id: "CH", name: "Swiss", roles: ["facilitator", "guarantor"], members: [] },
    { id: "XX", name: "Somebody", roles: ["party"], members: [] },
  ]);
});

test("all parties must consent but those who only mediate or facilitate", () => {
  expect(scenario().agenda.consent).toEqual(["UA", "RU", "CH", "XX"]);
});

test("an option may be written as its name, as nothing, or in full; quantities take their unit from their name", () => {
  expect(scenario().agenda.issues[0]).toEqual({
    id: "force",
    name: "Force",
    cluster: "S",
    options: [
      { id: "none", name: "No force", quantities: [] },
      { id: "west_capped", name: "west capped", quantities: [] },
      {
        id: "deep",
        name: "deep",
        what: "far in",
        quantities: [
          { name: "troops", low: 14000, high: 25000, unit: "troops" },
          { name: "depth_km", low: 30, high: 30, unit: "km" },
          { name: "cost_eur_bn", low: 2, high: 2, unit: "eur_bn" },
        ],
        norm: { text: "n", sources: ["S1"] },
      },
    ],
  });
});

test("issues and options keep the order of the file, ids that look like numbers too", () => {
  expect(scenario().agenda.issues.map(({ id }) => id)).toEqual(["force", "role", "10"]);
  expect(scenario().agenda.issues[2]!.options.map(({ id }) => id)).toEqual(["1", "2"]);
});

test("rules forbid or require; `not` stands for the options it leaves", () => {
  expect(scenario().agenda.rules).toEqual([
    {
      id: "r1",
      definitional: true,
      reason: "because",
      sources: ["S1"],
      kind: "forbid",
      when: [
        { issue: "force", options: ["none"] },
        { issue: "role", options: ["isr", "air"] },
      ],
    },
    expect.objectContaining({
      kind: "require",
      definitional: false,
      when: [{ issue: "force", options: ["none", "deep"] }],
      // biome-ignore lint/suspicious/noThenProperty: the model's word; nothing awaits a rule
      then: [
        { issue: "role", options: ["isr"] },
        { issue: "10", options: ["1", "2"] },
      ],
    }),
  ]);
});

test("a package holds its base's choices under its own", () => {
  const { packages } = scenario();
  expect(packages.map(({ choices }) => choices)).toEqual([
    { force: "west_capped", role: "isr" },
    { force: "west_capped", role: "air" },
    { force: "west_capped", role: "air", "10": "2" },
  ]);
  expect(packages.map(({ overrides }) => overrides)).toEqual([[], ["role"], ["10"]]);
});

test("lines and floors of a question are named by party, also where the id alone was written", () => {
  expect(scenario().claims.map(({ question }) => question)).toEqual([
    {
      kind: "zone",
      where: [{ issue: "role", options: ["isr", "air"] }],
      enforce: ["RU.no-force"],
      setAside: ["RU.floor", "RU.soft"],
      answer: "not-empty",
    },
    {
      kind: "verdict",
      of: { package: "third", set: { force: "none" } },
      party: "UA",
      answer: "refuses",
      by: ["line"],
    },
  ]);
});

test("figures are numbers with a unit, or words without one; a source's date is free text", () => {
  expect(scenario().agenda.facts[0]!.figures).toEqual([
    { name: "line_km", values: [1000, 1200], unit: "km" },
    { name: "season", values: ["spring"] },
    { name: "troops", values: [5], unit: "troops" },
  ]);
  expect(scenario().agenda.sources[0]).toMatchObject({ date: "2025", status: "asserted" });
});

test("a judgement is a number, a range judged by its middle, or all three", () => {
  const { values } = sheet().issues.force!;
  expect(values).toEqual({
    none: number(100),
    west_capped: { low: 50, mid: 60, high: 70 },
    deep: { low: 0, mid: 5, high: 10 },
  });
  expect(sheet().issues.role!.weight).toEqual({ low: 5, mid: 5.5, high: 6 });
  expect(sheet().aspiration).toEqual({ low: 80, mid: 85, high: 90 });
});

test("the middle of a range is reckoned in decimals", () => {
  const { scenario: parsed } = parseScenario(
    new Map(files).set("sheets/RU.yaml", sheetText.replace("[50, 70]", "[0.1, 0.2]")),
  );
  expect(parsed!.sheets[0]!.issues.force!.values.west_capped!.mid).toBe(0.15);
});

test.each([
  ["[no, isr, air]", 100, { no: 100, isr: 50, air: 0 }],
  ["[[no, isr], air]", 100, { no: 100, isr: 100, air: 0 }],
  ["[air, [no, isr]]", 40, { air: 40, no: 0, isr: 0 }],
  ["[[no, isr, air]]", 100, { no: 100, isr: 100, air: 100 }],
])("the order %s of %i gives evenly spaced values, ties together, any value being possible", (order, of, expected) => {
  const text = sheetText.replace("order: [no, isr, air]", `order: ${order}, of: ${of}`);
  const { role } = parseScenario(new Map(files).set("sheets/RU.yaml", text)).scenario!.sheets[0]!.issues;
  expect(Object.fromEntries(Object.entries(role!.values).map(([option, { mid }]) => [option, mid]))).toEqual(expected);
  for (const { low, high } of Object.values(role!.values)) expect([low, high]).toEqual([0, of]);
  expect(role!.order!.flat().toSorted()).toEqual(["air", "isr", "no"]);
});

test("four ranks stay exact as thirds of three, unless a floor measures the issue by its hundred", () => {
  const agenda = agendaText.replace("air: { name: Wings }", "air: { name: Wings }, sea: Ships");
  const sheet = sheetText.replace("order: [no, isr, air]", "order: [no, isr, air, sea]");
  const role = (text: string) => {
    const { scenario } = parseScenario(
      new Map([
        ["scenario.yaml", agenda],
        ["sheets/RU.yaml", text],
      ]),
    );
    const { of, values } = scenario!.sheets[0]!.issues.role!;
    return [of, values.no!.mid, values.isr!.mid, values.sea!.mid];
  };
  expect(role(sheet)).toEqual([3, 3, 2, 0]);
  const measured = sheet
    .replace("issue: force, given: role", "issue: role, given: force")
    .replace("{ isr: { deep: 30 } }", "{ deep: { isr: 30 } }");
  expect(role(measured)).toEqual([100, 100, 200 / 3, 0]);
});

test("evidence that a judgement does not have of its own comes from the sheet", () => {
  const own = { author: "Us", date: "2025-08-26", confidence: "low", why: "guessed", sources: ["S1"] };
  expect(sheet().evidence).toEqual(own);
  expect(sheet().reservation).toEqual({ low: 46, mid: 56, high: 66, evidence: { ...own, confidence: "high" } });
  expect(sheet().issues.force!.evidence).toEqual({ ...own, author: "Them" });
  expect(sheet().issues.role!.evidence).toEqual({ ...own, sources: [] });
  expect(sheet().issues["10"]!.evidence).toEqual({ ...own, note: "tie" });
  expect(sheet().redLines[0]!.evidence).toEqual(own);
});

test("linkages are combinations or tables; a combination is worth points of the scale unless it says of what", () => {
  const { evidence } = sheet();
  expect(sheet().linkages).toEqual([
    {
      id: "both",
      kind: "combination",
      when: [
        { issue: "force", options: ["none"] },
        { issue: "role", options: ["no"] },
      ],
      value: number(3),
      of: 100,
      evidence,
    },
    { id: "table", kind: "table", issue: "force", given: "role", table: { isr: { deep: number(30) } }, evidence },
  ]);
});

test("red lines and floors keep their kind, dates and options", () => {
  const { evidence } = sheet();
  expect(sheet().redLines).toEqual([
    {
      id: "no-force",
      kind: "hard",
      when: [{ issue: "force", options: ["west_capped", "deep"] }],
      from: "2025-01-01",
      evidence,
    },
    { id: "soft", kind: "declared", when: [{ issue: "role", options: ["air"] }], evidence },
  ]);
  expect(sheet().floors).toEqual([{ id: "floor", issue: "force", commitments: ["deep"], min: 35, evidence }]);
});

test("a sheet that lies elsewhere is read against the agenda alone, and gives the same", () => {
  const { agenda } = scenario();
  expect(parseSheet("mine.yaml", sheetText, agenda)).toEqual({ sheet: sheet(), diagnostics: [] });
  const { sheet: none, diagnostics } = parseSheet("mine.yaml", sheetText.replace("none: 100", "nine: 100"), agenda);
  expect(none).toBeUndefined();
  expect(diagnostics.map(({ code, at }) => `${at.file}:${at.line}:${at.column} ${code}`)).toEqual([
    "mine.yaml:10:24 missing-value",
    "mine.yaml:10:34 unknown-option",
  ]);
});

test("lines of a party whose sheet is not at hand cannot be checked and are believed", () => {
  const text = agendaText
    .replace("set_aside: [floor, soft]", "set_aside: [UA.anything]")
    .replace("[RU.no-force]", "[]");
  const { diagnostics } = parseScenario(new Map([["scenario.yaml", text]]));
  expect(diagnostics).toEqual([]);
});

test("a byte order mark and Windows line ends change nothing, not even a column", () => {
  const windows = (text: string) => `\ufeff${text.replaceAll("\n", "\r\n")}`;
  const bytes = new Map([...files].map(([file, text]) => [file, new TextEncoder().encode(windows(text))]));
  expect(parseScenario(bytes).scenario).toEqual(scenario());
  const wrong = windows(agendaText.replace("schema: entente.scenario/1", "schema: other"));
  const [diagnostic] = parseScenario(new Map(bytes).set("scenario.yaml", new TextEncoder().encode(wrong))).diagnostics;
  expect(diagnostic!.at).toEqual({ file: "scenario.yaml", line: 1, column: 9 });
});

test("a megabyte of open brackets gives one diagnostic", () => {
  const { diagnostics } = parseScenario(new Map([["scenario.yaml", "[".repeat(1_000_000)]]));
  expect(diagnostics.map(({ code }) => code)).toEqual(["too-deep"]);
});

test.each([
  ["closed brackets", "[]"],
  ["colons", ":\n"],
  ["list marks", "- "],
  ["one key", "a: 1\n"],
  ["an alias", "- *a\n"],
  ["hidden characters", "\u202e"],
])("a megabyte of %s ends in at most 201 diagnostics", (_, piece) => {
  const { scenario: none, diagnostics } = parseScenario(
    new Map([["scenario.yaml", piece.repeat(Math.floor(1_000_000 / piece.length))]]),
  );
  expect(none).toBeUndefined();
  expect(diagnostics.length).toBeGreaterThan(0);
  expect(diagnostics.length).toBeLessThanOrEqual(201);
});

test.each([
  ["scenario", scenarioSchema()],
  ["sheet", sheetSchema()],
  ["durability", durabilitySchema()],
  ["map-layers", mapLayersSchema()],
  ["conflict", conflictSchema()],
])("schemas/%s.schema.json is what `npm run schemas` writes", (name, schema) => {
  const file = new URL(`../../schemas/${name}.schema.json`, import.meta.url);
  expect(JSON.parse(readFileSync(file, "utf8"))).toEqual(JSON.parse(JSON.stringify(schema)));
});
