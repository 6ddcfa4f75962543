import type { Maximiser, Path } from "../space/best-settlement.ts";
import { nashMultipliers } from "./nash-master.ts";
import { type RestrictedMaster, restrictedMaster } from "./restricted-master.ts";

/**
 * Bounds over the convex hull of the settlements that `allowed` leaves, by column generation: a small master mixes the
 * settlements found so far, and its multipliers are priced by one pass over the diagram, which returns a new settlement
 * and a bound that is valid whatever the multipliers are.
 */
export type Hull = {
  readonly maximiser: Maximiser;
  /** Row i of a settlement is (utility_i - origin_i) x unit_i. */
  readonly origin: Float64Array;
  readonly unit: Float64Array;
  /** Told of every settlement found; true ends the search at once. */
  readonly offer: (path: Path) => boolean;
};

export type Relaxation = {
  /** No settlement of the branch does better; -Infinity when it holds none. */
  readonly bound: number;
  /** The multipliers behind the bound, per row. */
  readonly multipliers: Float64Array;
  readonly columns: readonly Path[];
  readonly mix: Float64Array;
  /** `bound` is reached by the mix, up to rounding. */
  readonly converged: boolean;
  /** `offer` asked to stop. */
  readonly stopped: boolean;
};

/** Relative and absolute: values are scaled to about one. */
export const tolerance = 1e-11;
const rounds = 200;

export type LinearStage = {
  /** Rows whose least is maximised. */
  readonly raised: readonly boolean[];
  /** Levels of the other rows. */
  readonly level: Float64Array;
  /** Added to the objective: weight per row. */
  readonly gain: Float64Array;
  /** Ends as soon as the bound falls below this. */
  readonly prune: number;
  /** Ends as soon as a mix reaches this. */
  readonly enough?: number;
};

/**
 * Maximises the least raised row plus the gains, other rows held at their levels, over the hull. Held rows must be
 * attainable by some mix of `start` (or there must be none), else the bound is still valid but may be loose.
 */
export function relaxLinear(hull: Hull, allowed: Uint8Array, start: readonly Path[], stage: LinearStage): Relaxation {
  const m = hull.unit.length;
  const columns = [...start];
  const master = restrictedMaster(stage.raised);
  for (const path of columns) addColumn(master, hull, path, stage);
  let bound = Number.POSITIVE_INFINITY;
  let best: Float64Array = new Float64Array(m);
  let multipliers: Float64Array = normalised(new Float64Array(m), stage.raised);
  let mix: Float64Array = new Float64Array(0);
  const weights = new Float64Array(m);
  for (let round = 0; round < rounds; round++) {
    let value = Number.NEGATIVE_INFINITY;
    if (columns.length > 0) {
      const solved = master.solve();
      multipliers = normalised(solved.multipliers, stage.raised);
      mix = solved.mix;
      if (solved.feasible) value = solved.value;
      if (stage.enough !== undefined && value >= stage.enough)
        return result(Number.POSITIVE_INFINITY, multipliers, columns, mix, false, false);
    }
    let constant = 0;
    for (let i = 0; i < m; i++) {
      const onRow = multipliers[i]! + stage.gain[i]!;
      weights[i] = onRow * hull.unit[i]!;
      constant += onRow * hull.origin[i]! * hull.unit[i]! + (stage.raised[i] ? 0 : multipliers[i]! * stage.level[i]!);
    }
    const most = hull.maximiser.value(weights, allowed);
    if (most === Number.NEGATIVE_INFINITY) return result(most, best, columns, mix, true, false);
    if (most - constant < bound) {
      bound = most - constant;
      best = multipliers.slice();
    }
    if (bound < stage.prune) return result(bound, best, columns, mix, false, false);
    const path = hull.maximiser.path();
    if (hull.offer(path)) return result(bound, best, columns, mix, false, true);
    if (
      (value > Number.NEGATIVE_INFINITY && bound - value <= tolerance * (1 + Math.abs(value))) ||
      contains(columns, path)
    )
      return result(bound, best, columns, mix, true, false);
    columns.push(path);
    addColumn(master, hull, path, stage);
  }
  return result(bound, best, columns, mix, false, false);
}

/**
 * Maximises the sum of logarithms of the rows over the hull; the bound is that sum. `start` must contain a mix with
 * every row positive.
 */
export function relaxNash(hull: Hull, allowed: Uint8Array, start: readonly Path[], prune: number): Relaxation {
  const m = hull.unit.length;
  const columns = [...start];
  const gains = columns.map((path) => rowsOf(hull, path));
  let bound = Number.POSITIVE_INFINITY;
  let best: Float64Array = new Float64Array(m);
  let mix: Float64Array = new Float64Array(0);
  let warm: Float64Array | undefined;
  const weights = new Float64Array(m);
  for (let round = 0; round < rounds; round++) {
    const master = nashMultipliers(gains, warm);
    const lambda = master.lambda;
    warm = lambda;
    mix = Float64Array.from(master.mix);
    let constant = 0;
    for (let i = 0; i < m; i++) {
      weights[i] = lambda[i]! * hull.unit[i]!;
      constant += weights[i]! * hull.origin[i]!;
    }
    const most = hull.maximiser.value(weights, allowed);
    if (most === Number.NEGATIVE_INFINITY) return result(most, best, columns, mix, true, false);
    const reach = most - constant;
    if (reach <= 0) return result(Number.NEGATIVE_INFINITY, lambda, columns, mix, true, false);
    let logs = m * Math.log(reach / m);
    for (let i = 0; i < m; i++) logs -= Math.log(lambda[i]!);
    if (logs < bound) {
      bound = logs;
      best = lambda.slice();
    }
    if (bound < prune) return result(bound, best, columns, mix, false, false);
    const path = hull.maximiser.path();
    if (hull.offer(path)) return result(bound, best, columns, mix, false, true);
    if (reach <= m * (1 + 1e-12) || contains(columns, path)) return result(bound, best, columns, mix, true, false);
    columns.push(path);
    gains.push(rowsOf(hull, path));
  }
  return result(bound, best, columns, mix, false, false);
}

export function rowsOf(hull: Hull, path: Path): Float64Array {
  return path.utilities.map((units, i) => (units - hull.origin[i]!) * hull.unit[i]!);
}

function addColumn(master: RestrictedMaster, hull: Hull, path: Path, stage: LinearStage): void {
  const rows = rowsOf(hull, path);
  let gain = 0;
  for (let i = 0; i < rows.length; i++) {
    gain += stage.gain[i]! * rows[i]!;
    if (!stage.raised[i]) rows[i]! -= stage.level[i]!;
  }
  master.add(rows, gain);
}

/** The master's own multipliers sum to one over raised rows only up to rounding; the bound needs it exactly. */
function normalised(multipliers: Float64Array, raised: readonly boolean[]): Float64Array {
  let sum = 0;
  multipliers.forEach((value, i) => {
    if (raised[i]) sum += value;
  });
  if (!raised.some((flag) => flag)) return Float64Array.from(multipliers);
  if (sum <= 0) return Float64Array.from(raised, (flag) => (flag ? 1 / raised.filter((each) => each).length : 0));
  return Float64Array.from(multipliers, (value) => value / sum);
}

function contains(columns: readonly Path[], path: Path): boolean {
  return columns.some(({ utilities }) => utilities.every((units, i) => units === path.utilities[i]));
}

function result(
  bound: number,
  multipliers: Float64Array,
  columns: readonly Path[],
  mix: Float64Array,
  converged: boolean,
  stopped: boolean,
): Relaxation {
  return { bound, multipliers, columns, mix, converged, stopped };
}
