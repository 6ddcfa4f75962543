import { describe, expect, test } from "vitest";
import { graphModel } from "./graph-model.ts";
import { sanctionsOf } from "./sanctions-of.ts";

/** Parties and their moves as pairs, all ranks given. */
function model(
  states: number,
  parties: readonly { readonly moves: readonly (readonly [number, number])[]; readonly ranks?: readonly number[] }[],
) {
  return graphModel({
    states,
    moves: parties.map(({ moves }) =>
      Array.from({ length: states }, (_, state) => moves.flatMap(([from, to]) => (from === state ? [to] : []))),
    ),
    ranks: parties.map(({ ranks }) => ranks),
  });
}

describe("a move that a response holds", () => {
  // the prisoners' dilemma; states: neither cooperates, the first, the second, both
  const dilemma = model(4, [
    {
      moves: [
        [0, 1],
        [1, 0],
        [2, 3],
        [3, 2],
      ],
      ranks: [1, 0, 3, 2],
    },
    {
      moves: [
        [0, 2],
        [2, 0],
        [1, 3],
        [3, 1],
      ],
      ranks: [1, 3, 0, 2],
    },
  ]);

  test("names who answers, and where that leaves the one who moved", () => {
    const held = { improvement: true, held: true, witness: [{ party: 1, from: 2, to: 0 }], states: [0] };
    for (const concept of ["gmr", "smr", "seq", "sseq"] as const)
      expect(sanctionsOf(dilemma, 0, 3, 2, concept)).toEqual({ status: "exact", value: held });
  });

  test("is held by nothing where no response counts", () => {
    expect(sanctionsOf(dilemma, 0, 3, 2, "nash-stability")).toEqual({
      status: "exact",
      value: { improvement: true, held: false, states: [] },
    });
  });

  test("that is no improvement is said to be none", () => {
    expect(sanctionsOf(dilemma, 0, 0, 1, "gmr")).toMatchObject({ value: { improvement: false } });
  });

  test("is asked about only if the party can make it", () => {
    expect(() => sanctionsOf(dilemma, 0, 0, 3, "gmr")).toThrow("cannot move from state 0 to 3");
    expect(() => sanctionsOf(dilemma, 0, 9, 3, "gmr")).toThrow("no state 9");
    expect(() => sanctionsOf(dilemma, 2, 0, 3, "gmr")).toThrow("no party 2");
  });
});

test("a response that the mover can undo holds nothing, and the best way out of it is named", () => {
  const graph = model(5, [
    {
      moves: [
        [0, 1],
        [2, 3],
        [2, 4],
      ],
      ranks: [1, 2, 0, 2, 3],
    },
    { moves: [[1, 2]], ranks: [0, 0, 1, 0, 0] },
  ]);
  expect(sanctionsOf(graph, 0, 0, 1, "seq")).toMatchObject({ value: { held: true, states: [2] } });
  expect(sanctionsOf(graph, 0, 0, 1, "sseq")).toEqual({
    status: "exact",
    value: {
      improvement: true,
      held: false,
      states: [],
      countered: { response: [{ party: 1, from: 1, to: 2 }], counter: { party: 0, from: 2, to: 4 } },
    },
  });
});

test("the shortest of several responses is told, all that hold are listed", () => {
  const graph = model(5, [
    { moves: [[0, 1]], ranks: [1, 2, 0, 2, 0] },
    { moves: [[1, 3]], ranks: [0, 0, 0, 1, 0] },
    {
      moves: [
        [3, 2],
        [1, 4],
      ],
      ranks: [0, 0, 1, 0, 1],
    },
  ]);
  expect(sanctionsOf(graph, 0, 0, 1, "seq")).toMatchObject({
    value: { witness: [{ party: 2, from: 1, to: 4 }], states: [2, 4] },
  });
});

describe("where an order is not known", () => {
  const moves = [
    { moves: [[0, 1]], ranks: [1, 2, 0] },
    { moves: [[1, 2]], ranks: undefined },
  ] as const;
  const silentOther = model(3, [moves[0], { moves: moves[1].moves }]);

  test("a response that needs no good reason still holds, one that does is unknown", () => {
    expect(sanctionsOf(silentOther, 0, 0, 1, "gmr")).toMatchObject({ status: "exact", value: { held: true } });
    expect(sanctionsOf(silentOther, 0, 0, 1, "seq").status).toBe("unknown");
  });

  test("nothing is said about the party itself", () => {
    expect(sanctionsOf(silentOther, 1, 1, 2, "gmr").status).toBe("unknown");
  });

  test("what no response could hold is not held", () => {
    const harmless = model(3, [{ moves: [[0, 1]], ranks: [0, 1, 2] }, { moves: [[1, 2]] }]);
    expect(sanctionsOf(harmless, 0, 0, 1, "seq")).toMatchObject({ status: "exact", value: { held: false } });
  });
});
