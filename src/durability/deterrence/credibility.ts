/** A judged cost, in points: low <= mid <= high. */
export type JudgedCost = { readonly low: number; readonly mid: number; readonly high: number };

/**
 * q = F(k*): the chance that the guarantors' cost of fighting, which the challenger does not know, is at most what they
 * would bear. F is 0 up to `low`, 1/2 at `mid`, 1 from `high`, straight between. Non-decreasing in the resolve.
 * Ties and degenerate judgements: a cost equal to the resolve is borne, so where two of the three meet, F jumps there and
 * takes the upper value; with all three equal it is a step.
 */
export function credibility(resolve: number, { low, mid, high }: JudgedCost): number {
  if (resolve >= high) return 1;
  if (resolve >= mid) return 0.5 + (0.5 * (resolve - mid)) / (high - mid);
  if (resolve > low) return (0.5 * (resolve - low)) / (mid - low);
  return 0;
}
