import { sumOf } from "../deterrence/sum-of.ts";

/**
 * The pie of each period is 1. p1 winsNow, p2 winsLater: chances that the rising side R wins a war; c_D decliningCost, c_R
 * risingCost, in pies; delta discount.
 */
export type ShiftingPowerParameters = {
  readonly winsNow: number;
  readonly winsLater: number;
  readonly decliningCost: number;
  readonly risingCost: number;
  readonly discount: number;
};

/** Who makes the offers of the first period: the declining side, or the rising side all of them. */
export type OffersOf = "declining" | "rising";

/** `excess`: how far the shift exceeds what peace bears, in pies; above 0 war now is unavoidable under any division. */
export type ShiftingPower = { readonly kind: "war-unavoidable" | "peace-possible"; readonly excess: number };

/**
 * The commitment problem. The declining side would rather fight now, whatever is divided, iff delta p2 - p1 > c_D + delta
 * c_R; if the rising side makes all offers, iff delta p2 - p1 > (1 - delta) c_D. Ties: an indifferent side keeps the peace.
 * Source: the form of Powell 2006 for Fearon 1995, re-derived.
 */
export function shiftingPower(parameters: ShiftingPowerParameters, offers: OffersOf = "declining"): ShiftingPower {
  const { winsNow, winsLater, discount } = parameters;
  const excess = sumOf(discount * winsLater, -winsNow, ...borne(parameters, offers).map((term) => -term));
  return { kind: excess > 0 ? "war-unavoidable" : "peace-possible", excess };
}

/** The p2 up to which peace is possible, (p1 + c_D + delta c_R) / delta or (p1 + (1 - delta) c_D) / delta; infinite if delta = 0. */
export function largestShift(
  parameters: Omit<ShiftingPowerParameters, "winsLater">,
  offers: OffersOf = "declining",
): number {
  const { winsNow, discount } = parameters;
  if (discount === 0) return Number.POSITIVE_INFINITY;
  return sumOf(winsNow, ...borne(parameters, offers)) / discount;
}

export type LeastCredibility =
  /** There is no commitment problem to remove. */
  | { readonly kind: "none-needed" }
  /** Strictly above 0, at most 1. */
  | { readonly kind: "credibility"; readonly value: number }
  /** Not even a guarantee that is sure to be honoured. */
  | { readonly kind: "none-suffices" };

/**
 * The least credibility q that removes the commitment problem when a guarantee turns p2 into (1 - q) p2 + q p2G:
 * (p2 - largest shift) / (p2 - p2G). Rises in p2 and delta, falls in p1, c_D, c_R (between 0 and 1).
 * @param guaranteed  p2G; one that is not below p2 helps nobody.
 */
export function leastCredibility(
  parameters: ShiftingPowerParameters,
  guaranteed: number,
  offers: OffersOf = "declining",
): LeastCredibility {
  if (shiftingPower(parameters, offers).kind === "peace-possible") return { kind: "none-needed" };
  if (shiftingPower({ ...parameters, winsLater: guaranteed }, offers).kind === "war-unavoidable")
    return { kind: "none-suffices" };
  const { winsLater } = parameters;
  const value = (winsLater - largestShift(parameters, offers)) / (winsLater - guaranteed);
  // peace at p2G and none at p2: rounding alone can leave (0, 1]
  return { kind: "credibility", value: Math.min(1, value) };
}

/** What the costs of war make the declining side bear. */
function borne(
  { decliningCost, risingCost, discount }: Omit<ShiftingPowerParameters, "winsLater">,
  offers: OffersOf,
): readonly number[] {
  return offers === "declining" ? [decliningCost, discount * risingCost] : [decliningCost, -discount * decliningCost];
}
