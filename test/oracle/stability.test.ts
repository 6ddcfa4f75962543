import { describe, expect, test } from "vitest";
import {
  coalitionalEquilibria,
  coalitionalStability,
  type GraphModel,
  graphModel,
  graphOfConflict,
  movesFrom,
  sanctionsOf,
  stabilityConcepts,
  stableStates,
} from "#durability";
import { seededRandom } from "#prelude";
import { chance } from "./random-choice.ts";
import { randomConflict } from "./random-conflict.ts";
import {
  isStableByDefinition,
  reachable,
  type StabilityTable,
  stabilityTable,
  unheldByDefinition,
} from "./stability-oracle.ts";

const seeds = Array.from({ length: 300 }, (_, seed) => seed);
const batches = Array.from({ length: 10 }, (_, batch) => seeds.filter((seed) => seed % 10 === batch));

/** Conflicts in option form, and as many given state by state with moves that levers cannot make. */
const kinds: readonly {
  readonly kind: string;
  readonly make: (seed: number) => readonly [GraphModel, StabilityTable];
}[] = [
  {
    kind: "conflicts in option form",
    make: (seed) => {
      const conflict = randomConflict(seed);
      return [graphOfConflict(conflict), stabilityTable(conflict)];
    },
  },
  { kind: "conflicts given state by state", make: randomGraph },
];

describe.each(kinds)("on 300 random $kind", ({ make }) => {
  test.each(batches.map((batch) => [batch]))(
    "every cell of every concept is what the definition says (%#)",
    (batch) => {
      for (const seed of batch) {
        const [graph, table] = make(seed);
        const { cells, equilibria } = stableStates(graph);
        const parties = graph.moves.map((_, party) => party);
        const states = Array.from({ length: graph.states }, (_, state) => state);
        for (const concept of stabilityConcepts) {
          const expected = parties.map((party) =>
            states.map((state) => (isStableByDefinition(table, [party], state, concept) ? 1 : 0)),
          );
          expect(
            cells[concept]?.map((row) => [...row]),
            `seed ${seed}, ${concept}`,
          ).toEqual(expected);
          expect(equilibria[concept], `seed ${seed}, ${concept}`).toEqual({
            states: states.filter((state) => expected.every((row) => row[state] === 1)),
            undecided: [],
          });
        }
      }
    },
  );

  test.each(batches.map((batch) => [batch]))("so is every answer about coalitions (%#)", (batch) => {
    for (const seed of batch) {
      const [graph, table] = make(seed);
      const coalitions = everyCoalition(graph.moves.length);
      const states = Array.from({ length: graph.states }, (_, state) => state);
      const found = coalitionalEquilibria(graph);
      const wrong = states.flatMap((state) =>
        coalitions.flatMap((coalition) => {
          const cells = coalitionalStability(graph, coalition, state);
          return stabilityConcepts.filter((concept) => {
            const unheld = unheldByDefinition(table, coalition, state, concept);
            const expected = { stable: { status: "exact", value: unheld.length === 0 }, unheld };
            return JSON.stringify(cells[concept]) !== JSON.stringify(expected);
          });
        }),
      );
      expect(wrong, `seed ${seed}`).toEqual([]);
      for (const concept of stabilityConcepts)
        expect(found.equilibria[concept]?.states, `seed ${seed}, ${concept}`).toEqual(
          states.filter((state) =>
            coalitions.every((coalition) => isStableByDefinition(table, coalition, state, concept)),
          ),
        );
    }
  });

  test("what holds a move, its witness and its counter-move are what the definitions say", () => {
    for (const seed of seeds.filter((each) => each % 3 === 0)) {
      const [graph, table] = make(seed);
      for (const party of graph.moves.keys())
        for (let state = 0; state < graph.states; state++)
          for (const move of movesFrom(graph, party, state))
            for (const concept of stabilityConcepts)
              judgeSanctions(graph, table, { party, state, move, concept, seed });
    }
  });
});

function judgeSanctions(
  graph: GraphModel,
  table: StabilityTable,
  {
    party,
    state,
    move,
    concept,
    seed,
  }: {
    readonly party: number;
    readonly state: number;
    readonly move: number;
    readonly concept: (typeof stabilityConcepts)[number];
    readonly seed: number;
  },
): void {
  const at = `seed ${seed}, party ${party}, ${state} to ${move}, ${concept}`;
  const answer = sanctionsOf(graph, party, state, move, concept);
  if (answer.status !== "exact") throw new Error(`${at}: ${answer.status}`);
  const found = answer.value;
  const improving = concept === "seq" || concept === "sseq";
  const others = [...graph.moves.keys()].filter((other) => other !== party);
  const better = (end: number): boolean => table.prefers(party, end, state);
  const responses =
    concept === "nash-stability" ? new Map<number, number>() : reachable(table, others, move, improving);
  const harmful: readonly number[] = [...responses.keys()].filter((end) => !better(end));
  const counters = (end: number): readonly number[] =>
    concept === "smr" || concept === "sseq" ? table.moves[party]![end]!.filter(better) : [];
  const holding = harmful.filter((end) => counters(end).length === 0).sort((a, b) => a - b);
  expect(found.improvement, at).toBe(better(move));
  expect(found.states, at).toEqual(holding);
  expect(found.held, at).toBe(holding.length > 0);
  expect(found.witness !== undefined, at).toBe(holding.length > 0);
  expect(found.countered !== undefined, at).toBe(holding.length === 0 && harmful.length > 0);
  for (const path of [found.witness, found.countered?.response]) {
    if (!path) continue;
    let [here, last] = [move, -1];
    for (const step of path) {
      expect(step.from, at).toBe(here);
      expect(step.party, at).not.toBe(last);
      expect(step.party, at).not.toBe(party);
      expect(table.moves[step.party]![step.from]!, at).toContain(step.to);
      if (improving) expect(table.prefers(step.party, step.to, step.from), at).toBe(true);
      [here, last] = [step.to, step.party];
    }
    const ends = found.witness ? holding : harmful;
    expect(ends, at).toContain(here);
    expect(path.length, at).toBe(Math.min(...ends.map((end) => responses.get(end) ?? Number.NaN)));
  }
  if (found.countered) {
    const { counter } = found.countered;
    expect(counters(counter.from), at).toContain(counter.to);
    expect(counter.party, at).toBe(party);
    expect(found.countered.response.at(-1)?.to, at).toBe(counter.from);
  }
}

/** 2 to 9 states; moves that need not lead back, nor two of them be one; ties. */
function randomGraph(seed: number): readonly [GraphModel, StabilityTable] {
  const random = seededRandom(seed + 1000);
  const parties = 1 + random.below(4);
  const states = 2 + random.below(8);
  const density = 0.1 + 0.4 * random.uniform();
  const every = Array.from({ length: states }, (_, state) => state);
  const moves = Array.from({ length: parties }, () =>
    every.map((from) => every.filter((to) => to !== from && chance(random, density))),
  );
  const ranks = Array.from({ length: parties }, () => every.map(() => random.below(states) * 3 - 4));
  return [
    graphModel({ states, moves, ranks }),
    { codes: every, moves, prefers: (party, first, second) => ranks[party]![first]! > ranks[party]![second]! },
  ];
}

function everyCoalition(parties: number): readonly (readonly number[])[] {
  return Array.from({ length: 2 ** parties - 1 }, (_, mask) =>
    Array.from({ length: parties }, (_each, party) => party).filter((party) => ((mask + 1) >> party) & 1),
  );
}
