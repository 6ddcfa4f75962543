/**
 * A point where the residuals are small: Levenberg & Marquardt's method with differences for derivatives.
 * Meant for tens of unknowns. @returns the point and the sum of squares there.
 */
export function leastSquares(
  residuals: (x: Float64Array) => Float64Array,
  start: Float64Array,
  steps = 60,
): { readonly x: Float64Array; readonly sum: number } {
  let x = Float64Array.from(start);
  let at = residuals(x);
  let sum = sumOfSquares(at);
  let damping = 1e-3;
  const size = x.length;
  for (let step = 0; step < steps && sum > 1e-28; step++) {
    const columns = Array.from({ length: size }, (_, index) => {
      const moved = Float64Array.from(x);
      const width = 1e-7 * Math.max(1, Math.abs(x[index]!));
      moved[index]! += width;
      return residuals(moved).map((value, row) => (value - at[row]!) / width);
    });
    const slope = columns.map((column) => -dot(column, at));
    const square = columns.map((one) => Float64Array.from(columns, (other) => dot(one, other)));
    let better = false;
    for (let tries = 0; tries < 8 && !better; tries++) {
      const matrix = square.map((row, index) => {
        const copy = Float64Array.from(row);
        copy[index]! += damping * Math.max(row[index]!, 1e-9);
        return copy;
      });
      const change = solveLinear(matrix, slope);
      const next = change ? x.map((value, index) => value + change[index]!) : x;
      const nextAt = residuals(next);
      const nextSum = sumOfSquares(nextAt);
      better = nextSum < sum;
      if (better) [x, at, sum, damping] = [next, nextAt, nextSum, Math.max(damping / 10, 1e-15)];
      else damping *= 10;
    }
    if (!better) break;
  }
  return { x, sum };
}

/** Gauss elimination with row exchange; undefined if the matrix is singular. Both arguments are used up. */
export function solveLinear(matrix: Float64Array[], bounds: number[]): number[] | undefined {
  const size = bounds.length;
  for (let column = 0; column < size; column++) {
    let top = column;
    for (let row = column + 1; row < size; row++)
      if (Math.abs(matrix[row]![column]!) > Math.abs(matrix[top]![column]!)) top = row;
    if (Math.abs(matrix[top]![column]!) < 1e-300) return undefined;
    [matrix[column], matrix[top]] = [matrix[top]!, matrix[column]!];
    [bounds[column], bounds[top]] = [bounds[top]!, bounds[column]!];
    for (let row = column + 1; row < size; row++) {
      const factor = matrix[row]![column]! / matrix[column]![column]!;
      if (factor === 0) continue;
      for (let i = column; i < size; i++) matrix[row]![i]! -= factor * matrix[column]![i]!;
      bounds[row]! -= factor * bounds[column]!;
    }
  }
  for (let row = size - 1; row >= 0; row--) {
    for (let i = row + 1; i < size; i++) bounds[row]! -= matrix[row]![i]! * bounds[i]!;
    bounds[row]! /= matrix[row]![row]!;
  }
  return bounds;
}

/** Of a matrix of numbers near 1; what is below 1e-5 after elimination counts as nothing. Uses the matrix up. */
export function rankOf(matrix: Float64Array[]): number {
  const width = matrix[0]?.length ?? 0;
  let rank = 0;
  for (let column = 0; column < width && rank < matrix.length; column++) {
    let top = rank;
    for (let row = rank; row < matrix.length; row++)
      if (Math.abs(matrix[row]![column]!) > Math.abs(matrix[top]![column]!)) top = row;
    if (Math.abs(matrix[top]![column]!) < 1e-5) continue;
    [matrix[rank], matrix[top]] = [matrix[top]!, matrix[rank]!];
    for (let row = rank + 1; row < matrix.length; row++) {
      const factor = matrix[row]![column]! / matrix[rank]![column]!;
      for (let i = column; i < width; i++) matrix[row]![i]! -= factor * matrix[rank]![i]!;
    }
    rank += 1;
  }
  return rank;
}

function sumOfSquares(values: Float64Array): number {
  return dot(values, values);
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let index = 0; index < a.length; index++) sum += a[index]! * b[index]!;
  return sum;
}
