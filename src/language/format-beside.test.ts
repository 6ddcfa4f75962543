import fc, { type GeneratorValue } from "fast-check";
import { expect, test } from "vitest";
import {
  type Condition,
  type Durability,
  type Evidence,
  guaranteeParameters,
  type Judgement,
  type Lever,
  limitParameters,
  type MapGeometry,
  type Parameter,
  type ParameterKind,
  type Position,
  type Question,
  type Scenario,
  type ScenarioMap,
  shiftParameters,
  type Tier,
} from "#model";
import { parseDay } from "#prelude";
import { formatScenario } from "./format-scenario.ts";
import { parseScenario } from "./parse-scenario.ts";
import { present } from "./present.ts";

const base = parseScenario(
  new Map([
    [
      "scenario.yaml",
      `schema: entente.scenario/1
id: valley
title: The valley
as_of: 2025-08-26
parties: { A: Alpha, B: Beta, C: Gamma }
issues:
  I: { options: { x: X, y: Y, z: Z } }
  10: { options: { 1: One, 2: Two } }
packages: { p: { set: { I: x } } }
sources:
  S: { title: t, publisher: p, date: 2025, kind: data, funding: none }
  T: { title: t, publisher: p, date: 2025, kind: data, funding: none }
`,
    ],
  ]),
).scenario!; // it has no mistakes

test("reading what was written of durability, map and questions gives the same, whatever they say", () => {
  fc.assert(
    fc.property(fc.gen(), (g) => {
      const scenario = anyScenario(g);
      const files = formatScenario(scenario);
      const { diagnostics, scenario: again } = parseScenario(files);
      expect(diagnostics.filter(({ severity }) => severity === "error")).toEqual([]);
      expect(again).toStrictEqual(scenario);
      expect(formatScenario(again!)).toEqual(files);
    }),
    { numRuns: 100, endOnFailure: true }, // shrinking a whole scenario takes minutes; the seed is printed
  );
});

test("a map too large for one file is written as several, which read back in the same order", () => {
  const coordinates = Array.from({ length: 9_000 }, (_, index): Position => [index / 100, 0.5]);
  const features = Array.from({ length: 7 }, (_, index) => ({
    id: `line-${index}`,
    name: "Line",
    approximate: true,
    sources: [],
    geometry: { type: "LineString" as const, coordinates },
  }));
  const scenario: Scenario = { ...base, map: { features, tiers: [] } };
  const files = formatScenario(scenario);
  expect([...files.keys()].filter((path) => path.endsWith(".geojson"))).toHaveLength(4);
  expect(parseScenario(files)).toEqual({ scenario, diagnostics: [] });
});

const idOf = fc.oneof(
  fc.constantFrom("10", "2", "a.b", "1e3", "true", "null", "08"),
  fc.stringMatching(/^[A-Za-z0-9][A-Za-z0-9_.-]{0,6}$/).filter((id) => !(id in {})),
);
const textOf = fc.oneof(
  fc.constantFrom("true", "1.50", "a: b", "- a", "'", '"sources": ["S"]', "two\nlines\n", " led", "{", "–"),
  fc.stringMatching(/^[!-~]{1,8}$/),
);

function anyScenario(g: GeneratorValue): Scenario {
  const draw = <T>(arbitrary: fc.Arbitrary<T>): T => g(() => arbitrary);
  const flag = () => draw(fc.boolean());
  const ids = (min: number, max: number) => draw(fc.uniqueArray(idOf, { minLength: min, maxLength: max }));
  const maybe = <T>(arbitrary: fc.Arbitrary<T>): T | undefined => draw(fc.option(arbitrary, { nil: undefined }));
  const oneOf = <T>(items: readonly T[]): T => draw(fc.constantFrom(...items));
  const subset = <T>(items: readonly T[], min = 0): T[] =>
    draw(fc.shuffledSubarray([...items], { minLength: Math.min(min, items.length) }));
  const text = () => draw(textOf);
  const parties = ["A", "B", "C"];
  const { issues } = base.agenda;
  const condition = (min = 0): Condition =>
    subset(issues, min).map(({ id, options }) => ({
      issue: id,
      options: subset(
        options.map((option) => option.id),
        1,
      ),
    }));
  const evidence = (inherited?: Evidence): Evidence =>
    present({
      author: maybe(textOf) ?? inherited?.author,
      date: flag() ? parseDay("2025-08-26") : inherited?.date,
      confidence: maybe(fc.constantFrom("high", "medium", "low")) ?? inherited?.confidence,
      why: maybe(textOf) ?? inherited?.why,
      sources: flag() ? subset(["S", "T"]) : (inherited?.sources ?? []),
      note: maybe(textOf),
    });

  const judgement = (kind: ParameterKind): Judgement => {
    const most = kind === "chance" || kind === "discount" ? 1 : 500;
    const least = kind === "signed-points" ? -500 : 0;
    const number = fc.oneof(fc.constant(least), fc.double({ min: 0.001, max: most, noNaN: true }));
    const [low, mid, high] = flag()
      ? [draw(number)]
      : [draw(number), draw(number), draw(number)].toSorted((a, b) => a - b);
    return { low: low!, mid: mid ?? low!, high: high ?? low! }; // there is one at least
  };
  const own = evidence();
  const parameters = <Key extends string>(kinds: Readonly<Record<Key, { readonly kind: ParameterKind }>>) => {
    const found: Partial<Record<Key, Parameter>> = {};
    // the reader gives them in the model's order
    const chosen = new Set(subset(Object.keys(kinds)).slice(0, 4));
    for (const key of Object.keys(kinds) as Key[]) // the table's own keys
      if (chosen.has(key))
        found[key] = {
          cases: Array.from({ length: oneOf([1, 1, 3]) }, () => ({
            when: condition(),
            value: judgement(kinds[key].kind),
            placeholder: flag(),
            // a bare number has no note to inherit
            evidence: evidence(own),
          })),
        };
    return found;
  };
  const model = (id: string) => present({ id, name: text(), note: maybe(textOf) });
  const choices = (): Record<string, string> =>
    Object.fromEntries(subset(issues).map(({ id, options }) => [id, oneOf(options).id]));

  const leverIds = ids(0, 4);
  const lever = (id: string, party: string): Lever => ({
    id,
    name: text(),
    party,
    kind: oneOf(["violate", "suspend", "snap-back", "intervene", "withdraw"] as const),
    when: condition(),
    irreversible: flag(),
  });
  const clauses = () =>
    leverIds.length === 0
      ? []
      : Array.from({ length: oneOf([1, 2]) }, () =>
          Object.fromEntries(subset(leverIds, 1).map((id): [string, boolean] => [id, flag()])),
        );
  const hasLevers = leverIds.length > 0;
  // a guarantee, a limit and a shift share no id
  const owners = ids(0, 5).map((id) => ({ id, kind: oneOf(["guarantee", "limit", "shift"] as const) }));
  const idsOf = (wanted: string) => owners.flatMap(({ id, kind }) => (kind === wanted ? [id] : []));
  const durability: Durability = present({
    guarantees: idsOf("guarantee").map((id) => ({
      ...model(id),
      challenger: "A",
      protege: "B",
      guarantors: ["C"],
      parameters: parameters(guaranteeParameters),
      postures: ids(0, 2).map((posture) => ({ id: posture, name: text(), set: choices() })),
    })),
    limits: idsOf("limit").map((id) => ({
      ...model(id),
      holder: "B",
      inspector: "A",
      when: condition(),
      parameters: parameters(limitParameters),
    })),
    shifts: idsOf("shift").map((id) => ({
      ...model(id),
      declining: "C",
      rising: "A",
      when: condition(),
      parameters: parameters(shiftParameters),
    })),
    aftermath: flag()
      ? {
          obligations: hasLevers
            ? [
                {
                  id: draw(idOf),
                  name: text(),
                  party: "A",
                  when: condition(),
                  breach: lever(leverIds[0]!, "A"), // there is one
                  responses: leverIds.slice(1).map((id) => lever(id, oneOf(parties))),
                },
              ]
            : [],
          impossible: hasLevers && flag() ? [clauses(), clauses()] : [],
          statements: Object.fromEntries(
            (hasLevers ? subset(parties) : []).map((party) => [
              party,
              [{ that: clauses(), when: condition(), evidence: evidence(own) }],
            ]),
          ),
        }
      : undefined,
    evidence: own,
  });

  const map = anyMap();
  function anyMap(): ScenarioMap {
    const at = (): Position => [draw(fc.double({ min: -180, max: 180, noNaN: true })) + 0, oneOf([-90, 0, 48.5, 1e-7])];
    const start = at();
    const geometries: readonly MapGeometry[] = [
      { type: "Point", coordinates: at() },
      { type: "MultiLineString", coordinates: [[at(), at(), at()]] },
      { type: "MultiPolygon", coordinates: [[[start, at(), at(), start]]] },
    ];
    const [line, area, ...others] = ids(2, 4);
    const feature = (id: string, geometry: MapGeometry) =>
      present({
        id,
        name: text(),
        approximate: flag(),
        asOf: flag() ? parseDay("2024-02-29") : undefined,
        note: maybe(textOf),
        sources: subset(["S", "T"]),
        geometry,
      });
    const shape = { line: line!, area: area! }; // two at least
    const [strip, rear, guard] = ids(3, 3);
    const tier = (id: string) => present({ id, name: text(), note: maybe(textOf) });
    const tiers: readonly Tier[] = [
      {
        ...tier(strip!), // three
        ...present({
          kind: "demilitarised-zone" as const,
          line: shape.line,
          sides: { A: shape.area, B: shape.area },
          depth: "I",
          depths: { x: {}, y: { A: 2.5, B: 0 } },
          patrol: flag() ? "10" : undefined,
          publishedKm: flag() ? { low: 1, high: 2, sources: subset(["S", "T"]) } : undefined,
        }),
      },
      {
        ...tier(rear!), // three
        kind: "forces",
        party: "A",
        area: shape.area,
        without: subset([strip!]), // three
        limits: subset(["I", "10"]),
      },
      {
        ...tier(guard!), // three
        ...present({
          kind: "presence" as const,
          parties: subset(parties, 1),
          issue: "10",
          areas: flag() ? { 1: shape.area } : {},
          from: flag() ? shape.line : undefined,
          troopsPerBrigade: flag() ? { low: 3500, high: 5000, evidence: evidence() } : undefined,
          limits: subset(["I", "10"]),
        }),
      },
    ];
    return {
      features: [
        feature(shape.line, geometries[1]!), // as above
        feature(shape.area, geometries[2]!), // as above
        ...others.map((id) => feature(id, oneOf(geometries))),
      ],
      tiers: subset([0, 1, 2]).includes(0) ? tiers : [],
    };
  }

  const of = { package: "p", set: choices() };
  const questions: Question[] = [
    ...durability.guarantees.flatMap(({ id: guarantee }): Question[] => [
      { kind: "threshold-rises", guarantee, along: [of, { package: "p", set: {} }] },
      { kind: "intervention", guarantee, of, above: 0.1 },
      { kind: "intervention", guarantee, of, above: 0, below: 1 },
      { kind: "guarantee-verdict", guarantee, of, answer: oneOf(["hollow-guarantee", "open"]) },
    ]),
    ...durability.limits.map(
      ({ id: limit }): Question => ({ kind: "limit-verdict", limit, of, answer: "not-deterred" }),
    ),
    { kind: "aftermath", of, concept: "sseq", answer: "holds" },
    ...(durability.aftermath?.obligations ?? []).map(
      ({ breach }): Question => ({
        kind: "aftermath",
        of,
        concept: "gmr",
        answer: "breaks",
        first: { party: breach.party, lever: breach.id },
      }),
    ),
    ...map.tiers.flatMap(({ id: tier }): Question[] => [
      { kind: "tiers-drawn", of, tiers: [tier] },
      { kind: "measured", of, tier, what: "distance_km_least", low: 60 },
      { kind: "measured", of, tier, what: "troops_per_km_high", low: 0, high: 9.5 },
    ]),
  ];
  return {
    ...base,
    claims: questions.map((question, index) => ({ id: `q${index}`, statement: "s", source: "S", question })),
    durability,
    map,
  };
}
