import { expect, test } from "vitest";
import { graphModel } from "./graph-model.ts";
import { statusQuoPaths } from "./status-quo-path.ts";

/** Prisoners' dilemma: bit 0 the first defects, bit 1 the second. */
const prisoners = graphModel({
  states: 4,
  moves: [
    [[1], [0], [3], [2]],
    [[2], [3], [0], [1]],
  ],
  ranks: [
    [2, 3, 0, 1],
    [2, 0, 3, 1],
  ],
});

test("from cooperation improvements lead to both defecting, and not back", () => {
  expect(statusQuoPaths(prisoners, 0, [3])).toEqual([
    {
      to: 3,
      byImprovements: [
        { party: 0, from: 0, to: 1 },
        { party: 1, from: 1, to: 3 },
      ],
      byAnyMoves: [
        { party: 0, from: 0, to: 1 },
        { party: 1, from: 1, to: 3 },
      ],
    },
  ]);
  const [back] = statusQuoPaths(prisoners, 3, [0]);
  expect(back?.byImprovements).toBeUndefined();
  expect(back?.byAnyMoves).toHaveLength(2);
});

test("a state is reached from itself by no move", () => {
  expect(statusQuoPaths(prisoners, 0, [0])).toEqual([{ to: 0, byImprovements: [], byAnyMoves: [] }]);
});

test("nobody moves twice in a row: what takes two steps of one party alone is not reached", () => {
  const line = graphModel({ states: 3, moves: [[[1], [2], []]], ranks: [[0, 1, 2]] });
  expect(statusQuoPaths(line, 0, [1, 2])).toEqual([
    { to: 1, byImprovements: [{ party: 0, from: 0, to: 1 }], byAnyMoves: [{ party: 0, from: 0, to: 1 }] },
    { to: 2 },
  ]);
});

test("a party of unknown order makes no improvement, and may make any move", () => {
  const graph = graphModel({ states: 2, moves: [[[1], [0]]], ranks: [undefined] });
  expect(statusQuoPaths(graph, 0, [1])).toEqual([{ to: 1, byAnyMoves: [{ party: 0, from: 0, to: 1 }] }]);
});
