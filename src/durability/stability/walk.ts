import { endsFrom } from "./move-relation.ts";
import type { Responder } from "./response-labels.ts";

/** One step of a sequence: who moves from which state to which. */
export type Move = { readonly party: number; readonly from: number; readonly to: number };

/** Where the walkers can end from one state, by legal sequences of at least one move in which nobody moves twice in a row. */
export type Walk = {
  /** Every such state once, those of shorter sequences first; it may hold the state where the walk began. */
  readonly ends: readonly number[];
  /** A shortest sequence to one of the ends. Ties: earlier party, then lower state, at the first step that differs. */
  readonly pathTo: (end: number) => readonly Move[];
};

/** Breadth first over pairs (state, who moved there last). Time and memory O(states x walkers + moves). */
export function walkFrom(states: number, from: number, walkers: readonly Responder[]): Walk {
  const count = walkers.length;
  const start = states * count;
  const cameFrom = new Int32Array(start).fill(-1);
  const taken = new Uint8Array(start); // a mover's second time at a state leads nowhere new
  const queue: number[] = [];
  const firstArrival = new Int32Array(states).fill(-1);
  const ends: number[] = [];
  const step = (state: number, lastMover: number, node: number): void => {
    for (const [mover, { moves, up }] of walkers.entries()) {
      const turn = state * count + mover;
      if (mover === lastMover || taken[turn] === 1) continue;
      taken[turn] = 1;
      for (const target of endsFrom(moves, state)) {
        const next = target * count + mover;
        if (cameFrom[next] !== -1 || (up !== undefined && up[target]! <= up[state]!)) continue;
        cameFrom[next] = node;
        queue.push(next);
        if (firstArrival[target] === -1) {
          firstArrival[target] = next;
          ends.push(target);
        }
      }
    }
  };
  step(from, -1, start);
  for (let place = 0; place < queue.length; place++) {
    const node = queue[place]!;
    step(Math.floor(node / count), node % count, node);
  }
  const pathTo = (end: number): readonly Move[] => {
    const path: Move[] = [];
    let node = firstArrival[end] ?? -1;
    if (node === -1) throw new RangeError(`No sequence of moves leads from state ${from} to ${end}.`);
    while (node !== start) {
      const before = cameFrom[node]!; // every arrival has an origin
      const origin = before === start ? from : Math.floor(before / count);
      // a node names one of the walkers
      path.push({ party: walkers[node % count]!.party, from: origin, to: Math.floor(node / count) });
      node = before;
    }
    return path.reverse();
  };
  return { ends, pathTo };
}
