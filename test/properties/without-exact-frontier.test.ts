import { expect, test } from "vitest";
import { findSettlement, paretoFrontier, problemOf, rulesInForce, settlementSpace, solutions } from "#analysis";
import type { Scenario } from "#model";
import { run } from "#prelude";
import { domain } from "../../bench/domains.ts";
import { approximately, fraction } from "../oracle/fraction.ts";
import { type Oracle, oracle } from "../oracle/oracle.ts";
import { randomScenario } from "../oracle/random-scenario.ts";
import { solutionDifferences } from "./efficiency-differences.ts";

/**
 * Small enough to enumerate, where `analyze` would read its solutions off the exact frontier. Large scenarios have
 * none, so the same functions are asked here without it. Every party consents: these functions know no other.
 */
const scenarios: readonly Scenario[] = [
  ...Array.from({ length: 200 }, (_, place) => {
    const scenario = randomScenario(20_001 + place);
    return { ...scenario, sheets: scenario.sheets.filter(({ party }) => scenario.agenda.consent.includes(party)) };
  }),
  ...Array.from({ length: 24 }, (_, place) =>
    domain({
      ...{
        seed: place + 1,
        options: [3, 3, 4, 3, 3, 2, 4, 3],
        parties: 2 + (place % 3),
        points: place % 2 === 0 ? 50 : 1000,
      },
      ...{ reservation: 0.4 + 0.1 * (place % 4), values: place % 5 === 0 ? ("spatial" as const) : ("random" as const) },
      ...{ linkages: 4, rules: 2, reach: 5 },
    }),
  ),
];

test("solutions found by branching, without a frontier to read them off, are those of the enumeration", () => {
  let asked = 0;
  const found = scenarios.flatMap((scenario) => {
    const answer = oracle(scenario);
    if (answer.zoneCount === 0) return [];
    asked++;
    const { problem, space } = compiled(scenario);
    const witness = run(findSettlement(space));
    if (witness.exists !== true) return [`${scenario.agenda.id}: no witness`];
    const ideal = Float64Array.from(answer.withEverything.ideals, (units, p) => toEngine(answer, problem, p, units));
    const solved = run(solutions(space, witness.path, ideal, undefined));
    return solutionDifferences(solved, answer).map((what) => `${scenario.agenda.id}: ${what}`);
  });
  expect(found).toEqual([]);
  expect(asked).toBeGreaterThan(100);
});

test("with cells, every efficient settlement of the zone is within epsilon of a listed one", () => {
  let coarser = 0;
  for (const scenario of scenarios) {
    const answer = oracle(scenario);
    if (answer.zoneCount === 0) continue;
    const { problem, space } = compiled(scenario);
    const units = (values: readonly number[]): number[] =>
      values.map((value, p) => toEngine(answer, problem, p, value));
    const inZone = new Set(
      answer.frontier.length > 0 ? zoneVectors(answer).map((values) => units(values).join(" ")) : [],
    );
    for (const cells of [4, 16]) {
      const ranges = answer.withEverything.ideals.map(
        (ideal, p) => ideal - answer.table.reservations[columnOf(answer, p)]!,
      );
      const cell = Float64Array.from(units(ranges), (range) => Math.max(1, Math.floor(range / cells)));
      const coarse = run(paretoFrontier(space, { atLeast: problem.threshold, cell }))!; // no limit: never undefined
      const listed = coarse.vectors.map(({ utilities }) => [...utilities]);
      for (const vector of listed) expect(inZone, scenario.agenda.id).toContain(vector.join(" "));
      for (const { values } of answer.frontier) {
        const exact = units(values);
        const near = listed.some((vector) => vector.every((value, p) => exact[p]! - value <= coarse.epsilon[p]!));
        expect(near, `${scenario.agenda.id}, ${cells} cells: ${exact}`).toBe(true);
      }
      if (listed.length < answer.frontier.length) coarser++;
    }
  }
  expect(coarser).toBeGreaterThan(20);
});

function compiled(scenario: Scenario) {
  const problem = problemOf(scenario, rulesInForce(scenario, {}));
  return { problem, space: settlementSpace(problem) };
}

/** The oracle's whole units as the engine's. */
function toEngine(answer: Oracle, problem: ReturnType<typeof problemOf>, p: number, units: number): number {
  const party = problem.parties[p]!;
  if (party !== answer.parties[p]) throw new Error("The engine orders its parties otherwise.");
  const { top, bottom } = fraction(BigInt(units), answer.table.unit);
  const { units: perPoint } = problem.scales[p]!;
  return approximately(fraction(top * perPoint.num, bottom * perPoint.den));
}

function columnOf(answer: Oracle, p: number): number {
  return answer.table.parties.indexOf(answer.parties[p]!);
}

function zoneVectors(answer: Oracle): readonly (readonly number[])[] {
  const all = 2 ** answer.table.constraints.length - 1;
  return answer.table.rows
    .filter(({ met }) => met === all)
    .map(({ utilities }) => answer.parties.map((_, p) => utilities[columnOf(answer, p)]!));
}
