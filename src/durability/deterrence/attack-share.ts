/**
 * The share of challengers that attack when each has a cost of its own that others do not see: the logistic (quantal)
 * version of the backstop, 1 / (1 + exp(-precision x D)).
 * @param gain  D, in the challenger's points.
 * @param precision  lambda >= 0, per point: 0 gives one half whatever D is; as it grows the share tends to 1 where D > 0
 *   and to 0 where D < 0; at D = 0 it is one half.
 * Source: McKelvey & Palfrey 1998; Signorino 1999.
 */
export function attackShare(gain: number, precision: number): number {
  // one half also at an infinite precision, where 0 x Infinity would be no number
  return gain === 0 ? 0.5 : 1 / (1 + Math.exp(-precision * gain));
}
