import type { Conflict } from "#model";
import { err, ok, type Result } from "#prelude";
import { type GraphModel, mostParties } from "./graph-model.ts";
import { meets } from "./lever-condition.ts";
import { type Levers, leverMoves } from "./lever-moves.ts";
import { rankStates } from "./rank-states.ts";

/** Codes are tried one by one, so levers are the first bound; a state takes about 10 bytes for each party. */
export const graphLimits = { levers: 24, states: 1 << 20, parties: mostParties } as const;

/** Which bound of `graphLimits` a conflict breaks. */
export type GraphTooLarge = { readonly what: keyof typeof graphLimits; readonly has: number; readonly most: number };

/**
 * The graph model of a conflict in option form: its possible states by ascending code; a move of a party changes any
 * non-empty set of its own levers at once, keeps to their directions, and ends in a possible state.
 * The moves are not listed, so a party may
 * hold many of the levers. Time O(2^levers x clauses), memory O(2^levers).
 * @throws RangeError beyond `graphLimits`; for a conflict that a person gave, ask `graphWithinLimits` first.
 */
export function graphOfConflict(conflict: Conflict): GraphModel {
  const graph = graphWithinLimits(conflict);
  if (!graph.ok)
    throw new RangeError(`The conflict has ${graph.error.has} ${graph.error.what}, at most ${graph.error.most} fit.`);
  return graph.value;
}

/** The same, or which bound it breaks. */
export function graphWithinLimits(conflict: Conflict): Result<GraphModel, GraphTooLarge> {
  return graphOfPlayers(
    conflict,
    conflict.parties.map((_, party) => [party]),
    conflict.preferences,
  );
}

/** The graph of a conflict whose players are groups of its parties: a move changes any of the levers of a whole group. */
export function graphOfPlayers(
  conflict: Conflict,
  players: readonly (readonly number[])[],
  preferences: Conflict["preferences"],
): Result<GraphModel, GraphTooLarge> {
  if (conflict.levers.length > graphLimits.levers)
    return err({ what: "levers", has: conflict.levers.length, most: graphLimits.levers });
  if (players.length > mostParties) return err({ what: "parties", has: players.length, most: graphLimits.parties });
  const codes = possibleCodes(conflict);
  if (codes.length > graphLimits.states) return err({ what: "states", has: codes.length, most: graphLimits.states });
  const stateOf = new Int32Array((codes.at(-1) ?? 0) + 1).fill(-1);
  for (let state = 0; state < codes.length; state++) stateOf[codes[state]!] = state;
  const moves = players.map((player) => leverMoves(codes, stateOf, leversOf(conflict, player)));
  const ranks = preferences.map((each) => each && rankStates(codes, each));
  return ok({ states: codes.length, codes, moves, ranks });
}

function possibleCodes(conflict: Conflict): Uint32Array {
  const impossible = meets(conflict.impossible.flat());
  const codes = new Uint32Array(2 ** conflict.levers.length);
  let states = 0;
  for (let code = 0; code < codes.length; code++) if (!impossible(code)) codes[states++] = code;
  return codes.slice(0, states);
}

function leversOf(conflict: Conflict, player: readonly number[]): Levers {
  let [own, forward, back] = [0, 0, 0];
  for (const [index, { party, direction }] of conflict.levers.entries()) {
    if (!player.includes(party)) continue;
    own |= 1 << index;
    if (direction === "forward") forward |= 1 << index;
    if (direction === "back") back |= 1 << index;
  }
  return { own, forward, back };
}
