import { movesFrom } from "../stability/graph-model.ts";
import { anyMoves, improvingMoves, type Responder } from "../stability/response-labels.ts";
import { type ConflictGraph, leverMove } from "../stability/stability-report-moves.ts";
import { type Move, walkFrom } from "../stability/walk.ts";
import type { ActsAgainstItself, HollowSanction } from "./aftermath-report.ts";

/**
 * The improvements from a state that are held by GMR and not by SEQ: what deters them is an answer that somebody would
 * have to give against its own order. This is how a hollow guarantee shows in a graph model.
 * Parties whose order is not known are no opponents here: of them nobody can say what is against it.
 * Time O(improvements x parties x (states + moves)).
 */
export function hollowSanctions(of: ConflictGraph, state: number): readonly HollowSanction[] {
  const { graph } = of;
  return [...graph.moves.keys()].flatMap((party) => {
    const rank = graph.ranks[party];
    if (!rank) return [];
    const others = [...graph.moves.keys()].filter((other) => other !== party && graph.ranks[other]);
    const willing = improvingMoves(graph, others, "no move");
    return [...movesFrom(graph, party, state)].flatMap((to): HollowSanction[] => {
      if (rank[to]! <= rank[state]!) return []; // every state has a rank
      const answer = (responders: readonly Responder[]): readonly Move[] | undefined => {
        const walk = walkFrom(graph.states, to, responders);
        const end = walk.ends.find((end) => rank[end]! <= rank[state]!);
        return end === undefined ? undefined : walk.pathTo(end);
      };
      if (answer(willing)) return [];
      const against = (path: readonly Move[]): readonly Move[] =>
        path.filter((move) => graph.ranks[move.party]![move.to]! <= graph.ranks[move.party]![move.from]!); // ordered, above
      const acting = (path: readonly Move[]): ActsAgainstItself => ({
        parties: [...new Set(against(path).map((move) => move.party))].sort((a, b) => a - b),
        acts: path.map((move) => leverMove(of, move)),
        against: against(path).map((move) => leverMove(of, move)),
      });
      const alone = anyMoves(graph, others).flatMap((one) => {
        const path = answer([...willing.filter(({ party: other }) => other !== one.party), one]);
        return path ? [acting(path)] : [];
      });
      const together = alone.length === 0 ? answer(anyMoves(graph, others)) : undefined;
      const ifActed = together ? [acting(together)] : alone;
      return ifActed.length === 0 ? [] : [{ move: leverMove(of, { party, from: state, to }), ifActed }];
    });
  });
}
