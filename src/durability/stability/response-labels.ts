import { type Adjacency, type GraphModel, type MoveRelation, relationOf } from "./graph-model.ts";

/** One who responds: its moves, and if only moves up in its own order count, that order. */
export type Responder = { readonly party: number; readonly moves: MoveRelation; readonly up?: Int32Array };

/** The label of a state from which no response leads anywhere. Above every rank. */
export const noResponse = 0x7fffffff;

/** The parties that have any move, each with all its moves. */
export function anyMoves(graph: GraphModel, parties: readonly number[]): readonly Responder[] {
  return parties
    .map((party) => ({ party, moves: relationOf(graph, party) }))
    .filter(({ moves }) => moves.forth.ends.length > 0);
}

/**
 * The same parties with improvements only. One whose order is not known makes no move, or any, as asked: what holds
 * with too few responses and what holds with too many bound what holds with its true ones.
 */
export function improvingMoves(
  graph: GraphModel,
  parties: readonly number[],
  orderUnknown: "no move" | "any move",
): readonly Responder[] {
  return anyMoves(graph, parties).flatMap((responder): readonly Responder[] => {
    const up = graph.ranks[responder.party];
    if (up) return [{ ...responder, up }];
    return orderUnknown === "any move" ? [responder] : [];
  });
}

/**
 * For each state, the least key among the states where the responders can end: by any legal sequence of at least one
 * move in which nobody moves twice in a row. `noResponse` where they have no move.
 * Keys are taken in ascending order, and from the states of each a search goes backwards over pairs (state, who moved
 * there last), each visited once: by the least key that reaches it. Time and memory O(states x responders + moves).
 * Yields how many states have served as ends, every `step` of them.
 * @param keys  at least 0, without large gaps, one per state.
 */
export function* responseLabels(
  keys: Int32Array,
  responders: readonly Responder[],
  step = 8192,
): Generator<number, Int32Array, unknown> {
  const sweep = newSweep(keys, responders);
  const order = byKey(keys);
  for (let done = 0; done < order.length; done += step) {
    if (done > 0) yield done;
    sweepFrom(sweep, order, done, Math.min(done + step, order.length));
  }
  return sweep.labels;
}

type Sweep = {
  readonly keys: Int32Array;
  readonly labels: Int32Array;
  readonly backs: readonly Adjacency[];
  readonly ups: readonly (Int32Array | undefined)[];
  /** Per state the responders, as bits, whose arrival there has been visited. */
  readonly visited: Uint32Array;
  /** state x responders + responder, each at most once. */
  readonly stack: Uint32Array;
};

function newSweep(keys: Int32Array, responders: readonly Responder[]): Sweep {
  return {
    keys,
    labels: new Int32Array(keys.length).fill(noResponse),
    backs: responders.map(({ moves }) => moves.back),
    ups: responders.map(({ up }) => up),
    visited: new Uint32Array(keys.length),
    stack: new Uint32Array(keys.length * responders.length),
  };
}

function sweepFrom(sweep: Sweep, order: Uint32Array, from: number, to: number): void {
  const { keys, labels, backs, ups, visited, stack } = sweep;
  const count = backs.length;
  if (count === 0) return;
  const all = 2 ** count - 1;
  let top = 0;
  for (let place = from; place < to; place++) {
    const seed = order[place]!;
    const key = keys[seed]!;
    let fresh = all & ~visited[seed]!;
    if (fresh === 0) continue;
    visited[seed] = all;
    for (; fresh !== 0; fresh &= fresh - 1) stack[top++] = seed * count + 31 - Math.clz32(fresh & -fresh);
    while (top > 0) {
      const node = stack[--top]!;
      const mover = node % count;
      const state = (node - mover) / count;
      const { starts, ends } = backs[mover]!;
      const up = ups[mover];
      const reached = up === undefined ? 0 : up[state]!;
      const others = all & ~(1 << mover);
      for (let move = starts[state]!, last = starts[state + 1]!; move < last; move++) {
        const origin = ends[move]!;
        if (up !== undefined && up[origin]! >= reached) continue;
        if (labels[origin] === noResponse) labels[origin] = key;
        let next = others & ~visited[origin]!;
        if (next === 0) continue;
        visited[origin]! |= next;
        for (; next !== 0; next &= next - 1) stack[top++] = origin * count + 31 - Math.clz32(next & -next);
      }
    }
  }
}

/** The states by ascending key, by counting. */
function byKey(keys: Int32Array): Uint32Array {
  const places = new Uint32Array(keys.reduce((most, key) => Math.max(most, key), 0) + 2);
  for (const key of keys) places[key + 1]!++;
  for (let key = 1; key < places.length; key++) places[key]! += places[key - 1]!;
  const order = new Uint32Array(keys.length);
  for (let state = 0; state < keys.length; state++) order[places[keys[state]!]!++] = state;
  return order;
}
