import type { GraphModel } from "./graph-model.ts";
import { anyMoves, improvingMoves } from "./response-labels.ts";
import { type Move, walkFrom } from "./walk.ts";

/** How one state is reached from another; an absent path: it is not. Both are empty for the state itself. */
export type StatusQuoPath = {
  readonly to: number;
  readonly byImprovements?: readonly Move[];
  readonly byAnyMoves?: readonly Move[];
};

/**
 * From one state to each of some others a shortest legal sequence of moves, nobody twice in a row: one in which every
 * move is an improvement for who makes it, from the state it leaves, and one of any moves. A party whose order is not
 * known makes no improvement. Ties: earlier party, then lower state, at the first step that differs.
 * Time O(parties x (states + moves)).
 * Source: Li, Kilgour & Hipel 2005, "Status quo analysis in the graph model for conflict resolution", Journal of the
 * Operational Research Society 56.
 */
export function statusQuoPaths(graph: GraphModel, from: number, to: readonly number[]): readonly StatusQuoPath[] {
  const parties = [...graph.moves.keys()];
  const improvements = walkFrom(graph.states, from, improvingMoves(graph, parties, "no move"));
  const any = walkFrom(graph.states, from, anyMoves(graph, parties));
  const improved = new Set(improvements.ends);
  const reached = new Set(any.ends);
  return to.map((end) => {
    if (end === from) return { to: end, byImprovements: [], byAnyMoves: [] };
    return {
      to: end,
      ...(improved.has(end) ? { byImprovements: improvements.pathTo(end) } : {}),
      ...(reached.has(end) ? { byAnyMoves: any.pathTo(end) } : {}),
    };
  });
}
