import { describe, expect, test } from "vitest";
import { exact, unknown } from "#prelude";
import { firstDefection, firstDefectionSearch } from "./first-defection.ts";
import { changedOrder } from "./first-defection-order.ts";
import { sanctionThreshold } from "./first-defection-threshold.ts";
import { type GraphModel, graphModel } from "./graph-model.ts";

/** Two levers, one each: state 0 neither taken, 1 the first's, 2 the second's, 3 both. */
const twoLevers = [
  [[1], [0], [3], [2]],
  [[2], [3], [0], [1]],
];

function twoByTwo(...ranks: readonly (readonly number[] | undefined)[]): GraphModel {
  return graphModel({ states: 4, moves: twoLevers, ranks });
}

/** Each does better by defecting, and both do worse when both defect. */
const prisoners = twoByTwo([2, 3, 0, 1], [2, 0, 3, 1]);
/** A crash is worst for both. */
const chicken = twoByTwo([2, 3, 1, 0], [2, 1, 3, 0]);

describe("prisoners' dilemma", () => {
  test("that both cooperate is held by each one's answer, and one swap ends it for either: in two ways", () => {
    // If one defects (1) the other answers (3), worse for one than 0. It ends when one prefers 3 to 0, neighbours in its
    // order (3 2 1 0: states 1, 0, 3, 2), or when the other prefers not to answer: 1 and 3 are neighbours in its order.
    const { swaps, defections } = firstDefection(prisoners, 0, "seq");
    expect(swaps).toEqual(exact(1));
    expect(defections.map(({ party, to }) => [party, to])).toEqual([
      [0, 1],
      [1, 2],
    ]);
    expect(defections[0]?.ways).toEqual([
      [{ party: 0, swaps: 1, reversals: [{ rises: 3, falls: 0 }] }],
      [{ party: 1, swaps: 1, reversals: [{ rises: 1, falls: 3 }] }],
    ]);
  });

  test("by GMR the other's order does not matter: only the defector's own swap ends it", () => {
    const { swaps, defections } = firstDefection(prisoners, 0, "gmr");
    expect(swaps).toEqual(exact(1));
    expect(defections[0]?.ways).toEqual([[{ party: 0, swaps: 1, reversals: [{ rises: 3, falls: 0 }] }]]);
  });

  test("by Nash stability cooperation is left already, and no order needs to change", () => {
    const { swaps, defections } = firstDefection(prisoners, 0, "nash-stability");
    expect(swaps).toEqual(exact(0));
    expect(defections.map(({ party, to, ways }) => [party, to, ways])).toEqual([
      [0, 1, []],
      [1, 2, []],
    ]);
  });

  test("that both defect tempts nobody; among all moves one swap makes a move that nobody prefers today", () => {
    expect(firstDefection(prisoners, 3, "seq", { among: "improvements" }).swaps).toEqual(
      unknown("There is no such move."),
    );
    expect(firstDefection(prisoners, 3, "seq", { among: "all moves" }).swaps).toEqual(exact(1));
  });
});

test("chicken: that both swerve is left at once by SEQ, since nobody would answer with a crash", () => {
  expect(firstDefection(chicken, 0, "seq").swaps).toEqual(exact(0));
  // by GMR a crash would be an answer: it is two places below both swerving (3 2 1 0: states 1, 0, 2, 3)
  expect(firstDefection(chicken, 0, "gmr").swaps).toEqual(exact(2));
});

test("a tie is broken by one swap, and a class between costs one more", () => {
  // the first party alone can move; equal: one split. Two classes down: two swaps.
  const lone = (ranks: readonly number[]) => graphModel({ states: 3, moves: [[[1], [], []]], ranks: [ranks] });
  expect(sanctionThreshold(lone([1, 1, 0]), 0, 0, 1, "seq").swaps).toEqual(exact(1));
  expect(sanctionThreshold(lone([1, 0, 2]), 0, 0, 1, "seq").swaps).toEqual(exact(1));
  expect(sanctionThreshold(lone([2, 0, 1]), 0, 0, 1, "seq").swaps).toEqual(exact(2));
  expect(sanctionThreshold(lone([0, 1, 2]), 0, 0, 1, "seq").swaps).toEqual(exact(0));
});

/** The first moves 0 to 1; either of the others answers, by 2 or by 3, which the first ranks last. */
const twoAnswers = graphModel({
  states: 14,
  moves: [
    [[1], ...Array.from({ length: 13 }, () => [])],
    [[], [2], ...Array.from({ length: 12 }, () => [])],
    [[], [3], ...Array.from({ length: 12 }, () => [])],
  ],
  ranks: [
    [12, 13, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11],
    [0, 1, 2, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0],
    [0, 1, 0, 3, 2, 0, 0, 0, 0, 0, 0, 0, 0, 0],
  ],
});

test("two opponents that can both answer must both change: swaps are summed over parties", () => {
  const { swaps, ways } = sanctionThreshold(twoAnswers, 0, 0, 1, "seq");
  expect(swaps).toEqual(exact(3)); // one for the second party, two for the third, which has state 4 in between
  expect(ways).toEqual([
    [
      { party: 1, swaps: 1, reversals: [{ rises: 1, falls: 2 }] },
      { party: 2, swaps: 2, reversals: [{ rises: 1, falls: 3 }] },
    ],
  ]);
});

test("with too little room to prove it the answer is bounded, and the bounds hold the exact one", () => {
  const { swaps } = sanctionThreshold(twoAnswers, 0, 0, 1, "seq", { nodes: 1 });
  // each answer must go, which takes a swap at least; the first party's own order alone: past twelve classes
  expect(swaps).toEqual({ status: "bounded", low: 1, high: 12 });
});

describe("what is not known", () => {
  test("a mover of unknown order leaves the answer unknown, or bounded by what others would need", () => {
    expect(firstDefection(twoByTwo(undefined, undefined), 0, "seq").swaps.status).toBe("unknown");
    // by GMR the second needs one swap whatever the first prefers; the first may need none
    expect(firstDefection(twoByTwo(undefined, [2, 0, 3, 1]), 0, "gmr").swaps).toEqual({
      status: "bounded",
      low: 0,
      high: 1,
    });
  });

  test("an opponent of unknown order leaves a sanction by SEQ unknown, and by GMR known", () => {
    const graph = twoByTwo([2, 3, 0, 1], undefined);
    expect(sanctionThreshold(graph, 0, 0, 1, "seq").swaps.status).toBe("unknown");
    expect(sanctionThreshold(graph, 0, 0, 1, "gmr").swaps).toEqual(exact(1));
  });

  test("a search told to finish says which moves may be first", () => {
    const search = firstDefectionSearch(prisoners, 0, "seq");
    let step = search.next("continue");
    while (!step.done) step = search.next("finish");
    expect(step.value.swaps.status).toBe("unknown");
  });

  test("where a response leads back to the start no change of orders is enough by GMR", () => {
    const graph = graphModel({
      states: 2,
      moves: [
        [[1], []],
        [[], [0]],
      ],
      ranks: [
        [0, 1],
        [0, 1],
      ],
    });
    expect(sanctionThreshold(graph, 0, 0, 1, "gmr").swaps.status).toBe("unknown");
    expect(sanctionThreshold(graph, 0, 0, 1, "seq").swaps).toEqual(exact(0));
  });
});

describe("the cheapest change of one order", () => {
  const order = Int32Array.from([5, 4, 3, 2, 1, 0]); // state 0 is best

  test("two states that must both fall below a third: one exchange each where they are neighbours", () => {
    const changed = changedOrder(order, [
      { rises: 2, falls: 0 },
      { rises: 2, falls: 1 },
    ]);
    expect(changed).toMatchObject({ swaps: 2 });
  });

  test("conditions in a circle contradict each other", () => {
    expect(
      changedOrder(order, [
        { rises: 1, falls: 0 },
        { rises: 0, falls: 1 },
      ]),
    ).toBe("impossible");
  });

  test("what is passed together costs one swap", () => {
    const tied = Int32Array.from([1, 1, 0]);
    expect(changedOrder(tied, [{ rises: 2, falls: 0 }])).toMatchObject({ swaps: 1 });
    // the tie-mate must stay above what rises: it is split off first
    expect(
      changedOrder(tied, [
        { rises: 2, falls: 0 },
        { rises: 1, falls: 2 },
      ]),
    ).toMatchObject({ swaps: 2 });
  });
});
