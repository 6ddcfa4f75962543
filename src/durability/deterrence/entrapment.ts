import type { AttackThreshold } from "./backstop.ts";
import { sumOf } from "./sum-of.ts";

/** The protege's points: g_P protegeGain from a provocation that the guarantors back, l_P protegeLoss from one they do not. */
export type EntrapmentParameters = { readonly protegeGain: number; readonly protegeLoss: number };

/** The protege restrains itself iff q g_P <= (1 - q) l_P. Ties: an indifferent protege does. */
export function restrainsItself({ protegeGain, protegeLoss }: EntrapmentParameters, intervention: number): boolean {
  return sumOf(intervention * protegeGain, -(1 - intervention) * protegeLoss) <= 0;
}

/** l_P / (g_P + l_P): the largest q at which the protege restrains itself; 1 if a provocation gains it nothing. */
export function largestRestrainedCredibility({ protegeGain, protegeLoss }: EntrapmentParameters): number {
  return protegeGain > 0 ? protegeLoss / (protegeGain + protegeLoss) : 1;
}

export type Entrapment =
  /** Some credibility deters the challenger and still restrains the protege: any from `from` to `to`. */
  | { readonly kind: "pure-guarantee-can-work"; readonly from: number; readonly to: number }
  /** Whatever deters the challenger frees the protege: a clause must make help conditional on its restraint. */
  | { readonly kind: "needs-conditional-clause"; readonly needed: number; readonly restrained: number }
  /** q* > 1, or an intervention costs the challenger nothing: no credibility deters it anyway. */
  | { readonly kind: "no-credibility-deters" };

/**
 * Sets the largest q at which the protege restrains itself beside q*. A guarantee without conditions works iff q* is not above it.
 * A challenger for whom an intervention changes nothing counts as deterred or not whatever q is: `attackPays` says which.
 * Source: Snyder 1997.
 */
export function entrapment(
  parameters: EntrapmentParameters,
  threshold: AttackThreshold,
  attackPays: boolean,
): Entrapment {
  const restrained = largestRestrainedCredibility(parameters);
  if (threshold.kind === "intervention-costs-nothing")
    return attackPays
      ? { kind: "no-credibility-deters" }
      : { kind: "pure-guarantee-can-work", from: 0, to: restrained };
  if (sumOf(threshold.value, -1) > 0) return { kind: "no-credibility-deters" };
  const needed = Math.max(0, threshold.value);
  return sumOf(needed, -restrained) <= 0
    ? { kind: "pure-guarantee-can-work", from: needed, to: restrained }
    : { kind: "needs-conditional-clause", needed, restrained };
}
