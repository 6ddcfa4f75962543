import { findSettlement } from "../agreement-zone/find-settlement.ts";
import { bestByBranching } from "../bargaining/best-by-branching.ts";
import { sumOf } from "../bargaining/criterion.ts";
import { paretoFrontier } from "../frontier/pareto-frontier.ts";
import type { Search } from "../search.ts";
import type { Path } from "../space/best-settlement.ts";
import type { SettlementSpace } from "../space/settlement-space.ts";

export type Projection = { readonly paths: readonly Path[]; readonly complete: boolean };

/**
 * The Pareto-efficient combinations of some parties' utilities over the settlements that meet the thresholds of the
 * others: one settlement for each. Repeatedly takes a corner of the region not yet covered, asks for the best sum at or
 * above it, and splits what is left. Exact; one branch and bound per point and corner.
 * Source: search regions of multi-objective optimisation by local bounds, Klamroth, Lacour and Vanderpooten 2015.
 */
export function* projectedFrontier(
  space: SettlementSpace,
  threshold: Float64Array,
  onto: readonly number[],
  most = 200,
): Search<Projection> {
  // beyond a cap more is not better, which the sums below cannot see
  if (onto.some((p) => Number.isFinite(space.problem.cap[p]!))) return yield* projectedByLabels(space, threshold, onto);
  const paths: Path[] = [];
  let corners: Float64Array[] = [threshold];
  for (;;) {
    const corner = corners.pop();
    if (!corner) return { paths, complete: true };
    if (paths.length >= most) return { paths, complete: false };
    const found = yield* findSettlement(space, corner);
    if (found.exists === "unknown") return { paths, complete: false };
    if (!found.exists) continue;
    const best = yield* bestByBranching(space, sumOf(space.problem, onto, corner), found.path);
    if (!best.proved) return { paths, complete: false };
    const path = best.paths[0]!;
    paths.push(path);
    corners.push(corner);
    corners = corners.flatMap((each) =>
      onto.every((p) => each[p]! <= path.utilities[p]!) ? above(each, path, onto) : [each],
    );
    corners = withoutRedundant(corners, onto);
  }
}

/** The whole frontier, whose labels know the caps, seen in the columns asked for. */
function* projectedByLabels(
  space: SettlementSpace,
  threshold: Float64Array,
  onto: readonly number[],
): Search<Projection> {
  const frontier = yield* paretoFrontier(space, { atLeast: threshold });
  if (!frontier) return { paths: [], complete: false };
  const paths: Path[] = [];
  for (const path of frontier.vectors) {
    const reaches = (a: Path, b: Path): boolean => onto.every((p) => a.utilities[p]! >= b.utilities[p]!);
    if (paths.some((kept) => reaches(kept, path))) continue;
    for (let k = paths.length - 1; k >= 0; k--) if (reaches(path, paths[k]!)) paths.splice(k, 1);
    paths.push(path);
  }
  return { paths, complete: true };
}

/** The corners of what a point leaves of a region: better than it in one of the columns. */
function above(corner: Float64Array, path: Path, onto: readonly number[]): Float64Array[] {
  return onto.map((p) => {
    const next = corner.slice();
    next[p] = path.utilities[p]! + 1;
    return next;
  });
}

/** A region that lies inside another is covered by it. */
function withoutRedundant(corners: readonly Float64Array[], onto: readonly number[]): Float64Array[] {
  return corners.filter(
    (inner, i) =>
      !corners.some((outer, j) => {
        if (i === j || !onto.every((p) => outer[p]! <= inner[p]!)) return false;
        return j < i || onto.some((p) => outer[p]! < inner[p]!);
      }),
  );
}
