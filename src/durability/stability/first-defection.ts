import { type Answer, exact, run, type Search, unknown } from "#prelude";
import { sanctionThreshold, type Threshold, type Way } from "./first-defection-threshold.ts";
import { type GraphModel, movesFrom } from "./graph-model.ts";
import type { StabilityConcept } from "./stability-concept.ts";

export type FirstDefection = {
  /**
   * The fewest adjacent swaps after which somebody leaves the state by an improvement that nothing holds; 0: somebody
   * does today. Bounded when a limit was met before it was proved. Unknown when an order is not known and what is known
   * does not decide it, or when there is no such move.
   */
  readonly swaps: Answer<number>;
  /** All moves that tie; when bounded, all that may be first. By party, then by the state they lead to. */
  readonly defections: readonly Defection[];
};

export type Defection = {
  readonly party: number;
  readonly to: number;
  readonly swaps: Answer<number>;
  /** Which orders would have to change, and how: the first few ways. Empty for a move that nothing holds today. */
  readonly ways: readonly Way[];
};

export type DefectionOptions = {
  /**
   * Only moves that their mover prefers today, so that a sanction is what holds them; or every move, which gives the
   * fewest swaps that end the stability of the state. Every move unless given. A mover of unknown order counts in both.
   */
  readonly among?: "improvements" | "all moves";
  /** Sets of conditions tried for each move before its answer is bounded. */
  readonly nodes?: number;
};

/**
 * Who leaves a state first: the party and move that fewest adjacent swaps of orders, summed over all parties, turn into
 * an improvement that nothing holds. See `sanctionThreshold` for what a swap is and how the fewest are found.
 */
export function firstDefection(
  graph: GraphModel,
  state: number,
  concept: StabilityConcept,
  options: DefectionOptions = {},
): FirstDefection {
  return run(firstDefectionSearch(graph, state, concept, options));
}

/** The same move by move; told to finish, moves that were not looked at may be first, and the answer is bounded. */
export function* firstDefectionSearch(
  graph: GraphModel,
  state: number,
  concept: StabilityConcept,
  options: DefectionOptions = {},
): Search<FirstDefection> {
  const moves = movesAway(graph, state, options.among ?? "all moves");
  const found: Considered[] = [];
  let atMost = Number.POSITIVE_INFINITY;
  let finish = false;
  for (const [done, { party, to, atLeast }] of moves.entries()) {
    finish ||= (yield { phase: "first defection", done, of: moves.length, refinable: true }) === "finish";
    if (atLeast > atMost) break; // the moves after it need more still
    const threshold: Threshold = finish
      ? { swaps: unknown("The search ended early."), atLeast, ways: [] }
      : sanctionThreshold(graph, party, state, to, concept, { ...options, atMost });
    found.push({ party, to, ...threshold });
    atMost = Math.min(atMost, highOf(threshold.swaps));
  }
  return moves.length > 0 ? summary(found, atMost) : { swaps: unknown("There is no such move."), defections: [] };
}

type Considered = { readonly party: number; readonly to: number } & Threshold;

/** The moves of every party away from the state, those first that need fewest swaps to be an improvement. */
function movesAway(
  graph: GraphModel,
  state: number,
  among: "improvements" | "all moves",
): readonly { party: number; to: number; atLeast: number }[] {
  return [...graph.moves.keys()]
    .flatMap((party) =>
      [...movesFrom(graph, party, state)].map((to) => {
        const rank = graph.ranks[party];
        const below = rank ? rank[state]! - rank[to]! : -1; // every state has a rank
        return { party, to, atLeast: below < 0 ? 0 : Math.max(1, below) };
      }),
    )
    .filter(({ atLeast }) => among === "all moves" || atLeast === 0)
    .sort((a, b) => a.atLeast - b.atLeast || a.party - b.party || a.to - b.to);
}

function summary(found: readonly Considered[], best: number): FirstDefection {
  const candidates = found
    .filter(({ swaps, atLeast }) => atLeast <= best && (swaps.status !== "unknown" || atLeast < best))
    .sort((a, b) => a.party - b.party || a.to - b.to);
  const defections = candidates.map(({ party, to, swaps, ways }) => ({ party, to, swaps, ways }));
  if (best === Number.POSITIVE_INFINITY) {
    const reasons = new Set(candidates.flatMap(({ swaps }) => (swaps.status === "unknown" ? [swaps.reason] : [])));
    return { swaps: unknown([...reasons].join(" ") || "Nobody can ever leave unheld."), defections: [] };
  }
  const low = candidates.reduce((least, { atLeast }) => Math.min(least, atLeast), best);
  return { swaps: low === best ? exact(best) : { status: "bounded", low, high: best }, defections };
}

function highOf(swaps: Answer<number>): number {
  if (swaps.status === "exact") return swaps.value;
  return swaps.status === "bounded" ? swaps.high : Number.POSITIVE_INFINITY;
}
