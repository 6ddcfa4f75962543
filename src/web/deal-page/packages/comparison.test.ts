import { readdirSync, readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parseScenario } from "#language";
import { type Choices, evaluate, type PreferenceSheet, type Scenario } from "#model";
import { add, compare, rational, subtract, toNumber } from "#prelude";
import { balances, trades } from "./balances.ts";
import { type Comparison, comparison, differs, movement } from "./comparison.ts";

const flagship = shipped("ukraine-2025");
const ids = flagship.agenda.issues.map(({ id }) => id);
const zero = rational(0n, 1n);

const someChoices = (scenario: Scenario) =>
  fc
    .tuple(...scenario.agenda.issues.map(({ options }) => fc.constantFrom(...options.map(({ id }) => id))))
    .map((options): Choices => Object.fromEntries(scenario.agenda.issues.map(({ id }, at) => [id, options[at]!])));

const sums = ({ rows, parties }: Comparison) =>
  Object.fromEntries(parties.map((party) => [party, rows.map(({ change }) => change[party]!).reduce(add, zero)]));

describe("the comparison of two packages", () => {
  test("adds up for every party, exactly, to the difference of what they are worth", () => {
    fc.assert(
      fc.property(someChoices(flagship), someChoices(flagship), (from, to) => {
        const compared = comparison(flagship, from, to);
        for (const sheet of flagship.sheets) {
          const worth = (choices: Choices) => evaluate(sheet, choices, flagship.agenda.asOf).utility;
          const difference = subtract(worth(to), worth(from));
          expect(compare(compared.total[sheet.party]!, difference)).toBe(0);
          expect(compare(sums(compared)[sheet.party]!, difference)).toBe(0);
        }
      }),
      { numRuns: 60 },
    );
  });

  test("adds up also where linkages come and go and a cap takes value away", () => {
    const linked = withSheets((sheet) => ({
      ...sheet,
      cap: 60,
      linkages: [
        ...sheet.linkages,
        {
          id: "together",
          kind: "combination",
          when: [
            { issue: ids[0]!, options: [flagship.agenda.issues[0]!.options[0]!.id] },
            { issue: ids[1]!, options: [flagship.agenda.issues[1]!.options[0]!.id] },
          ],
          value: { low: 7, mid: 7, high: 7 },
          of: 100,
          evidence: { sources: [] },
        },
      ],
    }));
    const first = (choices: Choices, at: number): Choices => ({
      ...choices,
      ...Object.fromEntries(linked.agenda.issues.slice(0, 2).map(({ id, options }) => [id, options[at]!.id])),
    });
    fc.assert(
      fc.property(someChoices(linked), someChoices(linked), (one, other) => {
        const [from, to] = [first(one, 1), first(other, 0)];
        const compared = comparison(linked, from, to);
        const gained = compared.rows.filter((row) => row.kind === "linkage" && row.linkage === "together");
        expect(gained).toHaveLength(linked.sheets.length);
        for (const sheet of linked.sheets) {
          const worth = (choices: Choices) => evaluate(sheet, choices, linked.agenda.asOf).utility;
          expect(compare(sums(compared)[sheet.party]!, subtract(worth(to), worth(from)))).toBe(0);
        }
      }),
      { numRuns: 60 },
    );
  });

  test("of a package with itself says that nothing differs", () => {
    for (const { choices } of flagship.packages) {
      const { rows, total } = comparison(flagship, choices, choices);
      expect(rows.filter(differs)).toEqual([]);
      for (const change of Object.values(total)) expect(change).toEqual(zero);
    }
  });

  test("the other way round is the same with the signs turned", () => {
    const [a, b] = flagship.packages;
    const there = comparison(flagship, a!.choices, b!.choices);
    const back = comparison(flagship, b!.choices, a!.choices);
    for (const party of there.parties) expect(toNumber(back.total[party]!)).toBe(-toNumber(there.total[party]!));
  });

  test("names the issues that differ, and no other", () => {
    const from = flagship.packages.find(({ id }) => id === "as_presented")!;
    const to = flagship.packages.find(({ id }) => id === "plus_sweeteners")!;
    const changed = comparison(flagship, from.choices, to.choices)
      .rows.filter(differs)
      .flatMap((row) => (row.kind === "issue" && row.from !== row.to ? [row.issue] : []));
    expect(changed.sort()).toEqual([...to.overrides].sort());
  });

  test("leaves out what is open in either, and gives the others the weight they have in the whole", () => {
    const [a, b] = [flagship.packages[0]!.choices, flagship.packages[1]!.choices];
    const { [ids[3]!]: _, ...partly } = b;
    const whole = comparison(flagship, a, b);
    const part = comparison(flagship, a, partly);
    expect(part.open).toEqual([ids[3]]);
    for (const row of part.rows) {
      if (row.kind !== "issue") continue;
      const other = whole.rows.find((one) => one.kind === "issue" && one.issue === row.issue)!;
      const tied = flagship.sheets.some(({ linkages }) =>
        linkages.some((one) => one.kind === "table" && one.issue === row.issue && one.given === ids[3]),
      );
      if (!tied) expect(row.change).toEqual(other.change);
    }
  });
});

describe("logrolling", () => {
  test("what a party gets and gives adds up to its total", () => {
    fc.assert(
      fc.property(someChoices(flagship), someChoices(flagship), (from, to) => {
        const compared = comparison(flagship, from, to);
        for (const { party, got, given, net, gets, gives } of balances(compared)) {
          expect(got + given).toBeCloseTo(net, 9);
          expect(net).toBeCloseTo(toNumber(compared.total[party]!), 9);
          for (const { points } of gets) expect(points).toBeGreaterThan(0);
          for (const { points } of gives) expect(points).toBeLessThan(0);
        }
      }),
      { numRuns: 40 },
    );
  });

  test("a concession that costs its maker 2 and is worth 6 to another is a trade of 3 to 1, whatever the scales", () => {
    const compared: Comparison = {
      parties: ["A", "B", "C"],
      rows: [
        row("cheap", { A: [-2n, 1n], B: [6n, 100n], C: [0n, 1n] }),
        row("dear", { A: [-6n, 1n], B: [2n, 100n], C: [0n, 1n] }),
        row("for all", { A: [1n, 1n], B: [1n, 100n], C: [1n, 1n] }),
      ],
      total: {},
      open: [],
    };
    const found = trades(compared, (party) => (party === "B" ? 1 : 100));
    expect(
      found.map(({ row: { change: _, ...rest }, gainer, loser }) => [
        rest.kind === "issue" && rest.issue,
        gainer,
        loser,
      ]),
    ).toEqual([
      ["cheap", "B", "A"],
      ["dear", "B", "A"],
    ]);
    expect(found[0]!.ratio).toBeCloseTo(3, 12);
    expect(found[1]!.ratio).toBeCloseTo(1 / 3, 12);
    expect(movement(compared.rows[0]!, (party) => (party === "B" ? 1 : 100))).toBeCloseTo(0.08, 12);
  });
});

function row(issue: string, change: Record<string, readonly [bigint, bigint]>) {
  return {
    kind: "issue" as const,
    issue,
    from: "a",
    to: "b",
    change: Object.fromEntries(Object.entries(change).map(([party, [num, den]]) => [party, rational(num, den)])),
  };
}

function withSheets(change: (sheet: PreferenceSheet) => PreferenceSheet): Scenario {
  return { ...flagship, sheets: flagship.sheets.map(change) };
}

function shipped(id: string): Scenario {
  const folder = new URL(`../../../../scenarios/${id}/`, import.meta.url);
  const files = ["scenario.yaml", ...readdirSync(new URL("sheets/", folder)).map((name) => `sheets/${name}`)];
  const { scenario, diagnostics } = parseScenario(
    new Map(files.map((name) => [name, readFileSync(new URL(name, folder), "utf8")])),
  );
  if (!scenario) throw new Error(diagnostics.map(({ message }) => message).join("\n"));
  return scenario;
}
