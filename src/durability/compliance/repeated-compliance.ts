import { sumOf } from "../deterrence/sum-of.ts";

/**
 * r dividend and g breachGain, in points per period; delta discount, 0 <= delta < 1; pi detection and alpha falseAlarm,
 * chances per period.
 */
export type RepeatedParameters = {
  readonly dividend: number;
  readonly breachGain: number;
  readonly detection: number;
  readonly falseAlarm: number;
  readonly discount: number;
};

/**
 * V = r / (1 - delta (1 - alpha) - alpha delta^(T+1)): what lasting compliance is worth, in points, when each alarm suspends
 * the peace dividend for T periods. Falls in alpha and T (where both matter).
 * Degenerate: if nothing is discounted and no suspension is for ever, the worth is infinite.
 * @param periods  T, a whole number at least 0, or Infinity.
 */
export function complianceWorth({ dividend, discount, falseAlarm }: RepeatedParameters, periods: number): number {
  // no dividend is worth nothing, also for ever; 0 / 0 would be no number
  return dividend === 0 ? 0 : dividend / lossRate(discount, falseAlarm, periods);
}

/** `slack`: what compliance is worth over the temptation, delta (pi - alpha) (1 - delta^T) V - g; complies iff it is at least 0. */
export type RepeatedCompliance =
  | { readonly kind: "sustained" | "not-sustained"; readonly slack: number; readonly worth: number }
  /** A discount of 1 compares infinite sums: the model has no answer. */
  | { readonly kind: "undiscounted" };

/**
 * Repeated compliance under imperfect monitoring: an alarm, true or false, suspends the peace dividend for T periods.
 * Complying is an equilibrium iff g <= delta (pi - alpha) (1 - delta^T) V. Slack rises in pi, delta, T, r and falls in
 * alpha, g. At pi = alpha only g = 0 is sustained. Ties: an indifferent holder complies.
 * Source: the form of Green & Porter 1984.
 */
export function repeatedCompliance(parameters: RepeatedParameters, periods: number): RepeatedCompliance {
  if (parameters.discount >= 1) return { kind: "undiscounted" };
  const worth = complianceWorth(parameters, periods);
  const slack = sumOf(largestSustained(parameters, periods), -parameters.breachGain);
  return { kind: slack >= 0 ? "sustained" : "not-sustained", slack, worth };
}

/** The largest temptation g that compliance survives: delta (pi - alpha) (1 - delta^T) V, in points; delta < 1. */
export function largestSustained(parameters: RepeatedParameters, periods: number): number {
  const { discount, detection, falseAlarm } = parameters;
  const suspended = 1 - discount ** periods;
  return discount * (detection - falseAlarm) * suspended * complianceWorth(parameters, periods);
}

export type LeastDetection =
  /** Between alpha and 1. */
  | { readonly kind: "detection"; readonly value: number }
  /** Not even if every breach were seen. */
  | { readonly kind: "none-suffices" };

/** pi* = alpha + g (1 - delta (1 - alpha) - alpha delta^(T+1)) / (delta (1 - delta^T) r): the least detection that sustains compliance. */
export function leastDetection(parameters: Omit<RepeatedParameters, "detection">, periods: number): LeastDetection {
  const { dividend, breachGain, falseAlarm, discount } = parameters;
  if (breachGain === 0) return { kind: "detection", value: falseAlarm };
  const worth = discount * (1 - discount ** periods) * dividend;
  if (worth <= 0) return { kind: "none-suffices" };
  const value = falseAlarm + (breachGain * lossRate(discount, falseAlarm, periods)) / worth;
  return sumOf(value, -1) <= 0 ? { kind: "detection", value: Math.min(1, value) } : { kind: "none-suffices" };
}

export type ShortestSuspension =
  | { readonly kind: "periods"; readonly value: number }
  /** Only if the suspension is for ever. */
  | { readonly kind: "for-ever" }
  | { readonly kind: "none" };

/**
 * The best T: the smallest that sustains compliance, since a longer one costs more at every false alarm. With z = delta^T
 * the condition is z (K - g alpha delta) <= K - g (1 - delta (1 - alpha)), K = delta (pi - alpha) r.
 */
export function shortestSuspension(parameters: RepeatedParameters): ShortestSuspension {
  const sustains = (periods: number): boolean => repeatedCompliance(parameters, periods).kind === "sustained";
  if (!sustains(Number.POSITIVE_INFINITY)) return { kind: "none" };
  const { dividend, breachGain, detection, falseAlarm, discount } = parameters;
  if (sustains(0)) return { kind: "periods", value: 0 };
  const worth = discount * (detection - falseAlarm) * dividend;
  const left = sumOf(worth, -breachGain * lossRate(discount, falseAlarm, Number.POSITIVE_INFINITY));
  if (left <= 0) return { kind: "for-ever" };
  const remains = left / (worth - breachGain * falseAlarm * discount);
  let periods = Math.max(1, Math.ceil(Math.log(remains) / Math.log(discount)));
  // the logarithms may be one period off
  while (periods > 1 && sustains(periods - 1)) periods -= 1;
  while (!sustains(periods)) periods += 1;
  return { kind: "periods", value: periods };
}

/** 1 / alpha: the expected number of periods to the first false suspension of a party that complies; infinite without false alarms. */
export function periodsToFalseSuspension(falseAlarm: number): number {
  return 1 / falseAlarm;
}

/** 1 - delta (1 - alpha) - alpha delta^(T+1), as the positive sum (1 - delta) + alpha delta (1 - delta^T). */
function lossRate(discount: number, falseAlarm: number, periods: number): number {
  return 1 - discount + falseAlarm * discount * (1 - discount ** periods);
}
