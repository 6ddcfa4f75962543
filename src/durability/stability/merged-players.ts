import type { Conflict, Preferences } from "#model";
import type { Result } from "#prelude";
import type { GraphModel } from "./graph-model.ts";
import { type GraphTooLarge, graphOfPlayers } from "./graph-of-conflict.ts";

/** Parties that act as one, and the one order they follow; undefined: not known. */
export type MergedPlayer = { readonly members: readonly number[]; readonly preferences: Preferences | undefined };

/** The graph model among players; player p of the graph is `players[p]`, its members ascending. */
export type MergedGraph = { readonly players: readonly (readonly number[])[]; readonly graph: GraphModel };

/**
 * The conflict with some parties merged for good: a merged player changes any of its members' levers in one move and
 * follows one order that is given to it. This is what gmcr-py calls a coalition. It is not the coalition of
 * `coalitionalStability`, whose members keep their own orders and join only where each of them gains.
 * Parties in no group stand alone; players are ordered by their first member.
 * @throws RangeError for an empty group, a party that is not there or one in two groups.
 */
export function mergedPlayers(conflict: Conflict, groups: readonly MergedPlayer[]): Result<MergedGraph, GraphTooLarge> {
  const taken = new Set<number>();
  for (const { members } of groups) {
    if (members.length === 0) throw new RangeError("A merged player has at least one member.");
    for (const party of members) {
      if (!conflict.parties[party]) throw new RangeError(`There is no party ${party} of ${conflict.parties.length}.`);
      if (taken.has(party)) throw new RangeError(`Party ${party} is in two merged players.`);
      taken.add(party);
    }
  }
  const alone = [...conflict.parties.keys()]
    .filter((party) => !taken.has(party))
    .map((party) => ({ members: [party], preferences: conflict.preferences[party] }));
  const merged = groups.map(({ members, preferences }) => ({
    members: [...members].sort((a, b) => a - b),
    preferences,
  }));
  // no group is empty
  const ordered = [...merged, ...alone].sort((a, b) => a.members[0]! - b.members[0]!);
  const players = ordered.map(({ members }) => members);
  const graph = graphOfPlayers(
    conflict,
    players,
    ordered.map(({ preferences }) => preferences),
  );
  return graph.ok ? { ok: true, value: { players, graph: graph.value } } : graph;
}
