/**
 * The sum of the terms, and exactly 0 where all that is left is rounding error, so that a tie written in decimals is a
 * tie: 0.1 x 30 - 3 is 0. Relative tolerance: 1e-12 of the sum of the terms' sizes.
 */
export function sumOf(...terms: readonly number[]): number {
  const sum = terms.reduce((total, term) => total + term, 0);
  const size = terms.reduce((total, term) => total + Math.abs(term), 0);
  return Math.abs(sum) <= relativeRounding * size ? 0 : sum;
}

const relativeRounding = 1e-12;
