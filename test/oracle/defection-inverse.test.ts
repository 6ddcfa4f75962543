import { describe, expect, test } from "vitest";
import { graphModel, inverse } from "#durability";
import { type Random, seededRandom } from "#prelude";
import { type Order, oneSwapFrom, type SmallConflict, unheldMoves } from "./defection.ts";

describe("the inverse question", () => {
  test.each(["nash-stability", "gmr", "smr", "seq", "sseq"] as const)(
    "the needs are true of exactly the orders that make the state stable, and the swaps are fewest: %s",
    (concept) => {
      const random = seededRandom(5);
      let unstable = 0;
      for (let index = 0; index < 120; index++) {
        const conflict = randomConflict(random);
        const answer = inverse(graphOf(conflict), 0, 0, concept);
        if (answer.status !== "exact") throw new Error("All orders are known.");
        const { needs, swaps } = answer.value;
        for (let other = 0; other < 10; other++) {
          const own = randomOrder(random, conflict.states);
          const place = (state: number) => own.findIndex((members) => members.includes(state));
          const told = needs.every(({ oneOf }) =>
            oneOf.some((group) => group.every((state) => place(state) >= place(0))),
          );
          expect({ conflict, own, stable: told }).toEqual({ conflict, own, stable: stable(conflict, own, concept) });
        }
        const fewest = fewestOwnSwaps(conflict, concept);
        expect({ conflict, swaps }).toEqual({ conflict, swaps: { status: "exact", value: fewest } });
        if (fewest > 0) unstable += 1;
      }
      expect(unstable).toBeGreaterThan(5);
    },
  );

  test("no need follows from another", () => {
    const random = seededRandom(9);
    for (let index = 0; index < 40; index++) {
      const answer = inverse(graphOf(randomConflict(random)), 0, 0, "seq");
      if (answer.status !== "exact") throw new Error("All orders are known.");
      const sets = answer.value.needs.map(({ oneOf }) => new Set(oneOf.flat()));
      for (const [place, set] of sets.entries())
        for (const [index, other] of sets.entries())
          expect(place !== index && [...other].every((state) => set.has(state))).toBe(false);
    }
  });
});

type Concept = Parameters<typeof inverse>[3];

function stable(conflict: SmallConflict, own: Order, concept: Concept): boolean {
  const changed = { ...conflict, orders: [own, ...conflict.orders.slice(1)] };
  return unheldMoves(changed, 0, concept).every((move) => !move.startsWith("0>"));
}

/** By trying every order of the first party, nearest first. */
function fewestOwnSwaps(conflict: SmallConflict, concept: Concept): number {
  const start = conflict.orders[0] ?? [];
  let layer: Order[] = [start];
  const seen = new Set([JSON.stringify(start)]);
  for (let swaps = 0; layer.length > 0; swaps++) {
    if (layer.some((order) => stable(conflict, order, concept))) return swaps;
    const next = layer.flatMap(oneSwapFrom).filter((order) => {
      const key = JSON.stringify(order);
      return !seen.has(key) && seen.add(key);
    });
    layer = next;
  }
  throw new Error("A best state is stable.");
}

function graphOf({ states, moves, orders }: SmallConflict) {
  const ranks = orders.map((order) =>
    Array.from({ length: states }, (_, state) => -order.findIndex((members) => members.includes(state))),
  );
  return graphModel({ states, moves, ranks });
}

function randomConflict(random: Random): SmallConflict {
  const states = 4 + random.below(2);
  const share = 0.3 + 0.5 * random.uniform();
  const all = Array.from({ length: states }, (_, state) => state);
  const moves = Array.from({ length: 2 + random.below(2) }, () =>
    all.map((from) => all.filter((to) => to !== from && random.uniform() < share)),
  );
  return {
    states,
    moves,
    orders: moves.map(() => randomOrder(random, states)),
  };
}

function randomOrder(random: Random, states: number): Order {
  const classes: number[][] = [];
  for (let state = 0; state < states; state++) {
    const place = random.below(classes.length + 1);
    const tied = classes[place];
    if (tied && random.uniform() < 0.35) tied.push(state);
    else classes.splice(place, 0, [state]);
  }
  return classes;
}
