import { type Choices, type LimitParameter, limitParameters, type MonitoredLimit } from "#model";
import { breakout } from "../compliance/breakout.ts";
import { inspection } from "../compliance/inspection.ts";
import { type LeastDetection, largestSustained, leastDetection } from "../compliance/repeated-compliance.ts";
import { sumOf } from "../deterrence/sum-of.ts";
import type { InspectionRate, InspectionVerdict, ResolvedParameter } from "./durability-report.ts";
import { type CasePlaces, type Frame, resolveAll, slotsOf } from "./frame.ts";
import type { VerdictQuestion } from "./possible-verdicts.ts";
import type { Question } from "./question.ts";

export type LimitPoint = Record<LimitParameter, number>;
export type LimitFrame = Frame<LimitParameter> & { readonly parameters: readonly ResolvedParameter<LimitParameter>[] };

/** A discount of 1 compares infinite sums, where the models have no answer: it is read as this. */
const greatestDiscount = 1 - 1e-12;

export function limitFrame(limit: MonitoredLimit, choices: Choices, places: CasePlaces): LimitFrame {
  const resolved = resolveAll(limitParameters, limit.parameters, choices);
  const slotted = slotsOf(limit.id, limitParameters, limit.parameters, resolved, places, (id) => id);
  const settle = (point: LimitPoint): void => {
    point.discount = Math.min(point.discount, greatestDiscount);
  };
  const ids = Object.keys(limitParameters) as LimitParameter[]; // its keys by its type
  // every parameter of the type stands in the list
  const point = Object.fromEntries(ids.map((id) => [id, 0])) as LimitPoint;
  return { ...slotted, point, settle, parameters: resolved };
}

type Asked<T> = Question<LimitParameter, T>;

/** The questions of the compliance models about one limit. */
export type LimitQuestions = {
  readonly inspection: VerdictQuestion<LimitParameter, InspectionVerdict>;
  readonly rate: Asked<InspectionRate>;
  readonly deterringDetection: Asked<number>;
  readonly detectionMargin: Asked<number>;
  readonly compliance: VerdictQuestion<LimitParameter, "sustained" | "not-sustained">;
  readonly temptation: Asked<number>;
  readonly sustainingDetection: Asked<LeastDetection>;
  readonly slack: Asked<number>;
  readonly inspections: Asked<number | undefined>;
  readonly seenInTime: Asked<number>;
};

const inspectionNeeds = ["breachGain", "breachPenalty", "detection", "falseAlarm", "falseAlarmCost"];
export const leastDetectionNeeds = ["dividend", "breachGain", "falseAlarm", "discount", "suspensionPeriods"];
const breakoutNeeds = ["breakoutDays", "responseDays", "inspectionIntervalDays"];

/**
 * Why corners suffice (`visitCorners`): g - beta (g + B) + alpha f is straight in each quantity; delta (pi - alpha)
 * (1 - delta^T) V is (pi - alpha) r / ((1 - delta) / X + alpha) with X = delta (1 - delta^T), so it rises in pi and falls
 * in alpha everywhere, and in delta, T and r moves the way of the sign of pi - alpha; the number of inspections and the
 * chance that one sees are monotone in each. Only the detection that deters jumps: no gain needs none, and where false
 * alarms cost more than the penalty the smallest gain needs most, so with the gain in a range it is looked at in steps.
 */
export function limitQuestions(frame: LimitFrame): LimitQuestions {
  const repeated = ["detection", ...leastDetectionNeeds];
  const deterring = (point: LimitPoint): number => {
    const { breachGain, breachPenalty, falseAlarm, falseAlarmCost } = point;
    if (breachGain === 0) return 0;
    return (breachGain + falseAlarm * falseAlarmCost) / (breachGain + breachPenalty);
  };
  const sustained = (point: LimitPoint): number => largestSustained(point, point.suspensionPeriods);
  const slack = (point: LimitPoint): number => sumOf(sustained(point), -point.breachGain);
  return {
    inspection: {
      frame,
      needs: inspectionNeeds,
      at: (point) => {
        const { kind } = inspection(point);
        return kind === "mixed" || kind === "does-not-pay" ? "can-deter" : kind;
      },
      verdicts: ["no-temptation", "can-deter", "cannot-deter"],
      form: "ordered",
    },
    rate: {
      frame,
      needs: inspectionNeeds,
      at: (point) => {
        const { announcedRate } = inspection(point);
        return announcedRate === null ? { kind: "cannot-deter" } : { kind: "rate", value: announcedRate };
      },
    },
    deterringDetection: {
      frame,
      needs: inspectionNeeds.filter((id) => id !== "detection"),
      at: deterring,
      inSteps: ["breachGain"],
    },
    detectionMargin: {
      frame,
      needs: inspectionNeeds,
      at: (point) => point.detection - deterring(point),
      inSteps: ["breachGain"],
    },
    compliance: {
      frame,
      needs: repeated,
      at: (point) => (slack(point) >= 0 ? "sustained" : "not-sustained"),
      verdicts: ["sustained", "not-sustained"],
      form: "corners",
    },
    temptation: {
      frame,
      needs: repeated.filter((id) => id !== "breachGain"),
      at: (point) => Math.max(0, sustained(point)),
    },
    sustainingDetection: {
      frame,
      needs: leastDetectionNeeds,
      at: (point) => leastDetection(point, point.suspensionPeriods),
    },
    slack: { frame, needs: repeated, at: slack },
    inspections: {
      frame,
      needs: breakoutNeeds,
      at: (point) => {
        const found = breakout(point);
        return found.kind === "continuous" ? undefined : found.inspections;
      },
    },
    seenInTime: { frame, needs: ["detection", ...breakoutNeeds], at: (point) => breakout(point).seen },
  };
}

/** pi* in its order. */
export function detectionKey(detection: LeastDetection): number {
  return detection.kind === "detection" ? detection.value : Number.POSITIVE_INFINITY;
}
