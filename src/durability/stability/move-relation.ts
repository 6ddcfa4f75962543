import { type LeverMoves, leverEnds, overReachableGroups } from "./lever-moves.ts";

/** What one party can move where in one step: spelled out, or by the levers it holds. Nobody moves to where it is. */
export type MoveRelation = ListedMoves | LeverMoves;

/** The same moves twice: from each state where to, and into each state where from. */
export type ListedMoves = { readonly kind: "listed"; readonly forth: Adjacency; readonly back: Adjacency };

/** The neighbours of state s are `ends[starts[s]]` to `ends[starts[s + 1] - 1]`, ascending. */
export type Adjacency = { readonly starts: Uint32Array; readonly ends: Uint32Array };

/** Where the party can move from a state, ascending. */
export function endsFrom(moves: MoveRelation, state: number): Uint32Array {
  if (moves.kind === "levers") return leverEnds(moves, state);
  const { starts, ends } = moves.forth;
  // both places exist: there is one start more than there are states
  return ends.subarray(starts[state]!, starts[state + 1]!);
}

/** Whether the party has a move anywhere. */
export function everMoves(moves: MoveRelation): boolean {
  return moves.kind === "levers" ? moves.anywhere : moves.forth.ends.length > 0;
}

/** For each state, 1 when the party has a move there. */
export function whereItMoves(moves: MoveRelation): Uint8Array {
  if (moves.kind === "levers") {
    const { groupOf, starts } = moves;
    const sizes = new Int32Array(starts.length - 1);
    for (let group = 0; group < sizes.length; group++) sizes[group] = starts[group + 1]! - starts[group]!;
    const within = overReachableGroups(moves, sizes, (one, other) => one + other);
    const moving = new Uint8Array(groupOf.length);
    for (let state = 0; state < moving.length; state++) moving[state] = within[groupOf[state]!]! > 1 ? 1 : 0;
    return moving;
  }
  const { starts } = moves.forth;
  return Uint8Array.from({ length: starts.length - 1 }, (_, state) => (starts[state] === starts[state + 1] ? 0 : 1));
}

/** For each state, the largest value among it and the states that the party can move to from there. */
export function bestWithinMove(moves: MoveRelation, values: Int32Array): Int32Array {
  if (moves.kind === "levers") {
    const { groupOf, starts, members } = moves;
    const most = new Int32Array(starts.length - 1);
    for (let group = 0; group < most.length; group++) {
      let best = values[members[starts[group]!]!]!; // no group is empty
      for (let place = starts[group]!; place < starts[group + 1]!; place++)
        best = Math.max(best, values[members[place]!]!);
      most[group] = best;
    }
    const reachable = overReachableGroups(moves, most, Math.max);
    const best = new Int32Array(values.length);
    for (let state = 0; state < best.length; state++) best[state] = reachable[groupOf[state]!]!;
    return best;
  }
  const { starts, ends } = moves.forth;
  const best = values.slice();
  for (let state = 0; state < best.length; state++)
    for (let move = starts[state]!; move < starts[state + 1]!; move++)
      best[state] = Math.max(best[state]!, values[ends[move]!]!);
  return best;
}
