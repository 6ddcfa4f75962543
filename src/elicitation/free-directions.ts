/**
 * Directions along which none of the rows changes: a basis of the null space of a small dense matrix, each moving one
 * coordinate of its own and what depends on it. Gaussian elimination with row pivoting; time O(rows x size^2).
 */
export function freeDirections(rows: readonly Float64Array[], size: number): readonly Float64Array[] {
  const reduced: { readonly row: Float64Array; readonly pivot: number }[] = [];
  for (const each of rows) {
    const row = each.slice();
    for (const { row: other, pivot } of reduced) subtract(row, other, row[pivot]!);
    const pivot = largestAt(row);
    if (Math.abs(row[pivot]!) < 1e-9) continue; // it follows from the others
    const by = row[pivot]!;
    for (let k = 0; k < size; k++) row[k]! /= by;
    for (const { row: other } of reduced) subtract(other, row, other[pivot]!);
    reduced.push({ row, pivot });
  }
  const pivots = new Set(reduced.map(({ pivot }) => pivot));
  const basis: Float64Array[] = [];
  for (let free = 0; free < size; free++) {
    if (pivots.has(free)) continue;
    const direction = new Float64Array(size);
    direction[free] = 1;
    for (const { row, pivot } of reduced) direction[pivot] = -row[free]!;
    basis.push(direction);
  }
  return basis;
}

/** The same space, by directions of length 1 at right angles (Gram-Schmidt). */
export function orthonormal(directions: readonly Float64Array[]): readonly Float64Array[] {
  const basis: Float64Array[] = [];
  for (const each of directions) {
    const direction = each.slice();
    for (const other of basis) subtract(direction, other, dot(direction, other));
    const length = Math.sqrt(dot(direction, direction));
    for (let k = 0; k < direction.length; k++) direction[k]! /= length;
    basis.push(direction);
  }
  return basis;
}

/**
 * The directions stretched to the shape of the points: combined with standard normal factors they spread as the points
 * do. Their correlations are shrunk by a tenth: a few hundred states show more of them than there are.
 */
export function stretchedTo(
  points: readonly Float64Array[],
  directions: readonly Float64Array[],
): readonly Float64Array[] {
  const size = directions.length;
  const along = points.map((point) => directions.map((direction) => dot(point, direction)));
  const mean = directions.map((_, k) => along.reduce((sum, each) => sum + each[k]!, 0) / along.length);
  const lower = directions.map(() => new Float64Array(size));
  for (let a = 0; a < size; a++) {
    for (let b = 0; b <= a; b++) {
      let sum = 0;
      for (const each of along) sum += (each[a]! - mean[a]!) * (each[b]! - mean[b]!);
      let left = (sum / along.length) * (a === b ? 1 : 0.9) + (a === b ? 1e-8 : 0);
      for (let k = 0; k < b; k++) left -= lower[a]![k]! * lower[b]![k]!;
      if (a === b) lower[a]![a] = Math.sqrt(Math.max(left, 1e-8));
      else lower[a]![b] = left / lower[b]![b]!;
    }
  }
  return directions.map((_, column) => {
    const stretched = new Float64Array(directions[0]!.length);
    for (let a = column; a < size; a++) subtract(stretched, directions[a]!, -lower[a]![column]!);
    return stretched;
  });
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let k = 0; k < a.length; k++) sum += a[k]! * b[k]!;
  return sum;
}

/** from -= times x what */
function subtract(from: Float64Array, what: Float64Array, times: number): void {
  if (times !== 0) for (let k = 0; k < from.length; k++) from[k]! -= times * what[k]!;
}

function largestAt(row: Float64Array): number {
  let best = 0;
  for (let k = 1; k < row.length; k++) if (Math.abs(row[k]!) > Math.abs(row[best]!)) best = k;
  return best;
}
