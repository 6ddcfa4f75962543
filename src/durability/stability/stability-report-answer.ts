import type { Conflict } from "#model";
import { type GraphModel, movesFrom } from "./graph-model.ts";
import { conceptTraits, type StabilityConcept } from "./stability-concept.ts";
import type { Move } from "./walk.ts";

type ConflictGraph = { readonly conflict: Conflict; readonly graph: GraphModel };

/**
 * Levers of a move that its mover would rather have left as they were: the rest of the move alone is better for it, and
 * possible. SEQ counts any move that is better than none, so a sanction may be made of a change that is wanted and one
 * that is not; what it then rests on is the second.
 */
export function unwantedLevers({ conflict, graph }: ConflictGraph, { party, from, to }: Move): readonly number[] {
  const { codes } = graph;
  const rank = graph.ranks[party];
  if (!codes || !rank) return [];
  const [before, after] = [codes[from]!, codes[to]!]; // every state has a code
  return [...conflict.levers.keys()].filter((lever) => {
    const bit = 1 << lever;
    if (((before ^ after) & bit) === 0 || (before ^ after) === bit) return false;
    const without = stateOfCode(codes, after ^ bit);
    return without !== undefined && rank[without]! > rank[to]!;
  });
}

/**
 * A shortest response to a move that ends in one of these states and in which nobody changes a lever that it would rather
 * leave; undefined: there is none. Nobody moves twice in a row. By SEQ and SSEQ every step is an improvement.
 */
export function wholeheartedAnswer(
  of: ConflictGraph,
  party: number,
  to: number,
  concept: StabilityConcept,
  endings: readonly number[],
): readonly Move[] | undefined {
  const { graph } = of;
  const improving = concept !== "nash-stability" && conceptTraits[concept].improving;
  const wanted = new Set(endings);
  const paths: (readonly Move[])[] = [[]];
  const seen = new Set<string>();
  for (const path of paths) {
    const last = path[path.length - 1];
    const at = last?.to ?? to;
    if (last && wanted.has(at)) return path;
    for (const other of graph.moves.keys()) {
      if (other === party || other === last?.party) continue;
      const rank = graph.ranks[other];
      for (const next of movesFrom(graph, other, at)) {
        const key = `${next} ${other}`;
        if (seen.has(key) || (improving && !(rank && rank[next]! > rank[at]!))) continue;
        const move: Move = { party: other, from: at, to: next };
        if (unwantedLevers(of, move).length > 0) continue;
        seen.add(key);
        paths.push([...path, move]);
      }
    }
  }
  return undefined;
}

/** Codes ascend. */
function stateOfCode(codes: Uint32Array, code: number): number | undefined {
  let [low, high] = [0, codes.length - 1];
  while (low <= high) {
    const middle = (low + high) >> 1;
    const here = codes[middle]!; // between the two
    if (here === code) return middle;
    if (here < code) low = middle + 1;
    else high = middle - 1;
  }
  return undefined;
}
