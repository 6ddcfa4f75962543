/**
 * How far apart two things must lie, in points, before one is preferred: far less than anybody can judge, and enough
 * that "prefers A" and "prefers B" contradict each other.
 */
export const leastDifference = 0.01;

/** "Indifferent" between two packages: their worth differs by at most so many points. */
export const indifferenceBand = 1;

/** "No deal is about as good as this settlement": they differ by at most so many points. */
export const aboutEqualBand = 2;

/** Ranks of an order of swings lie at least so many points apart; less for many issues, so that all find room. */
export function leastRankOfSwings(issues: number): number {
  return Math.min(leastDifference, 2 / (issues * issues));
}

/** Ranks of an order of options lie at least so far apart, on the scale 0 to 100. */
export function leastRankOfOptions(options: number): number {
  return Math.min(0.1, 10 / options);
}
