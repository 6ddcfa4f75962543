import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { seededRandom } from "#prelude";
import { randomConflict, randomPreferences } from "../../../test/oracle/random-conflict.ts";
import { coalitionalEquilibria, coalitionalEquilibriaSearch } from "./coalitional-equilibria.ts";
import { coalitionalStability, groupPath } from "./coalitional-stability.ts";
import { type GraphModel, graphModel } from "./graph-model.ts";
import { graphOfConflict } from "./graph-of-conflict.ts";
import { rankStates } from "./rank-states.ts";
import { stabilityConcepts } from "./stability-concept.ts";
import { stabilityCell, stableStates } from "./stable-states.ts";

const seeds = fc.integer({ min: 0, max: 2 ** 31 - 1 });

/** The prisoners' dilemma; states: neither cooperates, the first, the second, both. */
const dilemma = graphModel({
  states: 4,
  moves: [
    [[1], [0], [3], [2]],
    [[2], [3], [0], [1]],
  ],
  ranks: [
    [1, 0, 3, 2],
    [1, 3, 0, 2],
  ],
});

describe("in the prisoners' dilemma", () => {
  test("the two together leave mutual defection, so no Nash equilibrium is coalitional", () => {
    const { equilibria, broken } = coalitionalEquilibria(dilemma);
    expect(stabilityConcepts.map((concept) => equilibria[concept]?.states)).toEqual([[], [3], [3], [3], [3]]);
    for (const concept of stabilityConcepts)
      expect(broken[concept]).toEqual([{ state: 0, coalition: [0, 1], to: [3] }]);
  });

  test("the way there is told step by step", () => {
    expect(groupPath(dilemma, [0, 1], 0, 3)).toEqual([
      { party: 0, from: 0, to: 1 },
      { party: 1, from: 1, to: 3 },
    ]);
    expect(() => groupPath(dilemma, [0], 0, 3)).toThrow("No sequence of moves");
  });
});

test("a coalition of one is a party", () => {
  fc.assert(
    fc.property(seeds, (seed) => {
      const graph = graphOfConflict(randomConflict(seed));
      const { cells } = stableStates(graph);
      for (const party of graph.moves.keys())
        for (let state = 0; state < graph.states; state++) {
          const alone = coalitionalStability(graph, [party], state);
          for (const concept of stabilityConcepts)
            expect(alone[concept]?.stable).toEqual({
              status: "exact",
              value: cells[concept]![party]![state] === stabilityCell.stable,
            });
        }
    }),
    { numRuns: 40 },
  );
});

test("a member whose order is not known leaves no answer that some order of it would make wrong", () => {
  fc.assert(
    fc.property(seeds, (seed) => {
      const conflict = randomConflict(seed);
      const silent = seed % conflict.parties.length;
      const known = graphOfConflict(conflict);
      const withRanks = (ranks: Int32Array | undefined): GraphModel => ({
        ...known,
        ranks: known.ranks.with(silent, ranks),
      });
      const preferences = randomPreferences(seededRandom(seed), conflict.levers.length, [...known.codes!]);
      const drawn = withRanks(rankStates(known.codes!, preferences)); // it comes from levers
      const unsure = withRanks(undefined);
      for (const coalition of [[0], [0, conflict.parties.length - 1], conflict.parties.map((_, party) => party)])
        for (let state = 0; state < known.states; state++) {
          const members = [...new Set(coalition)];
          const said = coalitionalStability(unsure, members, state);
          const truly = coalitionalStability(drawn, members, state);
          for (const concept of stabilityConcepts) {
            if (said[concept]?.stable.status === "exact") expect(truly[concept]?.stable).toEqual(said[concept].stable);
            expect(truly[concept]?.unheld).toEqual(expect.arrayContaining([...said[concept]!.unheld]));
          }
        }
      const [before, after] = [coalitionalEquilibria(unsure).equilibria, coalitionalEquilibria(drawn).equilibria];
      for (const concept of stabilityConcepts) {
        const { states, undecided } = before[concept]!;
        expect(after[concept]!.states).toEqual(expect.arrayContaining([...states]));
        expect([...states, ...undecided]).toEqual(expect.arrayContaining([...after[concept]!.states]));
      }
    }),
    { numRuns: 60 },
  );
});

test("a search told to finish early leaves undecided what it has not looked at", () => {
  const search = coalitionalEquilibriaSearch(dilemma);
  let step = search.next("continue");
  while (!step.done && step.value.phase !== "coalitions") step = search.next("continue");
  expect(step.value).toMatchObject({ phase: "coalitions", done: 0, of: 2 });
  const end = search.next("finish");
  expect(end.done && end.value).toMatchObject({
    complete: false,
    equilibria: { "nash-stability": { states: [], undecided: [0] }, gmr: { states: [], undecided: [0, 3] } },
  });
});

test("an empty coalition and a state that is not there are refused", () => {
  expect(() => coalitionalStability(dilemma, [], 0)).toThrow(RangeError);
  expect(() => coalitionalStability(dilemma, [0], 4)).toThrow(RangeError);
});
