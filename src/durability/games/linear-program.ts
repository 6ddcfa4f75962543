/** One condition on the unknowns: coefficients . x (at most | exactly | at least) bound. */
export type LinearRow = {
  readonly coefficients: ArrayLike<number>;
  readonly kind: "at-most" | "exactly" | "at-least";
  readonly bound: number;
};

const tiny = 1e-11;

/**
 * Maximises objective . x over x >= 0 and the rows: two-phase simplex on a dense tableau, Bland's rule, so it ends.
 * Meant for tens of unknowns. Undefined if no x exists; unbounded objectives are refused by a throw.
 * Source: Bland 1977, "New finite pivoting rules for the simplex method".
 */
export function maximise(objective: ArrayLike<number>, rows: readonly LinearRow[]): Float64Array | undefined {
  const unknowns = objective.length;
  const slacks = rows.filter(({ kind }) => kind !== "exactly").length;
  const width = unknowns + slacks + rows.length + 1; // the last column is the bound
  const tableau = rows.map(() => new Float64Array(width));
  const basis = new Int32Array(rows.length);
  let slack = unknowns;
  for (const [index, { coefficients, kind, bound }] of rows.entries()) {
    const row = tableau[index]!;
    const sign = bound < 0 ? -1 : 1;
    for (let i = 0; i < unknowns; i++) row[i] = sign * coefficients[i]!;
    if (kind !== "exactly") row[slack++] = sign * (kind === "at-most" ? 1 : -1);
    row[unknowns + slacks + index] = 1;
    row[width - 1] = sign * bound;
    basis[index] = unknowns + slacks + index;
  }
  const artificial = unknowns + slacks;
  const cost = new Float64Array(width);
  for (const row of tableau) for (let i = 0; i < width; i++) if (i < artificial || i === width - 1) cost[i]! -= row[i]!;
  improve(tableau, basis, cost, artificial);
  if (-cost[width - 1]! > 1e-9) return undefined;
  for (const [index, row] of tableau.entries()) {
    if (basis[index]! < artificial) continue;
    // an artificial unknown left at zero is exchanged for a real one, or its row says nothing
    for (let i = 0; i < artificial; i++)
      if (Math.abs(row[i]!) > 1e-9) {
        pivot(tableau, basis, cost, index, i);
        break;
      }
  }
  cost.fill(0);
  for (let i = 0; i < unknowns; i++) cost[i] = -objective[i]!;
  for (const [index, row] of tableau.entries()) {
    const factor = cost[basis[index]!]!;
    if (factor !== 0) for (let i = 0; i < width; i++) cost[i]! -= factor * row[i]!;
  }
  if (!improve(tableau, basis, cost, artificial)) throw new Error("This linear programme has no greatest value.");
  const x = new Float64Array(unknowns);
  for (const [index, row] of tableau.entries())
    if (basis[index]! < unknowns) x[basis[index]!] = Math.max(0, row[width - 1]!);
  return x;
}

/** Bland's rule ends in exact numbers; rounding could still make it circle. */
const mostPivots = 20_000;

/** False if the objective grows without end. */
function improve(tableau: Float64Array[], basis: Int32Array, cost: Float64Array, columns: number): boolean {
  for (let pivots = 0; ; pivots++) {
    if (pivots > mostPivots) return true;
    let entering = 0;
    while (entering < columns && cost[entering]! >= -tiny) entering += 1;
    if (entering === columns) return true;
    let leaving = -1;
    let least = Number.POSITIVE_INFINITY;
    for (const [index, row] of tableau.entries()) {
      if (row[entering]! <= 1e-10) continue;
      const ratio = row[row.length - 1]! / row[entering]!;
      if (ratio < least - 1e-12 || (ratio <= least && basis[index]! < basis[leaving]!)) {
        least = Math.min(least, ratio);
        leaving = index;
      }
    }
    if (leaving < 0) return false;
    pivot(tableau, basis, cost, leaving, entering);
  }
}

function pivot(tableau: Float64Array[], basis: Int32Array, cost: Float64Array, leaving: number, entering: number) {
  const row = tableau[leaving]!;
  const by = row[entering]!;
  for (let i = 0; i < row.length; i++) row[i]! /= by;
  for (const other of [...tableau, cost]) {
    const factor = other[entering]!;
    if (other === row || factor === 0) continue;
    for (let i = 0; i < row.length; i++) other[i]! -= factor * row[i]!;
    other[entering] = 0;
  }
  basis[leaving] = entering;
}
