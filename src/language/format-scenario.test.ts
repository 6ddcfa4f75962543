import fc, { type GeneratorValue } from "fast-check";
import { expect, test } from "vitest";
import {
  breaks,
  type Condition,
  type Evidence,
  type Issue,
  type Judgement,
  type PreferenceSheet,
  type Question,
  type Rule,
  type Scenario,
  type Source,
} from "#model";
import { parseDay } from "#prelude";
import { valuesOfOrder } from "./build/build-sheet.ts";
import { unitOf } from "./build/quantity.ts";
import { formatScenario } from "./format-scenario.ts";
import { parseScenario } from "./parse-scenario.ts";
import { present } from "./present.ts";
import { idPattern } from "./schema/scalars.ts";
import { forbiddenCharacters } from "./text/forbidden-character.ts";
import { isReservedName } from "./text/reserved-name.ts";

test("reading what was written gives the same scenario, whatever the scenario", () => {
  fc.assert(
    fc.property(fc.gen(), (g) => {
      const scenario = anyScenario(g);
      const files = formatScenario(scenario);
      const { diagnostics, scenario: again } = parseScenario(files);
      expect(diagnostics.filter(({ severity }) => severity === "error")).toEqual([]);
      expect(again).toStrictEqual(scenario);
      expect(formatScenario(again!)).toEqual(files);
    }),
    { numRuns: 150, endOnFailure: true }, // shrinking a whole scenario takes minutes; the seed is printed,
  );
});

/** Texts and ids that YAML would read as something else if they were not quoted. */
const awkward = ["true", "null", "~", "1.50", "0x1F", "1e3", "2025-01-01", "yes", "NO", "08", ".nan"];
const awkwardTexts = [
  ...awkward,
  "- a",
  "a: b",
  "a #b",
  "'",
  '"',
  "\\u202E",
  "two\nlines\n",
  " led",
  "trailed ",
  "{",
  "%",
];

const textOf = fc
  .oneof(
    fc.constantFrom(...awkwardTexts),
    fc
      .string({ unit: "grapheme", minLength: 1, maxLength: 12 })
      .filter((text) => forbiddenCharacters(text).length === 0),
  )
  .filter((text) => text.trim() !== "" && !text.includes("\r"));

const idOf = fc
  .oneof(
    fc.constantFrom("10", "2", "S1_eu", "a.b", "A", "B-c", "1e3", "true", "null", "08"),
    fc.stringMatching(/^[A-Za-z0-9][A-Za-z0-9_.-]{0,7}$/),
  )
  .filter((id) => idPattern.test(id) && !isReservedName(id));

const dayOf = fc.constantFrom("2025-01-01", "2024-02-29", "2025-08-26", "1999-12-31").map((text) => parseDay(text)!);
const numberOf = fc.oneof(fc.integer({ min: -200, max: 200 }), fc.constantFrom(0.1, 33.3, 1e-9, 123456.789, 1 / 3));

function anyScenario(g: GeneratorValue): Scenario {
  const draw = <T>(arbitrary: fc.Arbitrary<T>): T => g(() => arbitrary);
  const maybe = <T>(arbitrary: fc.Arbitrary<T>): T | undefined => draw(fc.option(arbitrary, { nil: undefined }));
  const ids = (min: number, max: number) => draw(fc.uniqueArray(idOf, { minLength: min, maxLength: max }));
  const subset = <T>(items: readonly T[], min = 0): T[] =>
    draw(fc.shuffledSubarray([...items], { minLength: Math.min(min, items.length) }));
  const oneOf = <T>(items: readonly T[]): T => draw(fc.constantFrom(...items));
  const text = () => draw(textOf);
  const number = () => draw(numberOf);
  const flag = () => draw(fc.boolean());

  const parties = ids(1, 3);
  const sourceIds = ids(0, 2);
  const clusterIds = ids(0, 2).map((id) => `c.${id}`);
  const sources = () => subset(sourceIds);
  const issues: Issue[] = ids(1, 3).map((id) =>
    present({
      id,
      name: text(),
      cluster: clusterIds.length > 0 && flag() ? oneOf(clusterIds) : undefined,
      note: maybe(textOf),
      options: ids(1, 3).map((option) =>
        present({
          id: option,
          name: text(),
          what: maybe(textOf),
          quantities: subset(["troops", "depth_km", "fund_eur_bn"]).map((name) => {
            const low = number();
            return { name, low, high: low + oneOf([0, 1, 2.5]), unit: unitOf(name) };
          }),
          place: maybe(textOf),
          norm: flag() ? { text: text(), sources: sources() } : undefined,
        }),
      ),
    }),
  );
  const optionIds = ({ options }: Issue) => options.map(({ id }) => id);
  const anIssue = () => oneOf(issues);
  const choices = (some: readonly Issue[]) =>
    Object.fromEntries(some.map((issue) => [issue.id, oneOf(optionIds(issue))]));
  const condition = (min = 1): Condition =>
    subset(issues, min).map((issue) => ({ issue: issue.id, options: subset(optionIds(issue), 1) }));
  const judgement = (): Judgement => {
    const low = number();
    const mid = low + oneOf([0, 0, 1, 5]);
    return { low, mid, high: mid + oneOf([0, 0, 2]) };
  };
  const evidence = (inherited?: Evidence): Evidence =>
    present({
      author: maybe(textOf) ?? inherited?.author,
      date: maybe(dayOf) ?? inherited?.date,
      confidence: maybe(fc.constantFrom("high", "medium", "low")) ?? inherited?.confidence,
      why: maybe(textOf) ?? inherited?.why,
      sources: flag() ? sources() : (inherited?.sources ?? []),
      note: maybe(textOf),
    });

  const kept = Object.fromEntries(issues.map((issue) => [issue.id, issue.options[0]!.id]));
  const rules = ids(0, 3)
    .map((id): Rule => {
      const basis = { id, definitional: flag(), reason: text(), sources: sources() };
      return flag()
        ? { ...basis, kind: "forbid", when: condition() }
        : // biome-ignore lint/suspicious/noThenProperty: the model's word; nothing awaits a rule
          { ...basis, kind: "require", when: condition(), then: condition() };
    })
    .filter((rule) => !breaks(rule, kept)); // so that some settlement keeps them all

  const sheets = subset(parties).map((party): PreferenceSheet => {
    const author = text();
    const date = maybe(dayOf);
    const own = evidence(present({ author, date, sources: [] }));
    const scale = oneOf([1, 100]);
    const lineIds = ids(0, 3);
    const mid = oneOf([-20, 0, -0.5]);
    const tables = issues.length > 1 ? ids(0, 1).map((id) => `t.${id}`) : [];
    return present({
      party,
      kind: oneOf(["own", "estimate"] as const),
      author,
      date,
      scale,
      total: maybe(fc.constantFrom(1, 100)),
      cap: maybe(fc.constantFrom(1, 100)),
      reservation: { low: mid - oneOf([0, 3]), mid, high: mid + oneOf([0, 70]), evidence: evidence(own) },
      aspiration: flag() ? judgement() : undefined,
      issues: Object.fromEntries(
        issues.map((issue, index) => {
          const weight = { low: index === 0 ? 1 : 0, mid: index === 0 ? 1 : oneOf([0, 2]), high: 3 };
          const of = oneOf([100, 1, 40]);
          const ranks = optionIds(issue).map((option) => [option]);
          const order = flag() ? (flag() || ranks.length < 2 ? ranks : [ranks.flat().toReversed()]) : undefined;
          const values = order
            ? valuesOfOrder(order, of)
            : Object.fromEntries(optionIds(issue).map((option) => [option, { low: 0, mid: 1, high: oneOf([1, 2]) }]));
          return [issue.id, present({ weight, of, values, order, evidence: evidence(own) })];
        }),
      ),
      linkages: [
        ...ids(0, 2).map((id) => ({
          id,
          kind: "combination" as const,
          when: condition(),
          value: judgement(),
          of: oneOf([scale, 7]),
          evidence: evidence(own),
        })),
        ...tables.map((id) => {
          const [issue, given] = [issues[0]!, issues[1]!];
          const row = () => Object.fromEntries(subset(optionIds(issue)).map((option) => [option, judgement()]));
          return {
            id,
            kind: "table" as const,
            issue: issue.id,
            given: given.id,
            table: Object.fromEntries(subset(optionIds(given)).map((option) => [option, row()])),
            evidence: evidence(own),
          };
        }),
      ],
      redLines: lineIds.slice(1).map((id) =>
        present({
          id,
          kind: oneOf(["hard", "declared"] as const),
          when: condition(),
          from: maybe(fc.constant(parseDay("1999-01-01")!)),
          until: maybe(dayOf),
          evidence: evidence(own),
        }),
      ),
      floors: lineIds.slice(0, 1).map((id) => {
        const issue = anIssue();
        return {
          id,
          issue: issue.id,
          commitments: subset(optionIds(issue), 1),
          min: number(),
          evidence: evidence(own),
        };
      }),
      evidence: own,
    });
  });

  const packages: Scenario["packages"][number][] = [];
  for (const id of ids(0, 3)) {
    const base = packages.length > 0 && flag() ? oneOf(packages) : undefined;
    const set = choices(subset(issues));
    packages.push(
      present({
        id,
        name: text(),
        choices: { ...base?.choices, ...set },
        base: base?.id,
        overrides: base ? Object.keys(set) : [],
        authors: subset(parties),
        addressees: subset(parties),
        date: maybe(dayOf),
        status: maybe(textOf),
        note: maybe(textOf),
        sources: sources(),
      }),
    );
  }

  const lines = sheets.flatMap(({ party, redLines, floors }) =>
    [...redLines, ...floors].map(({ id }) => `${party}.${id}`),
  );
  const question = (): Question => {
    const party = oneOf(parties);
    const issue = anIssue();
    const option = oneOf(optionIds(issue));
    const simple: Question[] = [
      { kind: "zone", where: condition(0), enforce: subset(lines), setAside: subset(lines), answer: "not-empty" },
      { kind: "deadlock", issue: issue.id, parties: subset(parties), answer: flag() },
      present({ kind: "channels" as const, together: subset(parties), until: maybe(dayOf), atMost: maybe(fc.nat(9)) }),
      { kind: "line", party, issue: issue.id, is: "hard" },
      { kind: "members", party, includes: [text()] },
      { kind: "size", issues: 3, settlements: String(draw(fc.nat())) },
      { kind: "later", capability: "agents" },
      { kind: "local-value-rises", party, issue: issue.id, option, given: issue.id, along: [option, option] },
    ];
    const [first] = packages;
    if (!first) return oneOf(simple);
    const of = { package: first.id, set: choices(subset(issues)) };
    return oneOf<Question>([
      ...simple,
      present({
        kind: "verdict" as const,
        of,
        party,
        answer: "refuses" as const,
        by: flag() ? ["floor" as const] : undefined,
      }),
      { kind: "reservation", of, party, answer: "reached" },
      { kind: "rises", party, along: [of, { package: first.id, set: {} }] },
      { kind: "best-for", party, from: first.id, free: subset([...clusterIds, issue.id]), answer: "below" },
      { kind: "chooses", package: first.id, issue: issue.id, option },
      { kind: "all", of: [oneOf(simple), { kind: "all", of: [oneOf(simple)] }] },
    ]);
  };

  return {
    agenda: {
      id: draw(idOf),
      title: text(),
      summary: maybe(textOf) ?? "",
      asOf: draw(dayOf),
      status: maybe(textOf) ?? "",
      tie: oneOf(["accepts", "refuses"] as const),
      parties: parties.map((id) =>
        present({
          id,
          name: text(),
          roles: subset(["belligerent", "mediator", "party"] as const, 1),
          members: flag() ? [present({ name: text(), role: maybe(textOf), consentMatters: flag() })] : [],
          note: maybe(textOf),
        }),
      ),
      consent: subset(parties, 1),
      stakeholders: ids(0, 2).map((id) => ({ id, name: text(), why: maybe(textOf) ?? "", sources: sources() })),
      clusters: clusterIds.map((id) => present({ id, name: text(), note: maybe(textOf) })),
      issues,
      rules,
      terms: ids(0, 1).map((id) => {
        const issue = anIssue();
        const readings = subset(parties).map((party) => [party, oneOf(optionIds(issue))]);
        return { id, wording: text(), issue: issue.id, readings: Object.fromEntries(readings), evidence: evidence() };
      }),
      candidates: ids(0, 1).map((id) => {
        const own = evidence();
        const candidates = ids(1, 2).map((candidate) =>
          present({
            id: candidate,
            name: text(),
            condition: maybe(textOf),
            acceptability: Object.fromEntries(parties.map((party) => [party, oneOf([0, 40.5, 100])])),
            evidence: evidence(own),
          }),
        );
        return { id, name: text(), deciding: subset(parties, 1), threshold: 40, candidates, evidence: own };
      }),
      formats: ids(0, 1).map((id) =>
        present({ id, name: text(), members: subset(parties), clusters: subset(clusterIds), level: maybe(textOf) }),
      ),
      channels: ids(0, 1).map((id) => ({
        id,
        name: text(),
        sessions: [present({ date: draw(dayOf), present: subset(parties), level: maybe(textOf), sources: sources() })],
      })),
      events: ids(0, 1).map((id) => ({ id, date: draw(dayOf), what: text(), sources: sources() })),
      facts: ids(0, 1).map((id) => ({
        id,
        statement: text(),
        figures: [
          { name: "line_km", values: [number(), number()], unit: "km" },
          { name: "season", values: [text()] },
        ],
        sources: sources(),
      })),
      sources: sourceIds.map(
        (id): Source =>
          present({
            id,
            title: text(),
            publisher: text(),
            date: text(),
            kind: "data" as const,
            funding: text(),
            status: oneOf(["asserted", "contested"] as const),
            note: maybe(textOf),
          }),
      ),
    },
    sheets: parties.flatMap((party) => sheets.filter((sheet) => sheet.party === party)),
    packages,
    claims:
      sourceIds.length === 0
        ? []
        : ids(0, 3).map((id) =>
            present({
              id,
              row: maybe(textOf),
              statement: text(),
              source: oneOf(sourceIds),
              question: question(),
              note: maybe(textOf),
            }),
          ),
  };
}
