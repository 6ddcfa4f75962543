/** Lexicographic order of utility vectors, largest first: negative when a stands before b. */
export function largestFirst(a: Float64Array, b: Float64Array): number {
  for (let p = 0; p < a.length; p++) if (a[p] !== b[p]) return b[p]! - a[p]!;
  return 0;
}
