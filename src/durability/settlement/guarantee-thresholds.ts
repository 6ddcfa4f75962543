import type { Choices, Guarantee, GuaranteeParameter } from "#model";
import type { PrizeThreshold } from "../deterrence/backstop.ts";
import type { ResolvedParameter } from "./durability-report.ts";
import { type GuaranteeFrame, guaranteeFrame } from "./guarantee-frame.ts";
import { backstopQuestions, prizeKey } from "./guarantee-questions.ts";
import type { Quantity } from "./judged-verdict.ts";
import { numberOf, quantityOf } from "./quantity-of.ts";

type Resolved = ResolvedParameter<GuaranteeParameter>;

export type GuaranteeThresholds = {
  /** q: judged directly, or F(k*). */
  readonly intervention: Quantity & { readonly from: GuaranteeFrame["intervention"] };
  /** v*: an attack pays above it. */
  readonly prizeThreshold: Quantity<PrizeThreshold>;
  /** What q, and what v* depends on, of the parameters that the guarantee gives. */
  readonly interventionParameters: readonly Resolved[];
  readonly prizeParameters: readonly Resolved[];
};

/**
 * The two quantities of a guarantee that need no verdict: the same as in its report, for a fraction of the cost. Time
 * O(parameters), doubled for every range among those that v* depends on.
 */
export function guaranteeThresholds(guarantee: Guarantee, choices: Choices): GuaranteeThresholds {
  // without draws nobody asks for the place of a number in one
  const frame = guaranteeFrame(guarantee, choices, new Map());
  const asked = backstopQuestions(frame);
  const among = (needs: readonly string[]) => frame.parameters.filter(({ id }) => needs.includes(id));
  return {
    intervention: { ...numberOf(asked.intervention), from: frame.intervention },
    prizeThreshold: quantityOf(asked.prizeThreshold, prizeKey),
    interventionParameters: among(asked.intervention.needs),
    prizeParameters: among(asked.prizeThreshold.needs),
  };
}
