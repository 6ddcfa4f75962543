/**
 * The multipliers that give the tightest Nash bound over the hull of the columns:
 *   minimise  -sum of log(lambda_i)   subject to   lambda . column_k <= m for every column.
 * At the optimum lambda_i = 1 / (the hull point's gain of i), and no settlement x of the hull has a Nash product above
 * (max lambda . g(x) / m)^m / product of lambda. Any positive lambda gives a valid bound: rounding costs only tightness.
 * Newton's method on a logarithmic barrier. Bounded when some mix of the columns gives every party a positive gain.
 * Source of the bound: weak duality for the concave function sum of log g; see Boyd and Vandenberghe, Convex Optimization, 5.
 */
export function nashMultipliers(
  columns: readonly Float64Array[],
  start: Float64Array | undefined,
): { lambda: Float64Array; mix: Float64Array } {
  const m = columns[0]!.length;
  const n = columns.length;
  const lambda = start ? start.slice() : new Float64Array(m).fill(1);
  const tightest = columns.reduce((most, g) => Math.max(most, dot(lambda, g)), 0);
  if (tightest >= 0.999 * m) scale(lambda, (0.99 * m) / tightest);
  const gradient = new Float64Array(m);
  const hessian = new Float64Array(m * m);
  const trial = new Float64Array(m);
  for (let sharpness = 1e2; sharpness <= 1e13; sharpness *= 30) {
    for (let step = 0; step < 30; step++) {
      for (let i = 0; i < m; i++) {
        gradient[i] = -1 / lambda[i]!;
        for (let j = 0; j < m; j++) hessian[i * m + j] = i === j ? 1 / (lambda[i]! * lambda[i]!) : 0;
      }
      for (let k = 0; k < n; k++) {
        const g = columns[k]!;
        const slack = m - dot(lambda, g);
        const first = 1 / (sharpness * slack);
        const second = first / slack;
        for (let i = 0; i < m; i++) {
          gradient[i]! += first * g[i]!;
          for (let j = 0; j <= i; j++) hessian[i * m + j]! += second * g[i]! * g[j]!;
        }
      }
      const direction = solve(hessian, gradient, m);
      if (!direction) break;
      const decrement = dot(direction, gradient);
      if (!(decrement > 1e-13)) break;
      let length = 1;
      const before = barrier(lambda, columns, sharpness, m);
      for (; length > 1e-12; length /= 2) {
        for (let i = 0; i < m; i++) trial[i] = lambda[i]! - length * direction[i]!;
        if (barrier(trial, columns, sharpness, m) <= before - 0.1 * length * decrement) break;
      }
      if (length <= 1e-12) break;
      lambda.set(trial);
    }
  }
  const mix = Float64Array.from(columns, (g) => 1 / Math.max(1e-300, m - dot(lambda, g)));
  const sum = mix.reduce((a, b) => a + b, 0);
  return { lambda, mix: mix.map((share) => share / sum) };
}

function barrier(lambda: Float64Array, columns: readonly Float64Array[], sharpness: number, m: number): number {
  let value = 0;
  for (let i = 0; i < m; i++) {
    if (!(lambda[i]! > 0)) return Number.POSITIVE_INFINITY;
    value -= Math.log(lambda[i]!);
  }
  for (const g of columns) {
    const slack = m - dot(lambda, g);
    if (!(slack > 0)) return Number.POSITIVE_INFINITY;
    value -= Math.log(slack) / sharpness;
  }
  return value;
}

/** Cholesky; `matrix` holds the lower triangle and is overwritten. Undefined when it is not positive definite. */
function solve(matrix: Float64Array, right: Float64Array, m: number): Float64Array | undefined {
  for (let i = 0; i < m; i++) {
    for (let j = 0; j <= i; j++) {
      let sum = matrix[i * m + j]!;
      for (let k = 0; k < j; k++) sum -= matrix[i * m + k]! * matrix[j * m + k]!;
      if (i !== j) matrix[i * m + j] = sum / matrix[j * m + j]!;
      else if (sum > 0) matrix[i * m + i] = Math.sqrt(sum);
      else return undefined;
    }
  }
  const x = right.slice();
  for (let i = 0; i < m; i++) {
    for (let k = 0; k < i; k++) x[i]! -= matrix[i * m + k]! * x[k]!;
    x[i]! /= matrix[i * m + i]!;
  }
  for (let i = m - 1; i >= 0; i--) {
    for (let k = i + 1; k < m; k++) x[i]! -= matrix[k * m + i]! * x[k]!;
    x[i]! /= matrix[i * m + i]!;
  }
  return x;
}

function dot(a: ArrayLike<number>, b: ArrayLike<number>): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += a[i]! * b[i]!;
  return sum;
}

function scale(vector: Float64Array, factor: number): void {
  for (let i = 0; i < vector.length; i++) vector[i]! *= factor;
}
