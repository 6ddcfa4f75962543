import {
  type AttackParameters,
  type Backstop,
  backstop,
  deters,
  type GuarantorParameters,
  guarantorResolve,
} from "./backstop.ts";

/** lambda, per day: the speed at which an attack makes itself irreversible. */
export type ReactionParameters = AttackParameters & GuarantorParameters & { readonly seizureSpeed: number };

/** The chance that guarantors of a given resolve (k*, their points) fight. Must not fall as the resolve rises. */
export type CredibilityOf = (resolve: number) => number;

export type ReactiveGuarantee = {
  /** phi = 1 - exp(-lambda tau): how much of the attack is done before the deployment is in place. */
  readonly doneBefore: number;
  /** p1 = phi p0 + (1 - phi) p1: the chance of success against guarantors who come this late. */
  readonly successOpposed: number;
  /** k*(tau), in the guarantors' points. */
  readonly resolve: number;
  /** q(tau). */
  readonly intervention: number;
  /** With q*(tau) as its threshold. */
  readonly backstop: Backstop;
};

/**
 * Model 3: the guarantors come only after `days`. The delay is worse for deterrence twice: they are less willing (k* and q
 * fall) and more of them is needed (q* rises, whenever an attack pays if they stay out).
 * @param days  tau >= 0.
 * Ties: as in `backstop`.
 */
export function reactiveGuarantee(
  parameters: ReactionParameters,
  credibilityOf: CredibilityOf,
  days: number,
): ReactiveGuarantee {
  const { seizureSpeed, successAlone } = parameters;
  // no speed, no seizure, however late; 0 x Infinity would be no number
  const doneBefore = seizureSpeed > 0 ? -Math.expm1(-seizureSpeed * days) : 0;
  const successOpposed = doneBefore * successAlone + (1 - doneBefore) * parameters.successOpposed;
  const late = { ...parameters, successOpposed };
  const willing = guarantorResolve(late);
  const intervention = credibilityOf(willing);
  return { doneBefore, successOpposed, resolve: willing, intervention, backstop: backstop(late, intervention) };
}

/** Up to which delay does the reactive guarantee deter? */
export type CriticalDelay =
  /** At any delay. */
  | { readonly kind: "none" }
  /** It fails even if the deployment came at once. */
  | { readonly kind: "zero" }
  /** It deters up to this delay and not after it, to `delayTolerance`. */
  | { readonly kind: "days"; readonly value: number };

/** Absolute, in days; coarser only where a double is (delays of more than some 10^6 days). */
export const delayTolerance = 1e-9;

/**
 * tau*, by bisection. The sign changes at most once: as tau grows, phi grows; so k* = w (1 - phi) (p0 - p1) + a does not
 * rise, nor does q = F(k*); and the denominator of q*, (1 - phi) (p0 - p1) v + c1 - c0, does not rise while its numerator
 * stays, so that q* does not fall where that numerator is positive. Where it is not, no attack pays at any delay. All of
 * this needs p1 <= p0.
 */
export function criticalDelay(parameters: ReactionParameters, credibilityOf: CredibilityOf): CriticalDelay {
  const detersAfter = (days: number): boolean => deters(reactiveGuarantee(parameters, credibilityOf, days).backstop);
  if (!detersAfter(0)) return { kind: "zero" };
  if (detersAfter(Number.POSITIVE_INFINITY)) return { kind: "none" };
  let high = 1 / parameters.seizureSpeed;
  // ends: phi is 1 to the last bit after some 40 of these steps' first length, and there it does not deter
  while (detersAfter(high)) high *= 2;
  let low = 0;
  while (high - low > delayTolerance) {
    const middle = low + (high - low) / 2;
    if (middle <= low || middle >= high) break;
    if (detersAfter(middle)) low = middle;
    else high = middle;
  }
  return { kind: "days", value: low };
}

/** rho provocation, in the challenger's points; b tie, in the guarantors'. */
export type StandingParameters = AttackParameters &
  GuarantorParameters & { readonly provocation: number; readonly tie: number };

export type StandingGuarantee = {
  readonly resolve: number;
  readonly intervention: number;
  readonly backstop: Backstop;
  /** The largest provocation at which it still deters; negative: it would not even without any. */
  readonly provocationBorne: number;
};

/**
 * The pre-emptive deployment: in place before an attack, so p1 stands, staying out costs a + b, and holding is worth
 * s - rho to the challenger. Its yearly cost is the guarantors' and does not enter the challenger's choice.
 */
export function standingGuarantee(parameters: StandingParameters, credibilityOf: CredibilityOf): StandingGuarantee {
  const { provocation, tie, ...calm } = parameters;
  const willing = guarantorResolve({ ...calm, reneging: calm.reneging + tie });
  const intervention = credibilityOf(willing);
  return {
    resolve: willing,
    intervention,
    backstop: backstop({ ...calm, peace: calm.peace - provocation }, intervention),
    // D rises by rho, point for point
    provocationBorne: -backstop(calm, intervention).gain,
  };
}

export type DeploymentComparison = {
  readonly kind: "both-deter" | "only-standing-deters" | "only-reactive-deters" | "neither-deters";
  readonly reactive: ReactiveGuarantee;
  readonly standing: StandingGuarantee;
};

/**
 * Reactive against pre-emptive. "only-reactive-deters" is the case in which the provocation raises q* above the q that
 * the standing deployment buys, and the delay does not. Without provocation, tie and delay both are the same.
 */
export function compareDeployments(
  parameters: ReactionParameters & StandingParameters,
  credibilityOf: CredibilityOf,
  days: number,
): DeploymentComparison {
  const reactive = reactiveGuarantee(parameters, credibilityOf, days);
  const standing = standingGuarantee(parameters, credibilityOf);
  const [late, there] = [deters(reactive.backstop), deters(standing.backstop)];
  const one = there ? "only-standing-deters" : "only-reactive-deters";
  return { kind: late === there ? (late ? "both-deter" : "neither-deters") : one, reactive, standing };
}
