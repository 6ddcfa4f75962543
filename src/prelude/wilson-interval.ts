/** A share seen in n draws with its 95 % interval. */
export type Share = { readonly share: number; readonly low: number; readonly high: number; readonly n: number };

/** The normal quantile of a two-sided 95 % interval. */
const quantile = 1.959963984540054;

/**
 * Wilson's score interval of a binomial share: keeps to 0..1, and does not shrink to nothing when all draws agree.
 * @param n at least 1.
 * Source: Wilson 1927, "Probable Inference, the Law of Succession, and Statistical Inference", JASA 22(158).
 */
export function wilsonInterval(successes: number, n: number): Share {
  if (!(n >= 1 && successes >= 0 && successes <= n)) throw new Error(`No share: ${successes} of ${n}.`);
  const share = successes / n;
  const z2 = quantile * quantile;
  const centre = (share + z2 / (2 * n)) / (1 + z2 / n);
  const half = (quantile / (1 + z2 / n)) * Math.sqrt((share * (1 - share)) / n + z2 / (4 * n * n));
  return {
    share,
    low: successes === 0 ? 0 : Math.max(0, centre - half),
    high: successes === n ? 1 : Math.min(1, centre + half),
    n,
  };
}
