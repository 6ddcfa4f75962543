import type { Search } from "#prelude";
import { type DefectionOptions, type FirstDefection, firstDefectionSearch } from "./first-defection.ts";
import { movesFrom } from "./graph-model.ts";
import type { StabilityConcept } from "./stability-concept.ts";
import type { FirstDefectionReport } from "./stability-report.ts";
import { type ConflictGraph, codeOf, moveVerdict } from "./stability-report-moves.ts";

/**
 * Two questions about one state. The first defection: the move that its mover prefers and that is held most weakly.
 * Robustness: the fewest swaps that end the stability of the state by any move, also one that nobody prefers today.
 * Where nobody prefers a move they are the same.
 */
export function* defectionReports(
  of: ConflictGraph,
  state: number,
  concept: StabilityConcept,
  options: Omit<DefectionOptions, "among"> = {},
): Search<{ readonly firstDefection: FirstDefectionReport; readonly robustness: FirstDefectionReport }> {
  const all = yield* firstDefectionSearch(of.graph, state, concept, options);
  const robustness = report(of, state, concept, "all moves", all);
  if (!somebodyWouldMove(of, state)) return { firstDefection: robustness, robustness };
  const preferred = yield* firstDefectionSearch(of.graph, state, concept, { ...options, among: "improvements" });
  return { firstDefection: report(of, state, concept, "improvements", preferred), robustness };
}

function report(
  of: ConflictGraph,
  state: number,
  concept: StabilityConcept,
  among: FirstDefectionReport["among"],
  { swaps, defections }: FirstDefection,
): FirstDefectionReport {
  return {
    state: codeOf(of, state),
    concept,
    among,
    swaps,
    defections: defections.map((defection) => moveVerdict(of, state, defection, concept)),
  };
}

/** Whether some party prefers where it can move; one of unknown order may. */
function somebodyWouldMove({ graph }: ConflictGraph, state: number): boolean {
  return [...graph.moves.keys()].some((party) => {
    const rank = graph.ranks[party];
    return movesFrom(graph, party, state).some((to) => !rank || rank[to]! > rank[state]!); // every state has a rank
  });
}
