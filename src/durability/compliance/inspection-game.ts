import type { StrategicGame } from "#model";
import { exactSum } from "../deterrence/exact-sum.ts";
import type { InspectionParameters } from "./inspection.ts";

/** The inspection game in strategic form: the holder complies or violates, the inspector does not inspect or does. */
export function inspectionGame(parameters: InspectionParameters): StrategicGame {
  const { breachGain: g, breachPenalty, detection, falseAlarm, falseAlarmCost, inspectionCost } = parameters;
  const { damageUnseen: u, damageSeen } = parameters;
  return {
    title: "Inspection game",
    players: [
      { name: "Holder", strategies: ["Comply", "Violate"] },
      { name: "Inspector", strategies: ["Do not inspect", "Inspect"] },
    ],
    payoffs: [
      [exactSum(), exactSum()],
      [exactSum([g]), exactSum([-u])],
      [exactSum([-falseAlarm, falseAlarmCost]), exactSum([-inspectionCost], [-falseAlarm, falseAlarmCost])],
      [
        exactSum([g], [-detection, g], [-detection, breachPenalty]),
        exactSum([-inspectionCost], [-detection, damageSeen], [-u], [detection, u]),
      ],
    ],
  };
}
