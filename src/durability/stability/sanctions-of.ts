import { type Answer, exact, unknown } from "#prelude";
import { type GraphModel, movesFrom } from "./graph-model.ts";
import { anyMoves, improvingMoves, type Responder } from "./response-labels.ts";
import { conceptTraits, type StabilityConcept } from "./stability-concept.ts";
import { type Move, walkFrom } from "./walk.ts";

/** What stands against one move away from a state. */
export type Sanctions = {
  /** Whether the move is better for who makes it. A move that is not needs nothing to hold it. */
  readonly improvement: boolean;
  /** Whether some response leaves the mover no better off than in the state it left. */
  readonly held: boolean;
  /** A shortest response that does, step by step. */
  readonly witness?: readonly Move[];
  /** Every state in which such a response can end, ascending; with opponents of unknown order: whatever it is. */
  readonly states: readonly number[];
  /**
   * When nothing holds the move only because the mover may move again: a shortest response that would, and the
   * mover's best counter-move out of it.
   */
  readonly countered?: { readonly response: readonly Move[]; readonly counter: Move };
};

/**
 * Which responses of the others hold one move of a party.
 * @param move  the state it moves to. For Nash stability nothing is a response.
 * @returns unknown when the party's order is not known, or when all rests on the unknown order of another.
 * @throws RangeError when that is no move of the party. Time O(states + moves).
 */
export function sanctionsOf(
  graph: GraphModel,
  party: number,
  state: number,
  move: number,
  concept: StabilityConcept,
): Answer<Sanctions> {
  if (!movesFrom(graph, party, state).includes(move))
    throw new RangeError(`Party ${party} cannot move from state ${state} to ${move}.`);
  const rank = graph.ranks[party];
  if (!rank) return unknown("The order of the party that moves is not known.");
  const improvement = rank[move]! > rank[state]!; // every state has a rank
  if (concept === "nash-stability") return exact({ improvement, held: false, states: [] });
  const { improving, countered } = conceptTraits[concept];
  const opponents = [...graph.moves.keys()].filter((other) => other !== party);
  const judge = (responders: readonly Responder[]): Sanctions => ({
    improvement,
    ...responsesTo(graph, { party, rank, state, move, countered }, responders),
  });
  if (!improving) return exact(judge(anyMoves(graph, opponents)));
  const few = improvingMoves(graph, opponents, "no move");
  const many = improvingMoves(graph, opponents, "any move");
  const certain = judge(few);
  if (certain.held || many.length === few.length || !judge(many).held) return exact(certain);
  return unknown("Whether the move is held rests on the order of a party that is not known.");
}

type Deviation = {
  readonly party: number;
  readonly rank: Int32Array;
  readonly state: number;
  readonly move: number;
  readonly countered: boolean;
};

function responsesTo(
  graph: GraphModel,
  { party, rank, state, move, countered }: Deviation,
  responders: readonly Responder[],
): Omit<Sanctions, "improvement"> {
  const walk = walkFrom(graph.states, move, responders);
  const harmful = walk.ends.filter((end) => rank[end]! <= rank[state]!);
  const wayOut = (end: number): number | undefined => {
    let best: number | undefined;
    if (countered)
      for (const next of movesFrom(graph, party, end))
        if (rank[next]! > rank[state]! && (best === undefined || rank[next]! > rank[best]!)) best = next;
    return best;
  };
  const holding = harmful.filter((end) => wayOut(end) === undefined);
  const states = [...holding].sort((a, b) => a - b);
  const [nearest] = holding;
  if (nearest !== undefined) return { held: true, witness: walk.pathTo(nearest), states };
  const [undone] = harmful;
  if (undone === undefined) return { held: false, states };
  const to = wayOut(undone)!; // it does not hold, so there is one
  return { held: false, states, countered: { response: walk.pathTo(undone), counter: { party, from: undone, to } } };
}
