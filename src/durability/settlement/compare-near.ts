/** Relative; nearer thresholds tie. */
const tie = 1e-12;

/** -1, 0 or 1: below, level with or above, where differences of rounding size are none. Infinities are level with themselves alone. */
export function compareNear(a: number, b: number): -1 | 0 | 1 {
  if (a === b) return 0;
  const apart = Math.abs(a - b); // infinite beside a finite number
  if (Number.isFinite(apart) && apart <= tie * Math.max(Math.abs(a), Math.abs(b))) return 0;
  return a < b ? -1 : 1;
}
