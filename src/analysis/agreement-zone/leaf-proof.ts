import { gcd, lcm } from "#prelude";
import type { Proof } from "../certificate/certificate.ts";
import type { Maximiser } from "../space/best-settlement.ts";
import type { SettlementSpace } from "../space/settlement-space.ts";

/**
 * Whole-number multipliers near `weights` for which no settlement of the branch reaches a weighted surplus of zero, or
 * undefined when rounding leaves the proof open. The check is exact: every product and sum stays below 2^53, and
 * magnitudes that would not are refused.
 */
export function leafProof(
  space: SettlementSpace,
  maximiser: Maximiser,
  allowed: Uint8Array,
  weights: Float64Array,
  threshold: Float64Array,
): Proof | undefined {
  const magnitude = magnitudes(space, threshold);
  const reach = weights.reduce((sum, weight, i) => sum + weight * magnitude[i]!, 0);
  if (!(reach > 0)) return undefined;
  const single = weights.filter((weight) => weight > 0).length === 1;
  for (const precision of single ? [0] : [2 ** 30, 2 ** 51]) {
    const factor = precision / reach;
    const multipliers = single
      ? weights.map((weight) => (weight > 0 ? 1 : 0))
      : weights.map((weight) => Math.max(0, Math.round(weight * factor)));
    const most = maximiser.value(multipliers, allowed);
    if (most === Number.NEGATIVE_INFINITY) return { kind: "leaf", multipliers: {} };
    // thresholds stand one unit above the reservation values when equality refuses; the proof is about the values themselves
    const strict = space.problem.inForce.tie === "refuses" ? 1 : 0;
    const needed = multipliers.reduce((sum, multiplier, i) => sum + multiplier * (threshold[i]! - strict), 0);
    const total = multipliers.reduce((sum, multiplier, i) => sum + multiplier * magnitude[i]!, 0);
    if (total >= Number.MAX_SAFE_INTEGER || !(strict ? most <= needed : most < needed)) continue;
    return { kind: "leaf", multipliers: perPoint(space, multipliers) };
  }
  return undefined;
}

/** Multipliers of units as whole-number multipliers of points, so that a checker need not know the units. */
function perPoint({ problem }: SettlementSpace, multipliers: Float64Array): Record<string, string> {
  const common = problem.scales.reduce((all, { units }) => lcm(all, units.den), 1n);
  const whole = problem.scales.map(({ units }, i) => (BigInt(multipliers[i]!) * units.num * common) / units.den);
  const divisor = whole.reduce((all, value) => gcd(all, value), 0n) || 1n;
  return Object.fromEntries(
    problem.parties.flatMap((party, i) => (whole[i]! > 0n ? [[party, String(whole[i]! / divisor)]] : [])),
  );
}

/** The largest absolute partial sum of each party's utility, and its threshold. */
function magnitudes({ problem, payoff, bonus, parties: m }: SettlementSpace, threshold: Float64Array): Float64Array {
  const all = new Float64Array(m);
  for (let p = 0; p < m; p++) {
    for (let i = 0; i < problem.issues.length; i++) {
      let largest = 0;
      for (let o = problem.offset[i]!; o < problem.offset[i + 1]!; o++)
        largest = Math.max(largest, Math.abs(payoff[o * m + p]!));
      all[p]! += largest;
    }
    let extra = 0;
    for (let f = p; f < bonus.length; f += m) extra = Math.max(extra, Math.abs(bonus[f]!));
    all[p]! += extra * problem.issues.length;
    if (Number.isFinite(threshold[p]!)) all[p] = Math.max(all[p]!, Math.abs(threshold[p]!));
  }
  return all;
}
