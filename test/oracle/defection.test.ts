import { describe, expect, test } from "vitest";
import { firstDefection, graphModel, type StabilityConcept } from "#durability";
import { type Random, seededRandom } from "#prelude";
import { nearestDefection, type Order, type SmallConflict, unheldMoves } from "./defection.ts";

describe("the first defection", () => {
  test.each([
    { concept: "seq", parties: 2, states: 4, cases: 200 },
    { concept: "seq", parties: 2, states: 5, cases: 100 },
    { concept: "seq", parties: 3, states: 4, cases: 60 },
    { concept: "sseq", parties: 2, states: 4, cases: 120 },
    { concept: "sseq", parties: 2, states: 5, cases: 40 },
    { concept: "smr", parties: 2, states: 4, cases: 60 },
    { concept: "gmr", parties: 2, states: 4, cases: 60 },
    { concept: "nash-stability", parties: 2, states: 4, cases: 30 },
  ] as const)("is what trying every order finds: $concept, $parties parties, $states states", (given) => {
    const random = seededRandom(20 + given.states * given.parties);
    let swapped = 0;
    for (let index = 0; index < given.cases; index++) {
      const conflict = randomConflict(random, given.parties, given.states);
      const expected = nearestDefection(conflict, 0, given.concept);
      if (expected !== "too many orders") {
        const found = engineAnswer(conflict, given.concept, "all moves");
        expect({ conflict, ...found }).toEqual({ conflict, ...(expected ?? never) });
        if (expected && expected.swaps > 0) swapped += 1;
      }
      const preferred = unheldMoves(conflict, 0, "nash-stability");
      const held = nearestDefection(conflict, 0, given.concept, preferred);
      if (held === "too many orders") continue;
      const found = engineAnswer(conflict, given.concept, "improvements");
      expect({ conflict, ...found }).toEqual({ conflict, ...(held ?? never) });
    }
    // not all are decided by a state that is left already
    expect(swapped).toBeGreaterThan(given.cases / 5);
  });
});

const never = { swaps: undefined, moves: [] };

function engineAnswer(
  conflict: SmallConflict,
  concept: StabilityConcept,
  among: "improvements" | "all moves",
): { swaps: number | undefined; moves: string[] } {
  const { states, moves, orders } = conflict;
  const ranks = orders.map((order) =>
    Array.from({ length: states }, (_, state) => -order.findIndex((members) => members.includes(state))),
  );
  const { swaps, defections } = firstDefection(graphModel({ states, moves, ranks }), 0, concept, { among });
  if (swaps.status === "bounded" || swaps.status === "estimate")
    throw new Error("Small conflicts are answered exactly.");
  return {
    swaps: swaps.status === "exact" ? swaps.value : undefined,
    moves: defections.map(({ party, to }) => `${party}>${to}`).sort(),
  };
}

function randomConflict(random: Random, parties: number, states: number): SmallConflict {
  const share = 0.3 + 0.5 * random.uniform();
  const all = Array.from({ length: states }, (_, state) => state);
  return {
    states,
    moves: Array.from({ length: parties }, () =>
      all.map((from) => all.filter((to) => to !== from && random.uniform() < share)),
    ),
    orders: Array.from({ length: parties }, () => randomOrder(random, all)),
  };
}

function randomOrder(random: Random, all: readonly number[]): Order {
  const classes: number[][] = [];
  for (const state of all) {
    const place = Math.floor(random.uniform() * (classes.length + 1));
    const tied = classes[place];
    if (tied && random.uniform() < 0.35) tied.push(state);
    else classes.splice(place, 0, [state]);
  }
  return classes;
}
