import type { Frontier, FrontierPoint } from "../analysis.ts";
import { pointWithTies } from "../bargaining/solutions.ts";
import type { Search } from "../search.ts";
import { grainOf } from "../space/grain.ts";
import { largestFirst } from "../space/largest-first.ts";
import { byParty, pointOf } from "../space/point.ts";
import { type Problem, pointsOf } from "../space/problem.ts";
import type { SettlementSpace } from "../space/settlement-space.ts";
import { dominanceFilter } from "./dominance-filter.ts";
import type { EfficientVector, FrontierResult } from "./pareto-frontier.ts";

/** Points printed at most; `size` always counts all. */
export const mostPoints = 5000;
/** Capped sheets need a count of their own per point; beyond this many points it is left to the label counts. */
const mostRecounted = 2000;

/** The frontier as a reader sees it: points, largest sum first. */
export function* reportFrontier(space: SettlementSpace, result: FrontierResult): Search<Frontier> {
  const { problem } = space;
  const vectors = problem.scales.every((scale) => scale.exact) ? result.vectors : coarsened(problem, result.vectors);
  const capped = problem.cap.some((units) => Number.isFinite(units));
  const listed = listedVectors(problem, vectors);
  const points: FrontierPoint[] = [];
  for (const { utilities, options, count } of listed) {
    // told to finish or not, what was found is reported; the yield only lets a shell draw breath
    if (points.length % 500 === 499)
      yield { phase: "frontier", done: points.length, of: listed.length, refinable: false };
    const recount =
      capped && listed.length <= mostRecounted
        ? (yield* pointWithTies(space, utilities, options, undefined)).ties
        : undefined;
    points.push({
      ...pointOf(problem, { utilities, options }),
      ties: recount?.status === "exact" ? recount.value : String(count),
    });
  }
  if (result.epsilon.every((units) => units === 0)) return { status: "exact", size: vectors.length, points };
  const epsilon = byParty(problem, (p) => pointsOf(problem, p, result.epsilon[p]!));
  return {
    status: "bounded",
    epsilon,
    ...(result.edgesShared ? { edges: "cleared" as const } : {}),
    size: vectors.length,
    points,
  };
}

/**
 * At most `mostPoints`, largest sum first: always those on the own frontier of some pair of parties, so that a chart of
 * two parties is complete, then the others by their sum.
 */
function listedVectors(problem: Problem, vectors: readonly EfficientVector[]): EfficientVector[] {
  const bySum = vectors
    .map((vector) => ({ vector, sum: total(problem, vector) })) // summed once each: sorting asks for them a million times
    .sort((a, b) => b.sum - a.sum)
    .map(({ vector }) => vector);
  if (bySum.length <= mostPoints) return bySum;
  const chosen = new Set<EfficientVector>();
  for (let p = 0; p < problem.parties.length; p++) {
    for (let q = p + 1; q < problem.parties.length; q++)
      for (const vector of pairFrontier(bySum, p, q)) chosen.add(vector);
  }
  for (const vector of bySum) {
    if (chosen.size >= mostPoints) break;
    chosen.add(vector);
  }
  return bySum.filter((vector) => chosen.has(vector));
}

/** The vectors that no other beats for both parties: the pair's own frontier, since each of its points is efficient for all. */
function pairFrontier(vectors: readonly EfficientVector[], p: number, q: number): EfficientVector[] {
  const falling = [...vectors].sort((a, b) => b.utilities[p]! - a.utilities[p]! || b.utilities[q]! - a.utilities[q]!);
  let most = Number.NEGATIVE_INFINITY;
  return falling.filter(({ utilities }) => {
    if (utilities[q]! <= most) return false;
    most = utilities[q]!;
    return true;
  });
}

/**
 * Where a sheet's numbers had to be rounded, vectors that differ by less than a billionth of the scale are one: rounding
 * is monotone, so the efficient vectors of the rounded set are the rounded efficient vectors, filtered once more.
 */
function coarsened(problem: Problem, vectors: readonly EfficientVector[]): EfficientVector[] {
  const grain = problem.parties.map((_, p) => Math.max(1, grainOf(problem, p)));
  const round = (vector: EfficientVector): EfficientVector => ({
    ...vector,
    utilities: vector.utilities.map((units, p) => Math.round(Math.round(units / grain[p]!) * grain[p]!)),
  });
  const filter = dominanceFilter(problem.parties.length);
  const kept: EfficientVector[] = [];
  for (const vector of vectors.map(round).sort((a, b) => largestFirst(a.utilities, b.utilities))) {
    const last = kept.at(-1);
    if (last && largestFirst(last.utilities, vector.utilities) === 0)
      kept[kept.length - 1] = { ...last, count: last.count + vector.count };
    else if (filter.admit(vector.utilities) < 0) kept.push(vector);
  }
  return kept;
}

function total(problem: Problem, { utilities }: EfficientVector): number {
  return utilities.reduce((sum, units, p) => sum + pointsOf(problem, p, units), 0);
}
