import { type Adjacency, endsFrom, type ListedMoves, type MoveRelation } from "./move-relation.ts";

/**
 * A conflict as a graph: the states, what each party can move where in one step, and how each ranks the states.
 * States are numbered 0 to `states` - 1, parties 0 to `moves.length` - 1.
 * Source: Kilgour, Hipel & Fang 1987, "The graph model for conflicts", Automatica 23(1).
 */
export type GraphModel = {
  readonly states: number;
  /** When the model comes from levers: the code of each state, ascending. */
  readonly codes?: Uint32Array;
  /** One for each party. */
  readonly moves: readonly MoveRelation[];
  /** One for each party, a rank for each state: 0 is worst, higher is better, equal is a tie. undefined: not known. */
  readonly ranks: readonly (Int32Array | undefined)[];
};

/** More parties with moves than a mask of movers holds. */
export const mostParties = 31;

/**
 * A graph model given state by state.
 * @param moves  per party and state: the states it can move to in one step, in any order.
 * @param ranks  per party: any whole numbers, higher is better; undefined when its order is not known.
 * @throws RangeError for a move or a list that does not fit the number of states.
 */
export function graphModel(given: {
  readonly states: number;
  readonly moves: readonly (readonly (readonly number[])[])[];
  readonly ranks: readonly (readonly number[] | undefined)[];
}): GraphModel {
  const { states, moves, ranks } = given;
  if (moves.length !== ranks.length)
    throw new RangeError(`${moves.length} parties have moves, ${ranks.length} have ranks.`);
  if (moves.length > mostParties) throw new RangeError(`${moves.length} parties; there is room for ${mostParties}.`);
  return {
    states,
    moves: moves.map((lists) => listedMoves(adjacencyOf(states, lists))),
    ranks: ranks.map((row) => row && denseRanks(states, row)),
  };
}

/** Where a party can move from a state, ascending. */
export function movesFrom(graph: GraphModel, party: number, state: number): Uint32Array {
  if (!(state >= 0 && state < graph.states)) throw new RangeError(`There is no state ${state} of ${graph.states}.`);
  return endsFrom(relationOf(graph, party), state);
}

export function relationOf(graph: GraphModel, party: number): MoveRelation {
  const relation = graph.moves[party];
  if (!relation) throw new RangeError(`There is no party ${party} of ${graph.moves.length}.`);
  return relation;
}

/** The same order with ranks 0, 1, 2, ... without gaps. */
function denseRanks(states: number, row: readonly number[]): Int32Array {
  if (row.length !== states) throw new RangeError(`${row.length} ranks for ${states} states.`);
  const place = new Map([...new Set(row)].sort((a, b) => a - b).map((value, index) => [value, index]));
  return Int32Array.from(row, (value) => place.get(value)!); // every value of the row has a place
}

function adjacencyOf(states: number, lists: readonly (readonly number[])[]): Adjacency {
  if (lists.length !== states) throw new RangeError(`${lists.length} lists of moves for ${states} states.`);
  const starts = new Uint32Array(states + 1);
  const sorted = lists.map((list, state) => {
    const ends = [...new Set(list)].sort((a, b) => a - b);
    for (const end of ends)
      if (!Number.isInteger(end) || end < 0 || end >= states || end === state)
        throw new RangeError(`A move from state ${state} to ${end} in a model of ${states} states.`);
    return ends;
  });
  for (const [state, list] of sorted.entries()) starts[state + 1] = starts[state]! + list.length;
  return { starts, ends: Uint32Array.from(sorted.flat()) };
}

function listedMoves(forth: Adjacency): ListedMoves {
  return { kind: "listed", forth, back: reversed(forth) };
}

function reversed({ starts, ends }: Adjacency): Adjacency {
  const states = starts.length - 1;
  const turned = new Uint32Array(states + 1);
  for (const end of ends) turned[end + 1]!++;
  for (let state = 0; state < states; state++) turned[state + 1]! += turned[state]!;
  const next = turned.slice();
  const from = new Uint32Array(ends.length);
  for (let state = 0; state < states; state++)
    for (let move = starts[state]!; move < starts[state + 1]!; move++) from[next[ends[move]!]!++] = state;
  return { starts: turned, ends: from };
}
