import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Conflict } from "#model";
import { seededRandom } from "#prelude";
import { randomConflict, randomPreferences } from "../../../test/oracle/random-conflict.ts";
import { type GraphModel, graphModel, movesFrom } from "./graph-model.ts";
import { graphOfConflict } from "./graph-of-conflict.ts";
import { rankStates } from "./rank-states.ts";
import { stabilityConcepts } from "./stability-concept.ts";
import { isStable, type Stability, stabilityCell, stableStates, stableStatesSearch } from "./stable-states.ts";

const seeds = fc.integer({ min: 0, max: 2 ** 31 - 1 });

/** The prisoners' dilemma: each holds one lever, to cooperate. States: neither, the first, the second, both. */
const dilemma: Conflict = {
  title: "prisoners' dilemma",
  parties: [
    { id: "first", name: "first" },
    { id: "second", name: "second" },
  ],
  levers: [
    { id: "a", name: "cooperate", party: 0, direction: "both" },
    { id: "b", name: "cooperate", party: 1, direction: "both" },
  ],
  impossible: [],
  preferences: [
    { kind: "ranking", classes: [[2], [3], [0], [1]] },
    { kind: "ranking", classes: [[1], [3], [0], [2]] },
  ],
  coalitions: [],
};

describe("the published example", () => {
  test("in the prisoners' dilemma mutual defection is the Nash equilibrium, and foresight holds cooperation too", () => {
    const { equilibria } = stableStates(graphOfConflict(dilemma));
    expect(stabilityConcepts.map((concept) => equilibria[concept]?.states)).toEqual([
      [0],
      [0, 3],
      [0, 3],
      [0, 3],
      [0, 3],
    ]);
  });
});

describe("joint responses", () => {
  // state 0 is left for 1, which is better; only state 4 is worse for party 0
  const chain = (movers: readonly number[]): Stability =>
    stableStates(
      graphModel({
        states: 5,
        moves: [0, 1, 2].map((party) =>
          [0, 1, 2, 3, 4].map((state) => ((state === 0 ? 0 : movers[state - 1]) === party ? [state + 1] : [])),
        ),
        ranks: [
          [1, 2, 2, 2, 0],
          [0, 1, 2, 3, 4],
          [0, 1, 2, 3, 4],
        ],
      }),
    );

  test("are longer than one move each when two opponents take turns", () => {
    const stability = chain([1, 2, 1]);
    expect(isStable(stability, "gmr", 0, 0)).toEqual({ status: "exact", value: true });
    expect(isStable(stability, "seq", 0, 0)).toEqual({ status: "exact", value: true });
  });

  test("never let one opponent move twice in a row", () => {
    const stability = chain([1, 1, 2]);
    expect(isStable(stability, "gmr", 0, 0)).toEqual({ status: "exact", value: false });
  });
});

describe("the laws of the five concepts", () => {
  test("Nash stability implies SMR and SSEQ, SSEQ implies SEQ and SMR, and each of them GMR", () => {
    const weaker = [
      ["nash-stability", "smr"],
      ["nash-stability", "sseq"],
      ["sseq", "seq"],
      ["sseq", "smr"],
      ["smr", "gmr"],
      ["seq", "gmr"],
    ] as const;
    fc.assert(
      fc.property(seeds, (seed) => {
        const { cells } = stableStates(graphOfConflict(randomConflict(seed)));
        for (const [strong, weak] of weaker)
          for (const [party, row] of cells[strong]!.entries())
            for (const [state, value] of row.entries())
              expect(cells[weak]![party]![state]).toBeGreaterThanOrEqual(value);
      }),
    );
  });

  test("naming parties and states in another order changes nothing", () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const graph = graphOfConflict(randomConflict(seed));
        const states = shuffled(seed, graph.states);
        const parties = shuffled(seed + 1, graph.moves.length);
        const renamed = stableStates(rebuilt(graph, states, parties));
        const { cells } = stableStates(graph);
        for (const concept of stabilityConcepts)
          for (const [to, from] of parties.entries())
            expect([...renamed.cells[concept]![to]!]).toEqual(states.map((state) => cells[concept]![from]![state]));
      }),
    );
  });

  test("any rising change of the ranks changes nothing", () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const graph = graphOfConflict(randomConflict(seed));
        const risen = rebuilt(graph, identity(graph.states), identity(graph.moves.length), (rank) => rank ** 3 - 7);
        expect(stableStates(risen).cells).toEqual(stableStates(graph).cells);
      }),
    );
  });

  test("a lever that nobody minds leaves every state as stable as it was, taken or not", () => {
    fc.assert(
      fc.property(seeds, fc.constantFrom("both", "forward", "back"), (seed, direction) => {
        const conflict = randomConflict(seed);
        const lever = conflict.levers.length;
        const party = seed % conflict.parties.length;
        const larger: Conflict = {
          ...conflict,
          levers: [...conflict.levers, { id: "idle", name: "idle", party, direction }],
          preferences: conflict.preferences.map((preferences) =>
            preferences?.kind === "ranking"
              ? {
                  kind: "ranking",
                  classes: preferences.classes.map((codes) => codes.flatMap((code) => [code, code + 2 ** lever])),
                }
              : preferences,
          ),
        };
        const graph = graphOfConflict(conflict);
        const [before, after] = [stableStates(graph).cells, stableStates(graphOfConflict(larger)).cells];
        // the new lever counts most, so the states with it follow those without
        for (const concept of stabilityConcepts)
          for (const [index, row] of before[concept]!.entries())
            expect([...after[concept]![index]!]).toEqual([...row, ...row]);
      }),
    );
  });

  test("taking a move away from a party never unsettles a state of its own Nash stability", () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const graph = graphOfConflict(randomConflict(seed));
        const random = seededRandom(seed);
        const poorer = rebuilt(
          graph,
          identity(graph.states),
          identity(graph.moves.length),
          undefined,
          () => random.below(3) > 0,
        );
        const before = stableStates(graph).cells["nash-stability"]!;
        const after = stableStates(poorer).cells["nash-stability"]!;
        for (const [party, row] of before.entries())
          for (const [state, value] of row.entries())
            if (value === stabilityCell.stable) expect(after[party]![state]).toBe(stabilityCell.stable);
      }),
    );
  });
});

describe("a party whose order is not known", () => {
  test("leaves no answer that some order of it would make wrong", () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const conflict = randomConflict(seed);
        const silent = seed % conflict.parties.length;
        const known = graphOfConflict(conflict);
        const codes = known.codes!; // it comes from levers
        const withRanks = (ranks: Int32Array | undefined): GraphModel => ({
          ...known,
          ranks: known.ranks.with(silent, ranks),
        });
        const { cells } = stableStates(withRanks(undefined));
        for (let draw = 0; draw < 5; draw++) {
          const preferences = randomPreferences(seededRandom(seed + draw), conflict.levers.length, [...codes]);
          const drawn = stableStates(withRanks(rankStates(codes, preferences))).cells;
          for (const concept of stabilityConcepts)
            for (const [party, row] of cells[concept]!.entries())
              for (const [state, value] of row.entries())
                if (value !== stabilityCell.unknown) expect(drawn[concept]![party]![state]).toBe(value);
        }
      }),
    );
  });

  test("does not make unknown what rests on the order of another alone", () => {
    const graph = graphOfConflict({ ...dilemma, preferences: [dilemma.preferences[0], undefined] });
    const { cells, equilibria } = stableStates(graph);
    const known = stableStates(graphOfConflict(dilemma)).cells;
    for (const concept of ["nash-stability", "gmr", "smr"] as const)
      expect(cells[concept]![0]).toEqual(known[concept]![0]);
    // the first leaves mutual cooperation unless the second would answer, and whether it would is not known
    expect(Array.from(cells.seq![0]!)).toEqual([1, 0, 1, 2]);
    expect(Array.from(cells.seq![1]!)).toEqual([2, 2, 2, 2]);
    expect(equilibria.seq).toEqual({ states: [], undecided: [0, 2, 3] });
    expect(isStable(stableStates(graph), "seq", 1, 0).status).toBe("unknown");
  });

  test("is content where it has no move", () => {
    const graph = graphModel({ states: 2, moves: [[[1], []]], ranks: [undefined] });
    for (const concept of stabilityConcepts)
      expect(Array.from(stableStates(graph).cells[concept]![0]!)).toEqual([
        stabilityCell.unknown,
        stabilityCell.stable,
      ]);
  });
});

describe("a search that is told to finish", () => {
  test("answers unknown for what it has not reached, and nothing wrongly", () => {
    fc.assert(
      fc.property(seeds, fc.integer({ min: 1, max: 12 }), (seed, steps) => {
        const graph = graphOfConflict(randomConflict(seed));
        const search = stableStatesSearch(graph);
        let step = search.next("continue");
        for (let done = 1; done < steps && !step.done; done++) step = search.next("continue");
        while (!step.done) step = search.next("finish");
        const whole = stableStates(graph).cells;
        for (const concept of stabilityConcepts)
          for (const [party, row] of step.value.cells[concept]!.entries())
            for (const [state, value] of row.entries())
              expect([whole[concept]![party]![state], stabilityCell.unknown]).toContain(value);
      }),
    );
  });

  test("says so, and how far it had got", () => {
    const search = stableStatesSearch(graphOfConflict(dilemma));
    expect(search.next("continue").value).toEqual({ phase: "stability", done: 0, of: 40, refinable: true });
    expect(search.next("continue").value).toMatchObject({ done: 4 });
    const end = search.next("finish");
    expect(end.done && end.value.complete).toBe(false);
  });
});

/** The same model with state k of the new one being `states[k]` of the old, and so for parties. */
function rebuilt(
  graph: GraphModel,
  states: readonly number[],
  parties: readonly number[],
  rise = (rank: number): number => rank,
  keep = (): boolean => true,
): GraphModel {
  const placeOf = new Map(states.map((state, place) => [state, place]));
  return graphModel({
    states: graph.states,
    moves: parties.map((party) =>
      states.map((state) => [...movesFrom(graph, party, state)].map((end) => placeOf.get(end)!).filter(keep)),
    ),
    ranks: parties.map((party) => states.map((state) => rise(graph.ranks[party]![state]!))),
  });
}

function identity(count: number): readonly number[] {
  return Array.from({ length: count }, (_, index) => index);
}

function shuffled(seed: number, count: number): readonly number[] {
  const random = seededRandom(seed);
  return identity(count)
    .map((index) => ({ index, by: random.uint32() }))
    .sort((a, b) => a.by - b.by)
    .map(({ index }) => index);
}
