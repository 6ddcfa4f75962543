/**
 * The restricted master of a column generation: mix the columns so that every held row stays at or above its level and
 * the least of the raised rows (plus `gain` of the mix) is as large as possible.
 *
 *   maximise  t + sum of mix_k gain_k   subject to   sum of mix_k column_k[i] >= t      for raised rows
 *                                                    sum of mix_k column_k[i] >= 0      for held rows
 *                                                    sum of mix_k = 1, mix >= 0
 *
 * Without raised rows t is left out. Dense primal simplex with Dantzig's rule, Bland's after many steps. Whatever
 * rounding does to the multipliers, any non-negative ones give a valid bound when priced over the diagram.
 */
export type Master = {
  readonly value: number;
  readonly mix: Float64Array;
  /** One per row, non-negative; those of raised rows sum to 1. */
  readonly multipliers: Float64Array;
  /** False when no mix of these columns holds every held row. */
  readonly feasible: boolean;
};

export type MasterColumn = { readonly rows: Float64Array; readonly gain: number };

export function solveMaster(columns: readonly MasterColumn[], raised: readonly boolean[]): Master {
  const m = raised.length;
  const n = columns.length;
  const withT = raised.some((flag) => flag);
  // Shift raised rows so that every entry is at least 1: then t > 0 and the artificial column (all zero) is dominated.
  const shift = withT
    ? 1 - Math.min(0, ...columns.map(({ rows }) => Math.min(...raised.map((flag, i) => (flag ? rows[i]! : 0)))))
    : 0;
  // Variables: mix 0..n-1, artificial n, t n+1, slack n+2..n+1+m. Rows: one per party, then the sum.
  const width = n + 2 + m + 1;
  const rows = m + 1;
  const tableau = new Float64Array((rows + 1) * width);
  const at = (row: number, column: number): number => row * width + column;
  const rhs = width - 1;
  for (let i = 0; i < m; i++) {
    for (let k = 0; k < n; k++) tableau[at(i, k)] = -(columns[k]!.rows[i]! + (raised[i] ? shift : 0));
    if (withT && raised[i]) tableau[at(i, n + 1)] = 1;
    tableau[at(i, n + 2 + i)] = 1;
  }
  for (let k = 0; k <= n; k++) tableau[at(m, k)] = 1;
  tableau[at(m, rhs)] = 1;
  // Objective row holds minus the reduced gains; the artificial column is basic at 1, so its cost is priced out.
  const artificialGain = -largestGain(columns) - shift;
  for (let k = 0; k < n; k++) tableau[at(rows, k)] = -columns[k]!.gain + artificialGain;
  tableau[at(rows, rhs)] = artificialGain;
  if (withT) tableau[at(rows, n + 1)] = -1;
  const basis = new Int32Array(rows);
  for (let i = 0; i < m; i++) basis[i] = n + 2 + i;
  basis[m] = n;
  iterate(tableau, basis, rows, width);
  const mix = new Float64Array(n);
  let artificial = 0;
  for (let i = 0; i < rows; i++) {
    const amount = tableau[at(i, rhs)]!;
    if (basis[i]! < n) mix[basis[i]!] = amount;
    else if (basis[i] === n) artificial = amount;
  }
  const multipliers = new Float64Array(m);
  for (let i = 0; i < m; i++) multipliers[i] = Math.max(0, tableau[at(rows, n + 2 + i)]!);
  return { value: tableau[at(rows, rhs)]! - shift, mix, multipliers, feasible: artificial < 1e-9 };
}

/** Enough to make the artificial column worse than any mix that holds the held rows. */
function largestGain(columns: readonly MasterColumn[]): number {
  return 1e6 * (1 + columns.reduce((most, { gain }) => Math.max(most, Math.abs(gain)), 0));
}

const tolerance = 1e-12;

function iterate(tableau: Float64Array, basis: Int32Array, rows: number, width: number): void {
  const objective = rows * width;
  const rhs = width - 1;
  for (let step = 0; step < 2000; step++) {
    let entering = -1;
    let steepest = -tolerance;
    for (let j = 0; j < rhs; j++) {
      const cost = tableau[objective + j]!;
      if (cost < steepest) {
        entering = j;
        if (step > 200) break; // Bland: the first, so that degenerate steps cannot cycle
        steepest = cost;
      }
    }
    if (entering < 0) return;
    let leaving = -1;
    let least = Number.POSITIVE_INFINITY;
    for (let i = 0; i < rows; i++) {
      const slope = tableau[i * width + entering]!;
      if (slope <= 1e-11) continue;
      const ratio = tableau[i * width + rhs]! / slope;
      if (ratio < least - 1e-15 || (ratio <= least && basis[i]! < basis[leaving]!)) {
        least = ratio;
        leaving = i;
      }
    }
    if (leaving < 0) return;
    pivot(tableau, rows, width, leaving, entering);
    basis[leaving] = entering;
  }
}

function pivot(tableau: Float64Array, rows: number, width: number, row: number, column: number): void {
  const start = row * width;
  const scale = 1 / tableau[start + column]!;
  for (let j = 0; j < width; j++) tableau[start + j]! *= scale;
  for (let i = 0; i <= rows; i++) {
    if (i === row) continue;
    const factor = tableau[i * width + column]!;
    if (factor === 0) continue;
    for (let j = 0; j < width; j++) tableau[i * width + j]! -= factor * tableau[start + j]!;
  }
}
