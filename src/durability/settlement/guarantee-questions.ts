import type { GuaranteeParameter } from "#model";
import {
  type AttackThreshold,
  attackGain,
  attackThreshold,
  type BackstopVerdict,
  backstop,
  guarantorResolve,
  type PrizeThreshold,
  prizeThreshold,
} from "../deterrence/backstop.ts";
import { credibility } from "../deterrence/credibility.ts";
import type { GuaranteeField, GuaranteeFrame, GuaranteePoint } from "./guarantee-frame.ts";
import type { VerdictQuestion } from "./possible-verdicts.ts";
import type { Question } from "./question.ts";

type Asked<T> = Question<GuaranteeField, T>;

/** The questions of model 1, the backstop, about a guarantee in given choices. */
export type BackstopQuestions = {
  readonly intervention: Asked<number>;
  readonly resolve: Asked<number>;
  readonly prizeThreshold: Asked<PrizeThreshold>;
  readonly threshold: Asked<AttackThreshold>;
  /** q*, where there is one. */
  readonly demanded: Asked<number | undefined>;
  /** q - q*, where there is one. */
  readonly margin: Asked<number | undefined>;
  readonly verdict: VerdictQuestion<GuaranteeField, BackstopVerdict>;
};

const costs: readonly GuaranteeParameter[] = ["warCost", "widerWarCost", "penalty", "peace"];
export const attackNeeds: readonly GuaranteeParameter[] = ["prize", "successAlone", "successOpposed", ...costs];

export const backstopVerdicts = [
  "safe-without-guarantee",
  "deterred",
  "hollow-guarantee",
  "nothing-deters",
] as const satisfies readonly BackstopVerdict[];

/** k* = w (p0 - p1) + a. */
export const resolveNeeds: readonly GuaranteeParameter[] = ["stake", "reneging", "successAlone", "successOpposed"];

/**
 * Why corners suffice (`visitCorners`): D, and the numerators and denominators of v* and q*, are straight in each quantity
 * by itself, so v* and q* are ratios of such; k* is straight in each, and F does not fall. With q = F(k*), what raises k*
 * also acts on v* and D only the other way or not at all, but for p0, which makes an attack more promising and the
 * guarantors more willing: with p0 in a range the answers are looked at in steps. So are they where p1 is held to p0.
 */
export function backstopQuestions(frame: GuaranteeFrame): BackstopQuestions {
  const derived = frame.intervention === "derived";
  const interventionNeeds: readonly string[] = derived ? [...resolveNeeds, "fightingCost"] : ["intervention"];
  const inSteps = derived || !frame.costOnly ? ["successAlone"] : [];
  const all = unique([...attackNeeds, ...interventionNeeds]);
  const q = derived ? derivedIntervention : judgedIntervention;
  const demanded = (point: GuaranteePoint): number | undefined => {
    const threshold = attackThreshold(point);
    return threshold.kind === "threshold" ? threshold.value : undefined;
  };
  return {
    intervention: { frame, needs: interventionNeeds, at: q, inSteps },
    resolve: { frame, needs: resolveNeeds, at: guarantorResolve, inSteps },
    prizeThreshold: {
      frame,
      needs: unique([...costs, "successAlone", "successOpposed", ...interventionNeeds]),
      at: (point) => prizeThreshold(point, q(point)),
      inSteps,
    },
    threshold: { frame, needs: attackNeeds, at: attackThreshold, inSteps },
    demanded: { frame, needs: attackNeeds, at: demanded, inSteps },
    margin: {
      frame,
      needs: all,
      at: (point) => {
        const value = demanded(point);
        return value === undefined ? undefined : q(point) - value;
      },
      // both q and q* move with p1, below q* = 0 against each other
      inSteps: [...inSteps, ...(derived ? ["successOpposed"] : [])],
    },
    verdict: {
      frame,
      needs: all,
      at: (point) => backstop(point, q(point)).verdict,
      inSteps,
      verdicts: backstopVerdicts,
      form: "ordered",
    },
  };
}

/** v* in its order: an attack that pays at any prize pays soonest. */
export function prizeKey(threshold: PrizeThreshold): number {
  if (threshold.kind === "prize") return threshold.value;
  return threshold.kind === "any-prize-pays" ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY;
}

/** q* in its order, at this point: where an intervention costs nothing, none is needed or none suffices. */
export function thresholdKey(threshold: AttackThreshold, point: GuaranteePoint): number {
  if (threshold.kind === "threshold") return threshold.value;
  return attackGain(point, 0) > 0 ? Number.POSITIVE_INFINITY : Number.NEGATIVE_INFINITY;
}

export function derivedIntervention(point: GuaranteePoint): number {
  return credibilityAt(point, guarantorResolve(point));
}

/** F at this resolve. */
export function credibilityAt(point: GuaranteePoint, resolve: number): number {
  return credibility(resolve, { low: point.fightingCostLow, mid: point.fightingCost, high: point.fightingCostHigh });
}

function judgedIntervention({ intervention }: GuaranteePoint): number {
  return intervention;
}

function unique(names: readonly string[]): readonly string[] {
  return [...new Set(names)];
}
