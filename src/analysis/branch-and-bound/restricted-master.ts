/**
 * The restricted master of a column generation: mix the columns so that every held row stays at or above its level and
 * the least of the raised rows (plus `gain` of the mix) is as large as possible.
 *
 *   maximise  t + sum of mix_k gain_k   subject to   sum of mix_k column_k[i] >= t      for raised rows
 *                                                    sum of mix_k column_k[i] >= 0      for held rows
 *                                                    sum of mix_k = 1, mix >= 0
 *
 * Without raised rows t is left out. A primal simplex tableau, stored by columns, that keeps its basis when a column
 * is added. Whatever rounding does to the multipliers, any non-negative ones give a valid bound when priced over the
 * diagram. Holds a resource (the tableau), hence an object with methods.
 */
export type RestrictedMaster = {
  readonly add: (rows: ArrayLike<number>, gain: number) => void;
  readonly solve: () => MasterSolution;
};

export type MasterSolution = {
  readonly value: number;
  /** One share per column added, in order. */
  readonly mix: Float64Array;
  /** One per row, non-negative; those of raised rows sum to 1 up to rounding. */
  readonly multipliers: Float64Array;
  /** False when no mix of these columns holds every held row. */
  readonly feasible: boolean;
};

const tolerance = 1e-12;
/** Cost of the artificial column that stands in until a mix is feasible. */
const penalty = 1e7;

export function restrictedMaster(raised: readonly boolean[]): RestrictedMaster {
  const m = raised.length;
  const withT = raised.some((flag) => flag);
  // Columns: slack 0..m-1, artificial m, t m+1, right-hand side m+2, then the mixed columns.
  const artificial = m;
  const t = m + 1;
  const rhs = m + 2;
  const first = m + 3;
  const rows = m + 1; // one per party, then the sum of shares
  const height = rows + 1; // and the objective
  let capacity = 32;
  let tableau = new Float64Array((first + capacity) * height);
  const basis = new Int32Array(rows);
  const added: { rows: Float64Array; gain: number }[] = [];
  // t must not go below zero: raised rows are shifted until every column's are well above it
  let shift = 1;
  const pivotColumn = new Float64Array(height);

  const reset = (): void => {
    tableau.fill(0);
    for (let i = 0; i < m; i++) tableau[i * height + i] = 1;
    tableau[artificial * height + m] = 1;
    if (withT) {
      for (let i = 0; i < m; i++) if (raised[i]) tableau[t * height + i] = 1;
      tableau[t * height + rows] = -1;
    }
    tableau[rhs * height + m] = 1;
    tableau[rhs * height + rows] = -penalty;
    for (let i = 0; i < m; i++) basis[i] = i;
    basis[m] = artificial;
  };
  reset();

  /** The column in terms of the basis: the inverse stands in the slack and artificial columns. */
  const enter = (k: number): void => {
    const { rows: column, gain } = added[k]!;
    const start = (first + k) * height;
    for (let i = 0; i < height; i++) tableau[start + i] = tableau[artificial * height + i]!;
    for (let r = 0; r < m; r++) {
      const entry = -(column[r]! + (raised[r] ? shift : 0));
      if (entry === 0) continue;
      for (let i = 0; i < height; i++) tableau[start + i]! += entry * tableau[r * height + i]!;
    }
    // the artificial column's own cost is not the new column's: objective entries are z - c
    tableau[start + rows]! -= gain + penalty;
  };

  const add = (column: ArrayLike<number>, gain: number): void => {
    added.push({ rows: Float64Array.from(column), gain });
    let lowest = 0;
    for (let i = 0; i < m; i++) if (raised[i] && column[i]! < lowest) lowest = column[i]!;
    if (added.length > capacity) {
      capacity *= 2;
      const larger = new Float64Array((first + capacity) * height);
      larger.set(tableau);
      tableau = larger;
    }
    if (withT && -lowest + 1 > shift) {
      shift = 2 * -lowest + 1;
      reset();
      for (let k = 0; k < added.length; k++) enter(k);
    } else enter(added.length - 1);
  };

  const solve = (): MasterSolution => {
    const columns = first + added.length;
    for (let step = 0; step < 2000; step++) {
      const entering = pickEntering(tableau, columns, height, rows, rhs, withT ? -1 : t, step > 300);
      if (entering < 0) break;
      const leaving = pickLeaving(tableau, basis, entering, height, rows, rhs);
      if (leaving < 0) break;
      pivot(tableau, columns, height, leaving, entering, pivotColumn);
      basis[leaving] = entering;
    }
    const mix = new Float64Array(added.length);
    let left = 0;
    for (let i = 0; i < rows; i++) {
      const amount = tableau[rhs * height + i]!;
      if (basis[i]! >= first) mix[basis[i]! - first] = amount;
      else if (basis[i] === artificial) left = amount;
    }
    const multipliers = new Float64Array(m);
    for (let i = 0; i < m; i++) multipliers[i] = Math.max(0, tableau[i * height + rows]!);
    return { value: tableau[rhs * height + rows]! - (withT ? shift : 0), mix, multipliers, feasible: left < 1e-9 };
  };
  return { add, solve };
}

/** Dantzig's rule; after many steps the first candidate (Bland), so that degenerate steps cannot cycle. -1: optimal. */
function pickEntering(
  tableau: Float64Array,
  columns: number,
  height: number,
  objective: number,
  rhs: number,
  barred: number,
  bland: boolean,
): number {
  let entering = -1;
  let steepest = -tolerance;
  for (let j = 0; j < columns; j++) {
    if (j === rhs || j === barred) continue;
    const cost = tableau[j * height + objective]!;
    if (cost >= steepest) continue;
    entering = j;
    if (bland) break;
    steepest = cost;
  }
  return entering;
}

function pickLeaving(
  tableau: Float64Array,
  basis: Int32Array,
  entering: number,
  height: number,
  rows: number,
  rhs: number,
): number {
  let leaving = -1;
  let least = Number.POSITIVE_INFINITY;
  for (let i = 0; i < rows; i++) {
    const slope = tableau[entering * height + i]!;
    if (slope <= 1e-11) continue;
    const ratio = tableau[rhs * height + i]! / slope;
    if (ratio < least - 1e-15 || (ratio <= least && basis[i]! < basis[leaving]!)) {
      least = ratio;
      leaving = i;
    }
  }
  return leaving;
}

function pivot(
  tableau: Float64Array,
  columns: number,
  height: number,
  row: number,
  entering: number,
  copy: Float64Array,
): void {
  for (let i = 0; i < height; i++) copy[i] = tableau[entering * height + i]!;
  const scale = 1 / copy[row]!;
  for (let j = 0; j < columns; j++) {
    const start = j * height;
    const factor = tableau[start + row]! * scale;
    if (factor === 0) continue;
    for (let i = 0; i < height; i++) tableau[start + i]! -= factor * copy[i]!;
    tableau[start + row] = factor;
  }
}
