import { run } from "#prelude";
import { findSettlement } from "../agreement-zone/find-settlement.ts";
import { inherited, restricted, splitBy } from "../branch-and-bound/branching.ts";
import {
  type Hull,
  type Relaxation,
  relaxLinear,
  relaxNash,
  rowsOf,
  tolerance,
} from "../branch-and-bound/column-generation.ts";
import { priorityQueue } from "../branch-and-bound/priority-queue.ts";
import type { Search } from "../search.ts";
import { maximiser, type Path } from "../space/best-settlement.ts";
import { narrowed, type SettlementSpace } from "../space/settlement-space.ts";
import type { Criterion } from "./criterion.ts";

export type Best = {
  /** One settlement for each tied utility vector found; empty when no settlement is eligible. */
  readonly paths: readonly Path[];
  /** In the search's scale: no settlement does better. Equal to the value when proved. */
  readonly bound: number;
  /** Optimal, and every tied vector is among `paths` (sums: only one of them; see tied-vectors.ts). */
  readonly proved: boolean;
};

type Branch = {
  readonly allowed: Uint8Array;
  readonly columns: readonly Path[];
  readonly bound: number;
  readonly serial: number;
};

/**
 * The settlements that the criterion likes best among those that meet its thresholds, by branch and bound over the
 * convex hull of the settlements. Anytime: told to finish, it returns the best found with a proved bound.
 *
 * Ties. The hull has one Nash point and one leximin point, so a branch whose hull point is no better than the
 * incumbent holds no tied vector but that point itself; whether a settlement sits there is asked exactly. Bounds are
 * doubles with relative tolerance 1e-11; candidates are compared as whole numbers.
 * Source: Dantzig and Wolfe 1960 for the decomposition; branching on fractional marginals as in branch-and-price.
 */
export function* bestByBranching(space: SettlementSpace, criterion: Criterion, start: Path): Search<Best> {
  const { problem } = space;
  const { threshold } = criterion;
  let best: Path[] = [start];
  const offer = (path: Path): boolean => {
    if (!path.utilities.every((units, i) => units >= threshold[i]!)) return false;
    const order = criterion.compare(path.utilities, best[0]!.utilities);
    if (order > 0) best = [path];
    else if (order === 0 && !best.some(({ utilities }) => same(utilities, path.utilities))) best.push(path);
    return false;
  };
  const hull: Hull = { maximiser: maximiser(space), origin: criterion.origin, unit: criterion.unit, offer };
  const value = (): number => searchValue(criterion, rowsOf(hull, best[0]!));
  const queue = priorityQueue<Branch>((a, b) => a.bound > b.bound || (a.bound === b.bound && a.serial < b.serial));
  let serial = 0;
  queue.push({ allowed: space.allowed, columns: [start], bound: Number.POSITIVE_INFINITY, serial: serial++ });
  for (let visited = 1; ; visited++) {
    const branch = queue.pop();
    if (!branch || branch.bound < value() - slack(value())) return { paths: best, bound: value(), proved: true };
    if (visited % 16 === 0 && (yield { phase: phaseOf(criterion), done: visited, refinable: true }) === "finish")
      return { paths: best, bound: branch.bound, proved: false };
    const relaxed = relax(hull, criterion, branch, value());
    const least = value() - slack(value());
    if (!relaxed || relaxed.bound < least) continue;
    if (criterion.kind === "sum" && relaxed.bound <= value() + slack(value())) continue;
    if (relaxed.converged && relaxed.bound <= value() + slack(value()) && criterion.kind !== "sum") {
      const point = hullPoint(hull, criterion, branch.allowed, relaxed, best[0]!);
      if (point === "worse") continue;
      if (point) {
        const utilities = wholeUnits(point, criterion);
        if (utilities && !best.some((path) => same(path.utilities, utilities)))
          settle(space, branch.allowed, utilities, offer);
        continue;
      }
    }
    const split = splitBy(space, hull.unit, branch.allowed, relaxed.columns, relaxed.mix);
    if (!split) {
      hull.maximiser.value(criterion.unit, branch.allowed);
      offer(hull.maximiser.path());
      continue;
    }
    for (const group of split.groups) {
      const allowed = restricted(problem, branch.allowed, split.issue, group);
      queue.push({
        allowed,
        columns: inherited(relaxed.columns, allowed),
        bound: Math.min(branch.bound, relaxed.bound),
        serial: serial++,
      });
    }
  }
}

/** What the search compares with bounds: log of the product, the least row, or the sum. */
function searchValue(criterion: Criterion, rows: Float64Array): number {
  switch (criterion.kind) {
    case "nash-bargaining":
      return rows.reduce((sum, row) => sum + Math.log(row), 0);
    case "sum":
      return rows.reduce((sum, row, i) => sum + row * criterion.gain[i]!, 0);
    case "leximin":
      return rows.reduce(
        (least, row, i) => (criterion.ignored[i] ? least : Math.min(least, row)),
        Number.POSITIVE_INFINITY,
      );
  }
}

/** Undefined when the branch holds no eligible settlement or cannot reach the incumbent. */
function relax(hull: Hull, criterion: Criterion, branch: Branch, incumbent: number): Relaxation | undefined {
  const m = hull.unit.length;
  const none = new Float64Array(m);
  const prune = incumbent - slack(incumbent);
  const level = criterion.threshold.map((units, i) => (units - hull.origin[i]!) * hull.unit[i]!);
  const raised = criterion.ignored.map((flag) => criterion.kind === "leximin" && !flag);
  // The incumbent's least row is above every threshold: where all rows are raised, its value prunes what breaks one.
  if (raised.every((flag) => flag))
    return relaxLinear(hull, branch.allowed, branch.columns, { raised, level, gain: none, prune });
  // Else first a mix that meets every threshold, so that the master has somewhere to stand.
  const toLevel: Hull = { ...hull, origin: criterion.threshold };
  const standing = { raised: all(m), level: none, gain: none, prune: -1e-12, enough: 1e-9 };
  const feasible = relaxLinear(toLevel, branch.allowed, branch.columns, standing);
  if (feasible.bound < -1e-12) return undefined;
  if (criterion.kind === "nash-bargaining") return relaxNash(hull, branch.allowed, feasible.columns, prune);
  return relaxLinear(hull, branch.allowed, feasible.columns, { raised, level, gain: criterion.gain, prune });
}

/**
 * The one point of the branch's hull that is best, as rows; "worse" when it is behind the incumbent; undefined when
 * the doubles cannot tell and the branch must be split.
 */
function hullPoint(
  hull: Hull,
  criterion: Criterion,
  allowed: Uint8Array,
  relaxed: Relaxation,
  incumbent: Path,
): Float64Array | "worse" | undefined {
  const m = hull.unit.length;
  if (criterion.kind === "nash-bargaining") return relaxed.multipliers.map((lambda) => 1 / lambda);
  const target = [...rowsOf(hull, incumbent)].filter((_, i) => !criterion.ignored[i]).sort((a, b) => a - b);
  const level = criterion.threshold.map((units, i) => (units - hull.origin[i]!) * hull.unit[i]!);
  const raised = criterion.ignored.map((flag) => !flag);
  const none = new Float64Array(m);
  let stage = relaxed;
  let settled = 0;
  for (;;) {
    const least = stage.bound;
    let fixed = 0;
    for (let i = 0; i < m; i++) {
      if (!raised[i] || stage.multipliers[i]! < 1e-7) continue;
      raised[i] = false;
      // what the mix attains: the bound itself may lie a rounding error outside the hull, where nothing can hold it
      level[i] = Math.min(least, attained(hull, stage, i));
      fixed++;
    }
    if (fixed === 0) return undefined;
    for (let k = 0; k < fixed; k++) {
      const wanted = target[settled + k]!;
      if (least < wanted - slack(wanted)) return "worse";
      if (least > wanted + slack(wanted)) return undefined;
    }
    settled += fixed;
    if (!raised.some((flag) => flag)) return level;
    // held rows sit on the edge of the hull: give them the tolerance back, or the master has no room
    const held = level.map((value, i) => (raised[i] ? value : value - 1e-10 * (1 + Math.abs(value))));
    stage = relaxLinear(hull, allowed, stage.columns, {
      raised: [...raised],
      level: held,
      gain: none,
      prune: Number.NEGATIVE_INFINITY,
    });
    if (!stage.converged || stage.bound === Number.NEGATIVE_INFINITY) return undefined;
  }
}

/** Row i of the relaxation's mix. */
function attained(hull: Hull, { columns, mix }: Relaxation, i: number): number {
  let sum = 0;
  for (let k = 0; k < mix.length; k++) {
    if (mix[k]! !== 0) sum += mix[k]! * (columns[k]!.utilities[i]! - hull.origin[i]!) * hull.unit[i]!;
  }
  return sum;
}

/** The units of a hull point when all are whole up to rounding and meet the thresholds. */
function wholeUnits(rows: Float64Array, criterion: Criterion): Float64Array | undefined {
  const units = rows.map((row, i) => Math.round(row / criterion.unit[i]! + criterion.origin[i]!));
  const near = rows.every(
    (row, i) => criterion.ignored[i] || Math.abs(row / criterion.unit[i]! + criterion.origin[i]! - units[i]!) < 1e-3,
  );
  return near && units.every((value, i) => value >= criterion.threshold[i]! || criterion.ignored[i])
    ? units
    : undefined;
}

/** Offers a settlement of the branch with at least these utilities, if there is one. */
function settle(
  space: SettlementSpace,
  allowed: Uint8Array,
  utilities: Float64Array,
  offer: (path: Path) => boolean,
): void {
  const found = run(findSettlement(narrowed(space, allowed), utilities));
  if (found.exists === true) offer(found.path);
}

/** Ties closer than this are told apart exactly, by branching or by whole numbers. */
function slack(value: number): number {
  return 50 * tolerance * (1 + Math.abs(value));
}

function phaseOf(criterion: Criterion): string {
  return criterion.kind === "nash-bargaining"
    ? "Nash bargaining"
    : criterion.kind === "sum"
      ? "largest sum"
      : "fairest settlement";
}

function all(m: number): readonly boolean[] {
  return Array.from({ length: m }, () => true);
}

function same(a: Float64Array, b: Float64Array): boolean {
  return a.every((value, i) => value === b[i]);
}
