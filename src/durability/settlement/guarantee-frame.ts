import { type Choices, type Guarantee, type GuaranteeParameter, guaranteeParameters } from "#model";
import type { ResolvedParameter } from "./durability-report.ts";
import { type CasePlaces, type Frame, resolveAll, slotsOf } from "./frame.ts";

/**
 * What the models of a guarantee read, and what is judged where that differs: the ends of the belief about the cost of
 * fighting, and numbers that are held to their meaning in `settle`.
 */
export type GuaranteeField =
  | GuaranteeParameter
  | "judgedOpposed"
  | "judgedLowStake"
  | "fightingCostLow"
  | "fightingCostHigh";

export type GuaranteePoint = Record<GuaranteeField, number>;

export type GuaranteeFrame = Frame<GuaranteeField> & {
  readonly parameters: readonly ResolvedParameter<GuaranteeParameter>[];
  readonly costOnly: boolean;
  /** How q comes about. */
  readonly intervention: "judged" | "derived" | "unknown";
};

/** What q = F(k*) needs, beside p1. */
const derivation = ["stake", "reneging", "fightingCost", "successAlone"] as const;

/**
 * The guarantee in these choices. Guarantors who fight never help the attack: p1 above p0, which ranges that overlap
 * allow, counts as p0; and without a p1 it is p0. The low stake is at most the high one. The cost of fighting is what the
 * challenger believes, from the least to the greatest: its ends stand, and its middle is what moves.
 */
export function guaranteeFrame(guarantee: Guarantee, choices: Choices, places: CasePlaces): GuaranteeFrame {
  const { id, parameters } = guarantee;
  const resolved = resolveAll(guaranteeParameters, parameters, choices);
  const { slots, missing } = slotsOf(id, guaranteeParameters, parameters, resolved, places, fieldOf);
  const costOnly = parameters.successOpposed === undefined;
  const known = new Map(missing);
  if (costOnly) known.delete("successOpposed");
  const judged = parameters.intervention !== undefined;
  const derived = derivation.every((parameter) => parameters[parameter] !== undefined);
  const cost = slots.find(({ field }) => field === "fightingCost");
  const sure = cost === undefined || cost.low === cost.high;
  const point = emptyPoint();
  point.judgedOpposed = Number.POSITIVE_INFINITY;
  point.fightingCostLow = cost?.low ?? 0;
  point.fightingCostHigh = cost?.high ?? 0;
  const settle = (at: GuaranteePoint): void => {
    at.successOpposed = Math.min(at.judgedOpposed, at.successAlone);
    at.lowStake = Math.min(at.judgedLowStake, at.stake);
    if (sure) {
      at.fightingCostLow = at.fightingCost;
      at.fightingCostHigh = at.fightingCost;
    }
  };
  return {
    slots,
    missing: known,
    point,
    settle,
    parameters: resolved,
    costOnly,
    intervention: judged ? "judged" : derived ? "derived" : "unknown",
  };
}

function fieldOf(id: GuaranteeParameter): GuaranteeField {
  if (id === "successOpposed") return "judgedOpposed";
  return id === "lowStake" ? "judgedLowStake" : id;
}

function emptyPoint(): GuaranteePoint {
  const ids = Object.keys(guaranteeParameters) as GuaranteeParameter[]; // its keys by its type
  const fields: readonly GuaranteeField[] = [
    ...ids,
    "judgedOpposed",
    "judgedLowStake",
    "fightingCostLow",
    "fightingCostHigh",
  ];
  // every field of the type stands in the list
  return Object.fromEntries(fields.map((field) => [field, 0])) as GuaranteePoint;
}
