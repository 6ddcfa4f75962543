import { paretoFrontier } from "../frontier/pareto-frontier.ts";
import type { Search } from "../search.ts";
import type { Path } from "../space/best-settlement.ts";
import type { SettlementSpace } from "../space/settlement-space.ts";
import { bestByBranching } from "./best-by-branching.ts";
import type { Criterion } from "./criterion.ts";

/**
 * The best settlements by the criterion, one per tied vector, from a settlement that meets its thresholds. By branching;
 * where a sheet caps its utilities, by the exact frontier, whose labels know the caps. `proved` is false when the
 * search was told to finish or the frontier does not fit.
 */
export function* bestByCriterion(
  space: SettlementSpace,
  criterion: Criterion,
  start: Path,
): Search<{ readonly paths: readonly Path[]; readonly bound?: number; readonly proved: boolean }> {
  if (!space.problem.cap.some((units) => Number.isFinite(units)))
    return yield* bestByBranching(space, criterion, start);
  const frontier = yield* paretoFrontier(space, { atLeast: criterion.threshold });
  if (!frontier) return { paths: [start], proved: false };
  return { paths: bestOf(frontier.vectors, criterion), proved: true };
}

/** The vectors of a list that the criterion likes best; empty when none meets its thresholds. */
export function bestOf<T extends { readonly utilities: Float64Array }>(
  vectors: readonly T[],
  criterion: Criterion,
): T[] {
  let best: T[] = [];
  for (const vector of vectors) {
    if (!vector.utilities.every((units, i) => units >= criterion.threshold[i]!)) continue;
    const order = best.length === 0 ? 1 : criterion.compare(vector.utilities, best[0]!.utilities);
    if (order > 0) best = [vector];
    else if (order === 0) best.push(vector);
  }
  return best;
}
