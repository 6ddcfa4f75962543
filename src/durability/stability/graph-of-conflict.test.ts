import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Conflict, ConflictLever } from "#model";
import { randomConflict } from "../../../test/oracle/random-conflict.ts";
import { stabilityTable } from "../../../test/oracle/stability-oracle.ts";
import { type GraphModel, graphModel, movesFrom } from "./graph-model.ts";
import { graphLimits, graphOfConflict, graphWithinLimits } from "./graph-of-conflict.ts";
import { stabilityConcepts } from "./stability-concept.ts";
import { stableStates } from "./stable-states.ts";

/** A conflict of parties whose levers are given as directions; nobody's order is known. */
function conflictOf(parties: readonly (readonly ConflictLever["direction"][])[]): Conflict {
  return {
    title: "levers",
    parties: parties.map((_, index) => ({ id: `p${index}`, name: `party ${index}` })),
    levers: parties.flatMap((directions, party) =>
      directions.map((direction, index) => ({ id: `l${party}-${index}`, name: `lever ${index}`, party, direction })),
    ),
    impossible: [],
    preferences: parties.map(() => undefined),
    coalitions: [],
  };
}

describe("the moves of a party", () => {
  test("change any of its own levers at once, and no others", () => {
    const graph = graphOfConflict(conflictOf([["both", "both"], ["both"]]));
    expect([...movesFrom(graph, 0, 0)]).toEqual([1, 2, 3]);
    expect([...movesFrom(graph, 0, 6)]).toEqual([4, 5, 7]);
    expect([...movesFrom(graph, 1, 2)]).toEqual([6]);
  });

  test("never take back what cannot be taken back, nor take what was given up for good", () => {
    const graph = graphOfConflict(conflictOf([["forward", "back"]]));
    expect([0, 1, 2, 3].map((state) => [...movesFrom(graph, 0, state)])).toEqual([[1], [], [0, 1, 3], [1]]);
  });

  test("end in possible states only, and may pass over impossible ones", () => {
    const graph = graphOfConflict({
      ...conflictOf([["both", "both"]]),
      impossible: [
        [
          [
            { lever: 0, taken: true },
            { lever: 1, taken: false },
          ],
        ],
        [
          [
            { lever: 0, taken: false },
            { lever: 1, taken: true },
          ],
        ],
      ],
    });
    expect([...graph.codes!]).toEqual([0, 3]); // it comes from levers
    expect([...movesFrom(graph, 0, 0)]).toEqual([1]);
  });

  test("are what the definition says on random conflicts", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 2 ** 31 - 1 }), (seed) => {
        const conflict = randomConflict(seed);
        const graph = graphOfConflict(conflict);
        const { codes, moves } = stabilityTable(conflict);
        expect([...graph.codes!]).toEqual(codes); // it comes from levers
        expect(listed(graph)).toEqual(moves);
      }),
    );
  });
});

describe("moves by levers and moves spelled out", () => {
  test("give the same stable states", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 2 ** 31 - 1 }), (seed) => {
        const graph = graphOfConflict(randomConflict(seed));
        expect(stableStates(graph).cells).toEqual(stableStates(spelledOut(graph)).cells);
      }),
    );
  });

  test.each(["forward", "back"] as const)(
    "even when a lever that goes %s is the highest and no state has it taken",
    (direction) => {
      const bare = conflictOf([
        ["both", direction],
        ["both", "both", direction],
      ]);
      const conflict: Conflict = {
        ...bare,
        impossible: [
          [
            [{ lever: 4, taken: true }],
            [
              { lever: 0, taken: true },
              { lever: 2, taken: true },
            ],
          ],
        ],
        preferences: [0, 1].map((party) => ({
          kind: "statements",
          statements: [
            [[{ lever: 2 - 2 * party, taken: true }]],
            [
              [
                { lever: 1, taken: party === 1 },
                { lever: 3, taken: true },
              ],
            ],
          ],
        })),
      };
      const graph = graphOfConflict(conflict);
      expect(listed(graph)).toEqual(stabilityTable(conflict).moves);
      expect(stableStates(graph).cells).toEqual(stableStates(spelledOut(graph)).cells);
      expect(
        stabilityConcepts.map((concept) => stableStates(graph).cells[concept]!.some((row) => row.includes(0))),
      ).toContain(true);
    },
  );

  test("also where one party holds most of the levers", () => {
    const lopsided = conflictOf([Array(7).fill("both"), ["forward"], ["both"]]);
    const conflict: Conflict = {
      ...lopsided,
      preferences: [0, 1, 2].map((party) => ({
        kind: "statements",
        statements: [0, 1, 2, 3].map((place) => [
          [
            { lever: (3 * party + 2 * place) % 9, taken: place % 2 === 0 },
            { lever: (party + 7 - place) % 9, taken: true },
          ],
        ]),
      })),
    };
    const graph = graphOfConflict(conflict);
    expect(stableStates(graph).cells).toEqual(stableStates(spelledOut(graph)).cells);
  });
});

describe("the order by statements", () => {
  test("puts the first statement before all others together, however many there are", () => {
    const levers = 2;
    const statements = [
      [[{ lever: 0, taken: true }]],
      ...Array.from({ length: 1100 }, () => [[{ lever: 1, taken: true }]]),
    ];
    const graph = graphOfConflict({
      ...conflictOf([Array(levers).fill("both")]),
      preferences: [{ kind: "statements", statements }],
    });
    expect([...graph.ranks[0]!]).toEqual([0, 2, 1, 3]);
  });

  test("ties states that meet the same statements", () => {
    const graph = graphOfConflict({
      ...conflictOf([["both", "both"]]),
      preferences: [{ kind: "statements", statements: [[[{ lever: 0, taken: true }], [{ lever: 1, taken: true }]]] }],
    });
    expect([...graph.ranks[0]!]).toEqual([0, 1, 1, 1]);
  });

  test("stays unknown where a party has none", () => {
    expect(graphOfConflict(conflictOf([["both"]])).ranks).toEqual([undefined]);
  });
});

describe("a ranking", () => {
  const ranked = (classes: readonly (readonly number[])[]): Conflict => ({
    ...conflictOf([["both"]]),
    preferences: [{ kind: "ranking", classes }],
  });

  test.each([
    ["leaves out a state", [[0]]],
    ["names a state twice", [[0], [1], [0]]],
  ])("that %s is no order", (_what, classes) => {
    expect(() => graphOfConflict(ranked(classes))).toThrow(RangeError);
  });
});

describe("a conflict too large to be looked at state by state", () => {
  test("is refused with what is too many", () => {
    const conflict = conflictOf([Array(25).fill("both")]);
    expect(graphWithinLimits(conflict)).toEqual({
      ok: false,
      error: { what: "levers", has: 25, most: graphLimits.levers },
    });
    expect(() => graphOfConflict(conflict)).toThrow("25 levers");
  });

  test("is refused for its possible states, not for those ruled out", () => {
    const conflict = conflictOf([Array(11).fill("both"), Array(10).fill("both")]);
    expect(graphWithinLimits(conflict)).toMatchObject({ ok: false, error: { what: "states", has: 2 ** 21 } });
    const ruledOut: Conflict = { ...conflict, impossible: [[[{ lever: 20, taken: true }]]] };
    expect(graphWithinLimits(ruledOut)).toMatchObject({ ok: true, value: { states: 2 ** 20 } });
  });
});

function listed(graph: GraphModel): readonly (readonly (readonly number[])[])[] {
  return graph.moves.map((_, party) =>
    Array.from({ length: graph.states }, (_each, state) => [...movesFrom(graph, party, state)]),
  );
}

function spelledOut(graph: GraphModel): GraphModel {
  return graphModel({
    states: graph.states,
    moves: listed(graph),
    ranks: graph.ranks.map((ranks) => ranks && [...ranks]),
  });
}
