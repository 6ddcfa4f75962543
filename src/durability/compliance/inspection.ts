import { sumOf } from "../deterrence/sum-of.ts";

/**
 * g breachGain, B breachPenalty: the holder's points. e inspectionCost, u damageUnseen, h damageSeen: the inspector's.
 * f falseAlarmCost: to each side, in its own. beta detection, alpha falseAlarm: chances per inspection.
 */
export type InspectionParameters = {
  readonly breachGain: number;
  readonly breachPenalty: number;
  readonly detection: number;
  readonly falseAlarm: number;
  readonly falseAlarmCost: number;
  readonly inspectionCost: number;
  readonly damageUnseen: number;
  readonly damageSeen: number;
};

/** `violate`, `inspect`: the chances in the simultaneous game. `announcedRate`: the least announced rate that is complied with. */
export type Inspection =
  | { readonly kind: "mixed"; readonly violate: number; readonly inspect: number; readonly announcedRate: number }
  /** A breach that nobody sees gains nothing: no inspection is needed. */
  | { readonly kind: "no-temptation"; readonly violate: 0; readonly inspect: 0; readonly announcedRate: 0 }
  /** y* >= 1: the holder breaches even if every occasion is inspected. */
  | { readonly kind: "cannot-deter"; readonly violate: 1; readonly inspect: 0 | 1; readonly announcedRate: null }
  /**
   * Inspecting costs the inspector at least what it saves even of a sure breach: unannounced, it does not inspect. An
   * announced rate that it is bound to would still be complied with.
   */
  | { readonly kind: "does-not-pay"; readonly violate: 1; readonly inspect: 0; readonly announcedRate: number };

/**
 * The inspection game. The holder complies or violates, the inspector inspects or not. In simultaneous play the inspector
 * inspects with y* = g / (beta (g + B) - alpha f) and the holder violates with x* = (e + alpha f) / (beta (u - h) + alpha f).
 * If the inspector commits itself to an announced rate, the holder complies from y* on. y* >= 1, or a denominator of at
 * most 0: inspection cannot deter.
 * Ties: an indifferent holder complies with an announced rate; an inspector that is indifferent against a sure breach does
 * not inspect.
 * Source: Avenhaus, von Stengel & Zamir 2002.
 */
export function inspection(parameters: InspectionParameters): Inspection {
  const { breachGain } = parameters;
  if (breachGain <= 0) return { kind: "no-temptation", violate: 0, inspect: 0, announcedRate: 0 };
  const rate = neededInspection(parameters);
  const worth = inspectorStake(parameters);
  if (rate === null) return { kind: "cannot-deter", violate: 1, inspect: worth > 0 ? 1 : 0, announcedRate: null };
  if (worth <= 0) return { kind: "does-not-pay", violate: 1, inspect: 0, announcedRate: rate };
  const { detection, falseAlarm, falseAlarmCost, inspectionCost, damageUnseen, damageSeen } = parameters;
  const alarm = falseAlarm * falseAlarmCost;
  const violate = (inspectionCost + alarm) / (detection * (damageUnseen - damageSeen) + alarm);
  return { kind: "mixed", violate, inspect: rate, announcedRate: rate };
}

/** y*, or null where it is 1 or more or there is none. */
function neededInspection({ breachGain, breachPenalty, detection, falseAlarm, falseAlarmCost }: InspectionParameters) {
  const deterrent = sumOf(detection * breachGain, detection * breachPenalty, -falseAlarm * falseAlarmCost);
  return sumOf(deterrent, -breachGain) > 0 ? breachGain / deterrent : null;
}

/** What inspecting saves of a sure breach, less its cost: beta (u - h) - e. */
function inspectorStake({ detection, damageUnseen, damageSeen, inspectionCost }: InspectionParameters): number {
  return sumOf(detection * damageUnseen, -detection * damageSeen, -inspectionCost);
}
