import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { parseScenario } from "../parse-scenario.ts";

const agenda = `schema: entente.scenario/1
id: valley
title: The valley
as_of: 2025-08-26
parties: { A: Alpha, B: Beta, C: Gamma }
issues:
  force: { options: { none: None, few: Few, many: Many } }
  trigger: { options: { slow: Slow, quick: Quick } }
sources:
  S1: { title: Report, publisher: Institute, date: 2025, kind: data, funding: not stated }
  S2: { title: Report, publisher: Institute, date: 2025, kind: data, funding: not stated }
`;

function read(durability: string) {
  const { scenario, diagnostics } = parseScenario(
    new Map([
      ["scenario.yaml", agenda],
      ["durability.yaml", `schema: entente.durability/1\n${durability}`],
    ]),
  );
  expect(diagnostics).toEqual([]);
  return scenario!.durability!;
}

const guarantee = (parameters: string) => `
evidence: { author: us, date: 2025-08-26, confidence: low, sources: [S1] }
guarantees: [{ id: the_pledge, challenger: A, protege: B, guarantors: C, parameters: { ${parameters} } }]
`;
const inherited = { author: "us", date: "2025-08-26", confidence: "low", sources: ["S1"] };
const casesOf = (text: string) => read(guarantee(`war_cost: ${text}`)).guarantees[0]!.parameters.warCost!.cases;

test.each([
  ["4", { low: 4, mid: 4, high: 4 }],
  ["[4, 9]", { low: 4, mid: 6.5, high: 9 }],
  ["{ low: 4, mid: 5, high: 9 }", { low: 4, mid: 5, high: 9 }],
  ["{ mid: 5 }", { low: 5, mid: 5, high: 5 }],
])("a judgement %s of a parameter holds in every settlement, with the file's evidence", (text, value) => {
  expect(casesOf(text)).toEqual([{ when: [], value, placeholder: false, evidence: inherited }]);
});

test("a parameter says whether it was judged, and its own evidence goes over the file's", () => {
  expect(casesOf("{ value: 4, why: so, sources: S2 }")).toEqual([
    {
      when: [],
      value: { low: 4, mid: 4, high: 4 },
      placeholder: false,
      evidence: { ...inherited, why: "so", sources: ["S2"] },
    },
  ]);
  expect(casesOf("{ placeholder: [1, 9], confidence: high }")).toEqual([
    {
      when: [],
      value: { low: 1, mid: 5, high: 9 },
      placeholder: true,
      evidence: { ...inherited, confidence: "high" },
    },
  ]);
});

test("cases keep their order and their conditions; `not` stands for the options it leaves", () => {
  const cases = casesOf(`[
    { if: { force: few, trigger: [slow, quick] }, value: 1 },
    { if: { force: { not: none } }, placeholder: [0, 3] },
    { value: 2 } ]`);
  expect(cases.map(({ when, placeholder }) => [when, placeholder])).toEqual([
    [
      [
        { issue: "force", options: ["few"] },
        { issue: "trigger", options: ["slow", "quick"] },
      ],
      false,
    ],
    [[{ issue: "force", options: ["few", "many"] }], true],
    [[], false],
  ]);
});

test("what the challenger keeps by holding may be negative; nothing else may", () => {
  const { parameters } = read(guarantee("peace: -3, prize: 0")).guarantees[0]!;
  expect(parameters.peace?.cases[0]?.value.mid).toBe(-3);
  expect(Object.keys(parameters)).toEqual(["prize", "peace"]);
});

test("a guarantee, limit or shift is named by its id unless it has a name, and stands everywhere unless it says where", () => {
  const { guarantees, limits, shifts } = read(`${guarantee("prize: 1")}
limits:
  - { id: cap, name: The cap, holder: A, inspector: B, if: { force: many }, parameters: { detection: 0.5 } }
  - { id: other, holder: B, inspector: A, note: n }
shifts: { id: army, declining: A, rising: B, parameters: { wins_later_guaranteed: 0.2 } }
`);
  expect(guarantees[0]).toMatchObject({ name: "the pledge", guarantors: ["C"], postures: [] });
  expect(limits).toMatchObject([
    { name: "The cap", when: [{ issue: "force", options: ["many"] }] },
    { name: "other", when: [], parameters: {}, note: "n" },
  ]);
  expect(shifts[0]?.parameters.winsLaterGuaranteed?.cases[0]?.value.mid).toBe(0.2);
});

test("postures are changes of the settlement in hand", () => {
  const { guarantees } = read(`
guarantees:
  - id: g
    challenger: A
    protege: B
    guarantors: [C]
    postures: [{ id: as_it_is }, { id: more, name: More, set: { force: many } }]
`);
  expect(guarantees[0]?.postures).toEqual([
    { id: "as_it_is", name: "as it is", set: {} },
    { id: "more", name: "More", set: { force: "many" } },
  ]);
});

test("a breach is a lever of the party that undertook, a violation unless it says otherwise", () => {
  const { aftermath } = read(`
aftermath:
  obligations:
    - id: cease_fire
      party: A
      if: { force: few }
      breach: { id: attack }
      responses: { id: help, party: C, kind: intervene, if: { trigger: quick }, irreversible: true }
    - { id: stay, party: C, breach: { id: leave, name: Leave, kind: withdraw } }
`);
  expect(aftermath?.obligations).toEqual([
    {
      id: "cease_fire",
      name: "cease fire",
      party: "A",
      when: [{ issue: "force", options: ["few"] }],
      breach: { id: "attack", name: "attack", party: "A", kind: "violate", when: [], irreversible: false },
      responses: [
        {
          id: "help",
          name: "help",
          party: "C",
          kind: "intervene",
          when: [{ issue: "trigger", options: ["quick"] }],
          irreversible: true,
        },
      ],
    },
    {
      id: "stay",
      name: "stay",
      party: "C",
      when: [],
      breach: { id: "leave", name: "Leave", party: "C", kind: "withdraw", when: [], irreversible: false },
      responses: [],
    },
  ]);
});

test("a statement is one clause or several of which any holds, and so is what is impossible", () => {
  const { aftermath } = read(`
evidence: { author: us }
aftermath:
  obligations: [{ id: o, party: A, breach: { id: a }, responses: [{ id: b, party: B, kind: suspend }] }]
  impossible: [{ a: false, b: true }, [{ a: true }, { b: true }]]
  statements:
    A: { that: { a: false, b: false }, if: { force: none } }
    B: [{ that: [{ a: false }, { b: true }], why: so }, { that: { b: false } }]
`);
  expect(aftermath?.impossible).toEqual([[{ a: false, b: true }], [{ a: true }, { b: true }]]);
  const evidence = { author: "us", sources: [] };
  expect(aftermath?.statements).toEqual({
    A: [{ that: [{ a: false, b: false }], when: [{ issue: "force", options: ["none"] }], evidence }],
    B: [
      { that: [{ a: false }, { b: true }], when: [], evidence: { ...evidence, why: "so" } },
      { that: [{ b: false }], when: [], evidence },
    ],
  });
  expect(read("aftermath: { impossible: [] }").aftermath).toEqual({ obligations: [], impossible: [], statements: {} });
});

test("one that stands alone needs no brackets, in what is impossible either", () => {
  const { aftermath } = read(`
aftermath:
  obligations: { id: o, party: A, breach: { id: a } }
  impossible: { a: true }
`);
  expect(aftermath?.impossible).toEqual([[{ a: true }]]);
});

test("a lever left out for its shape is not called unknown where a statement names it", () => {
  const { diagnostics } = parseScenario(
    new Map([
      ["scenario.yaml", agenda],
      [
        "durability.yaml",
        `schema: entente.durability/1
aftermath:
  obligations: [{ id: o, party: A, breach: { id: a, kind: vilate } }]
  statements: { A: { that: { a: false } } }
`,
      ],
    ]),
  );
  expect(diagnostics.map(({ code }) => code)).toEqual(["unknown-word"]);
});

test("a question is not checked against a durability.yaml that is not at hand, as when the agenda is shown alone", () => {
  const claims = `packages: { p: { set: { force: few } } }
claims: [{ id: c, statement: s, source: S1, question: { limit: { limit: cap, package: p, is: open } } }]
`;
  const alone = parseScenario(new Map([["scenario.yaml", agenda + claims]]));
  expect(alone.diagnostics).toEqual([]);
  expect(alone.scenario).not.toHaveProperty("durability");
  const beside = parseScenario(
    new Map([
      ["scenario.yaml", agenda + claims],
      ["durability.yaml", "schema: entente.durability/1\n"],
    ]),
  );
  expect(beside.diagnostics.map(({ code }) => code)).toEqual(["unknown-limit"]);
});

test("every mistake of one file comes at once", () => {
  const { diagnostics, scenario } = parseScenario(
    new Map([
      ["scenario.yaml", agenda],
      [
        "durability.yaml",
        `schema: entente.durability/1
guarantees:
  - { id: g, challenger: A, protege: B, guarantors: C, parameters: { prise: 4, succes_alone: 0.5, war_cost: -1 } }
  - { id: g, challenger: D, protege: B, guarantors: C, parameters: { prize: { value: 1, if: { force: some } } } }
shifts: [{ id: s, declining: A, rising: A }]
`,
      ],
    ]),
  );
  expect(scenario).toBeUndefined();
  expect(diagnostics.map(({ code, at, fix }) => `${at.line}:${at.column} ${code} ${fix}`)).toEqual([
    '3:70 unknown-key Did you mean "prize"?',
    '3:80 unknown-key Did you mean "success_alone"?',
    "3:109 number-out-of-range Correct the number; a cost is written without a minus.",
    "4:11 duplicate-id Give one of them another id.",
    "4:26 unknown-party Use one of: A, B, C.",
    "4:102 unknown-option Use one of: none, few, many.",
    "5:41 same-party Name two different parties.",
  ]);
});

test("a guarantee, a limit and a shift each have an id of their own: what rests on one names it by that alone", () => {
  const { diagnostics } = parseScenario(
    new Map([
      ["scenario.yaml", agenda],
      [
        "durability.yaml",
        `schema: entente.durability/1
limits: [{ id: g, holder: A, inspector: B, parameters: { discount: 0.9 } }]
shifts: [{ id: g, declining: A, rising: B, parameters: { discount: 0.9 } }]
`,
      ],
    ]),
  );
  expect(diagnostics.map(({ code, at }) => `${at.line} ${code}`)).toEqual(["3 duplicate-id"]);
});

test("the flagship's file reads without a mistake, and its placeholders are told from its judgements", () => {
  const folder = new URL("../../../scenarios/ukraine-2025/", import.meta.url);
  const paths = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((path) =>
    /\.(yaml|geojson)$/.test(path),
  );
  const { diagnostics, scenario } = parseScenario(
    new Map(paths.map((path) => [path.replaceAll("\\", "/"), readFileSync(new URL(path, folder), "utf8")])),
  );
  expect(diagnostics).toEqual([]);
  const threshold = scenario!.durability!.guarantees.find(({ id }) => id === "threshold")!;
  const judged = threshold.parameters.intervention!.cases.filter(({ placeholder }) => !placeholder);
  expect(judged.map(({ value }) => value.mid)).toEqual([0.03, 0.12, 0.12, 0.2, 0.35, 0.75]);
  expect(threshold.parameters.prize!.cases.map(({ placeholder }) => placeholder)).toEqual([true]);
});
