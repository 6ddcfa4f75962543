import { type GraphModel, relationOf } from "./graph-model.ts";
import { inGroups, type LeverMoves } from "./lever-moves.ts";
import { everMoves, type ListedMoves, type MoveRelation } from "./move-relation.ts";

/** One who responds: its moves, and if only moves up in its own order count, that order. */
export type Responder = { readonly party: number; readonly moves: MoveRelation; readonly up?: Int32Array };

/** The label of a state from which no response leads anywhere. Above every rank. */
export const noResponse = 0x7fffffff;

/** The parties that have any move, each with all its moves. */
export function anyMoves(graph: GraphModel, parties: readonly number[]): readonly Responder[] {
  return parties.map((party) => ({ party, moves: relationOf(graph, party) })).filter(({ moves }) => everMoves(moves));
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
  /** The responders as bits. */
  readonly all: number;
  readonly arrivals: readonly Arrivals[];
  /** Per state the responders, as bits, whose arrival there has been visited. */
  readonly visited: Uint32Array;
  /** state x responders + responder, each at most once; the first `top` of it wait. */
  readonly stack: Uint32Array;
  top: number;
};

/** How one responder came to a state. */
type Arrivals = ListedArrivals | LeverArrivals;
type ListedArrivals = { readonly moves: ListedMoves; readonly up: Int32Array | undefined };

/**
 * Of each group the states that the responder has not yet been seen to leave: from `next` on, by ascending rank where
 * only moves up count. Once seen, a later arrival from there tells nothing new, so each state is taken off once and the
 * cost does not grow with the number of moves.
 */
type LeverArrivals = {
  readonly moves: LeverMoves;
  readonly up: Int32Array | undefined;
  readonly waiting: Uint32Array;
  readonly next: Uint32Array;
};

function newSweep(keys: Int32Array, responders: readonly Responder[]): Sweep {
  return {
    keys,
    labels: new Int32Array(keys.length).fill(noResponse),
    all: 2 ** responders.length - 1,
    arrivals: responders.map(arrivalsOf),
    visited: new Uint32Array(keys.length),
    stack: new Uint32Array(keys.length * responders.length),
    top: 0,
  };
}

function arrivalsOf({ moves, up }: Responder): Arrivals {
  if (moves.kind === "listed") return { moves, up };
  const waiting = up ? inGroups(moves.groupOf, moves.starts, byKey(up)) : moves.members.slice();
  return { moves, up, waiting, next: moves.starts.slice(0, -1) };
}

function sweepFrom(sweep: Sweep, order: Uint32Array, from: number, to: number): void {
  const { keys, all, arrivals, stack } = sweep;
  const count = arrivals.length;
  if (count === 0) return;
  for (let place = from; place < to; place++) {
    const end = order[place]!;
    const key = keys[end]!;
    arrive(sweep, end, all);
    while (sweep.top > 0) {
      const node = stack[--sweep.top]!;
      const mover = node % count;
      const state = (node - mover) / count;
      const how = arrivals[mover]!; // a node names one of the responders
      if ("waiting" in how) backByLevers(sweep, how, state, all & ~(1 << mover), key);
      else backByList(sweep, how, state, all & ~(1 << mover), key);
    }
  }
}

/** Arrivals of these responders at a state wait to be looked at, if they have not been. */
function arrive(sweep: Sweep, state: number, responders: number): void {
  const { visited, stack, arrivals } = sweep;
  let fresh = responders & ~visited[state]!;
  if (fresh === 0) return;
  visited[state]! |= fresh;
  for (; fresh !== 0; fresh &= fresh - 1)
    stack[sweep.top++] = state * arrivals.length + 31 - Math.clz32(fresh & -fresh);
}

function backByList(sweep: Sweep, { moves, up }: ListedArrivals, state: number, others: number, key: number): void {
  const { labels } = sweep;
  const { starts, ends } = moves.back;
  for (let move = starts[state]!, last = starts[state + 1]!; move < last; move++) {
    const origin = ends[move]!;
    if (up !== undefined && up[origin]! >= up[state]!) continue;
    if (labels[origin] === noResponse) labels[origin] = key;
    arrive(sweep, origin, others);
  }
}

function backByLevers(sweep: Sweep, how: LeverArrivals, state: number, others: number, key: number): void {
  const { keys, groupAt, groupOf, forward, back } = how.moves;
  const own = keys[groupOf[state]!]!;
  const done = own & (forward | back);
  // from where less had been done for good, down to nothing
  for (let undone = done; ; undone = (undone - 1) & done) {
    const group = groupAt[own ^ undone]!;
    if (group !== -1) leaveGroup(sweep, how, group, state, others, key);
    if (undone === 0) break;
  }
}

function leaveGroup(sweep: Sweep, how: LeverArrivals, group: number, state: number, others: number, key: number): void {
  const { moves, up, waiting, next } = how;
  const { labels } = sweep;
  const last = moves.starts[group + 1]!;
  let place = next[group]!;
  let stays = false;
  for (; place < last; place++) {
    const origin = waiting[place]!;
    if (up === undefined && origin === state) {
      stays = true; // nobody moves to where it is
      continue;
    }
    if (up !== undefined && up[origin]! >= up[state]!) break;
    if (labels[origin] === noResponse) labels[origin] = key;
    arrive(sweep, origin, others);
  }
  if (stays) waiting[--place] = state;
  next[group] = place;
}

/** The states by ascending key, by counting. */
function byKey(keys: Int32Array): Uint32Array {
  let most = 0;
  for (const key of keys) if (key > most) most = key;
  const places = new Uint32Array(most + 2);
  for (const key of keys) places[key + 1]!++;
  for (let key = 1; key < places.length; key++) places[key]! += places[key - 1]!;
  const order = new Uint32Array(keys.length);
  for (let state = 0; state < keys.length; state++) order[places[keys[state]!]!++] = state;
  return order;
}
