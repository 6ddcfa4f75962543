import { sumOf } from "./sum-of.ts";

/**
 * What the challenger weighs. Points are its own: v prize, c0 warCost, c1 - c0 widerWarCost, sigma penalty, s peace (the
 * only one that may be negative); p0 successAlone and p1 successOpposed are chances. p1 < p0 is the usual case; p1 = p0
 * means that an intervention changes the cost only.
 */
export type AttackParameters = {
  readonly prize: number;
  readonly successAlone: number;
  readonly successOpposed: number;
  readonly warCost: number;
  readonly widerWarCost: number;
  readonly penalty: number;
  readonly peace: number;
};

/** What the guarantors weigh once there is an attack. Points are theirs: w stake, a reneging. */
export type GuarantorParameters = {
  readonly stake: number;
  readonly reneging: number;
  readonly successAlone: number;
  readonly successOpposed: number;
};

export type BackstopVerdict = "safe-without-guarantee" | "deterred" | "hollow-guarantee" | "nothing-deters";

/** `gain` is D, the challenger's points from attacking over holding; it attacks if D > 0. */
export type Backstop =
  | { readonly verdict: "safe-without-guarantee"; readonly gain: number; readonly threshold: AttackThreshold }
  /** `margin` = q - q*, at least 0. */
  | {
      readonly verdict: "deterred";
      readonly gain: number;
      readonly threshold: AttackThreshold;
      readonly margin: number;
    }
  /** `gap` = q* - q, above 0. */
  | {
      readonly verdict: "hollow-guarantee";
      readonly gain: number;
      readonly threshold: AttackThreshold;
      readonly gap: number;
    }
  | { readonly verdict: "nothing-deters"; readonly gain: number; readonly threshold: AttackThreshold };

/** q*, which may lie below 0 or above 1, or that there is none because an intervention takes nothing from the attack. */
export type AttackThreshold =
  | { readonly kind: "threshold"; readonly value: number }
  | { readonly kind: "intervention-costs-nothing" };

/**
 * Would an attack pay, given the chance that the guarantors fight? Model 1, the backstop: the challenger holds and keeps
 * s, or attacks; the guarantors then fight (p1 v - c1 - sigma for the challenger) or stay out (p0 v - c0 - sigma).
 * It attacks iff q < q*. Verdicts: q* <= 0 safe without guarantee; q* > 1 nothing deters; q >= q* deterred, with margin
 * q - q*; else a hollow guarantee, with gap q* - q.
 * Ties: an indifferent challenger holds; differences of rounding size (1e-12) are ties.
 * Degenerate: where an intervention takes nothing from the attack, (p0 - p1) v + c1 - c0 <= 0, there is no q*; the
 * verdict is "safe-without-guarantee" if the attack does not pay at this q (it then pays at no smaller one), else
 * "nothing-deters" (it pays at every greater one).
 * Source: re-derived; the form follows Zagare & Kilgour 2000, Fearon 1994.
 */
export function backstop(attack: AttackParameters, intervention: number): Backstop {
  const threshold = attackThreshold(attack);
  const gain = attackGain(attack, intervention);
  if (threshold.kind === "intervention-costs-nothing")
    return { verdict: gain > 0 ? "nothing-deters" : "safe-without-guarantee", gain, threshold };
  if (threshold.value <= 0) return { verdict: "safe-without-guarantee", gain, threshold };
  if (sumOf(threshold.value, -1) > 0) return { verdict: "nothing-deters", gain, threshold };
  const margin = sumOf(intervention, -threshold.value);
  if (margin >= 0) return { verdict: "deterred", gain, threshold, margin };
  return { verdict: "hollow-guarantee", gain, threshold, gap: -margin };
}

/** The challenger holds under these verdicts, and attacks under the two others. */
export function deters({ verdict }: { readonly verdict: BackstopVerdict }): boolean {
  return verdict === "safe-without-guarantee" || verdict === "deterred";
}

/** q* = (p0 v - c0 - sigma - s) / ((p0 - p1) v + c1 - c0): the least chance of intervention at which no attack pays. */
export function attackThreshold(attack: AttackParameters): AttackThreshold {
  const deterrent = interventionCost(attack);
  if (deterrent <= 0) return { kind: "intervention-costs-nothing" };
  return { kind: "threshold", value: attackGain(attack, 0) / deterrent };
}

/**
 * D = (1 - q) (p0 v - c0) + q (p1 v - c1) - sigma - s, in the challenger's points: what attacking is worth over holding.
 * Falls in q, sigma, s, c0, c1; rises in v, p0, p1.
 */
export function attackGain(attack: AttackParameters, intervention: number): number {
  const { prize, successAlone, successOpposed, warCost, widerWarCost, penalty, peace } = attack;
  return sumOf(
    (1 - intervention) * successAlone * prize,
    intervention * successOpposed * prize,
    -warCost,
    -intervention * widerWarCost,
    -penalty,
    -peace,
  );
}

/** (p0 - p1) v + c1 - c0: what the guarantors' fighting takes from an attack, in the challenger's points. */
export function interventionCost({ prize, successAlone, successOpposed, widerWarCost }: AttackParameters): number {
  return sumOf(successAlone * prize, -successOpposed * prize, widerWarCost);
}

/**
 * k* = w (p0 - p1) + a: the guarantors fight iff fighting costs them at most this, in their points. Rises in w, a, p0 - p1.
 */
export function guarantorResolve({ stake, reneging, successAlone, successOpposed }: GuarantorParameters): number {
  return sumOf(stake * successAlone, -stake * successOpposed, reneging);
}

/** The attack pays iff the prize exceeds `value` (which is then at least 0), or whatever the prize, or at none. */
export type PrizeThreshold =
  | { readonly kind: "prize"; readonly value: number }
  | { readonly kind: "any-prize-pays" }
  | { readonly kind: "no-prize-pays" };

/**
 * v* = (c0 + sigma + s + q (c1 - c0)) / (p0 - q (p0 - p1)): the prize above which an attack pays at this chance of
 * intervention, in the challenger's points. The prize of `attack` is not read.
 * Degenerate: an attack that cannot succeed pays at no prize; one that pays for itself (negative costs and penalty in
 * all, because peace is worth less than nothing) pays at any.
 */
export function prizeThreshold(attack: Omit<AttackParameters, "prize">, intervention: number): PrizeThreshold {
  const { successAlone, successOpposed, warCost, widerWarCost, penalty, peace } = attack;
  const cost = sumOf(warCost, penalty, peace, intervention * widerWarCost);
  const success = sumOf((1 - intervention) * successAlone, intervention * successOpposed);
  if (cost < 0) return { kind: "any-prize-pays" };
  return success > 0 ? { kind: "prize", value: cost / success } : { kind: "no-prize-pays" };
}
