import { interruptible } from "../interruptible.ts";
import type { Search } from "../search.ts";
import type { SettlementSpace } from "../space/settlement-space.ts";
import { suffixBounds } from "../space/suffix-bounds.ts";
import { type FrontierResult, paretoFrontier } from "./pareto-frontier.ts";

/** Labels an attempt at the exact frontier may hold before coarser ones are made first. */
const quickLabels = 20_000;
/** Labels an epsilon frontier may hold. */
const coarseLabels = 1_500_000;
const coarsest = 1 / 32;

/** The exact frontier when it is small; undefined when it is not. */
export function quickFrontier(
  space: SettlementSpace,
  atLeast: Float64Array | undefined,
  limit: number,
): Search<FrontierResult | undefined> {
  return paretoFrontier(space, { ...(atLeast ? { atLeast } : {}), limit: Math.min(quickLabels, limit) });
}

/**
 * The finest frontier that the search has time for: epsilon frontiers whose cells halve from a 32nd of each party's
 * range, each with its proved epsilon, then the exact one while it holds at most `limit` labels. Ends with the best so
 * far when told to finish, and by itself when the next step would pass the limit.
 */
export function* refineFrontier(
  space: SettlementSpace,
  atLeast: Float64Array | undefined,
  limit: number,
): Search<FrontierResult | undefined> {
  const { least, most } = suffixBounds(space);
  const range = Float64Array.from({ length: space.parties }, (_, p) => most[p]! - least[p]!);
  const base = atLeast ? { atLeast } : {};
  let best: FrontierResult | undefined;
  for (let share = coarsest; ; share /= 2) {
    const cell = range.map((units) => Math.floor((units * share) / Math.max(1, space.problem.issues.length)));
    const isExact = cell.every((units) => units <= 1);
    const attempt = yield* interruptible(
      paretoFrontier(space, isExact ? { ...base, limit } : { ...base, cell, limit: coarseLabels }),
    );
    if (attempt.value) best = attempt.value;
    if (attempt.stopped || isExact) return best;
    if (!attempt.value) {
      // too many labels at this grain; the exact frontier may still fit, since it filters without losses to carry
      const last = yield* interruptible(paretoFrontier(space, { ...base, limit }));
      return last.value ?? best;
    }
  }
}
