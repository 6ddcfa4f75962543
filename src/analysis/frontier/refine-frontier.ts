import { interruptible } from "../interruptible.ts";
import type { Search } from "../search.ts";
import type { SettlementSpace } from "../space/settlement-space.ts";
import { suffixBounds } from "../space/suffix-bounds.ts";
import { type FrontierOptions, type FrontierResult, paretoFrontier } from "./pareto-frontier.ts";

/** Labels an attempt at the exact frontier may hold before coarser ones are made first. */
const quickLabels = 20_000;
/** Labels an epsilon frontier may hold. */
const coarseLabels = 1_500_000;
/** Labels with exact edges before edges are shared. */
const edgeLabels = 600_000;
/** Labels of the first, coarsest frontier: a fraction of a second. */
const firstLabels = 300_000;
/** The first cells, in each party's range over the number of issues: never more than a few hundred points. */
const coarsest = 2;

/** The exact frontier when it is small; undefined when it is not. */
export function quickFrontier(
  space: SettlementSpace,
  atLeast: Float64Array | undefined,
  limit: number,
): Search<FrontierResult | undefined> {
  return paretoFrontier(space, { ...(atLeast ? { atLeast } : {}), limit: Math.min(quickLabels, limit) });
}

/**
 * The finest frontier that the search has time for. First one with cells so coarse that it always fits, so that there is
 * an answer; then cells halve from step to step, each with its proved epsilon, down to the exact frontier. Where labels
 * near the reservation values are too many to keep exact, they share cells too (see FrontierOptions). Ends with the
 * best so far when told to finish, and by itself when the next step would not fit.
 */
export function* refineFrontier(
  space: SettlementSpace,
  atLeast: Float64Array | undefined,
  limit: number,
): Search<FrontierResult | undefined> {
  const { least, most } = suffixBounds(space);
  const issues = Math.max(1, space.problem.issues.length);
  const cellOf = (share: number): Float64Array =>
    Float64Array.from({ length: space.parties }, (_, p) => Math.floor(((most[p]! - least[p]!) * share) / issues));
  const base: FrontierOptions = atLeast ? { atLeast } : {};
  const first = { ...base, cell: cellOf(coarsest), edges: "shared" as const, limit: firstLabels };
  let best = yield* uninterrupted(paretoFrontier(space, first));
  let edges: "exact" | "shared" = "exact";
  for (let share = coarsest / 2; ; share /= 2) {
    const cell = cellOf(share);
    const isExact = cell.every((units) => units <= 1);
    const options = isExact
      ? { ...base, limit }
      : { ...base, cell, edges, limit: edges === "exact" ? edgeLabels : coarseLabels };
    const attempt = yield* interruptible(paretoFrontier(space, options));
    if (attempt.value) best = attempt.value;
    if (attempt.stopped || isExact) return best;
    if (attempt.value) continue;
    if (edges === "shared") return best;
    // the exact frontier needs no cells at the edges, and may still fit
    const exactly = yield* interruptible(paretoFrontier(space, { ...base, limit }));
    if (exactly.value || exactly.stopped) return exactly.value ?? best;
    edges = "shared";
    share *= 2;
  }
}

/** A part so short that neither the budget nor a person ends it, so that there is an answer. */
function* uninterrupted<T>(search: Search<T>): Search<T> {
  let step = search.next("continue");
  while (!step.done) {
    yield { ...step.value, refinable: false };
    step = search.next("continue");
  }
  return step.value;
}
