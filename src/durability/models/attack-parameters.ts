import type { AttackParameters } from "../deterrence/backstop.ts";
import { anyPoints, chance, points } from "./game-model.ts";

/** What the challenger weighs, in the two models in which it may attack. By default q* = 30 / 60. */
export const attackParameters = {
  prize: points("what the challenger would win, in its points (v)", 100),
  "success-alone": chance("its chance of success if the guarantors stay out (p0)", 0.6),
  "success-opposed": chance("its chance of success if they fight (p1)", 0.2),
  "war-cost": points("what a war costs the challenger if they stay out (c0)", 20),
  "wider-war-cost": points("what a war against them costs it more (c1 - c0)", 20),
  penalty: points("what an attack costs it in any case, such as sanctions that snap back (sigma)", 5),
  peace: anyPoints("what it keeps by holding (s)", 5),
} as const;

export function attackOf(values: Readonly<Record<keyof typeof attackParameters, number>>): AttackParameters {
  return {
    prize: values.prize,
    successAlone: values["success-alone"],
    successOpposed: values["success-opposed"],
    warCost: values["war-cost"],
    widerWarCost: values["wider-war-cost"],
    penalty: values.penalty,
    peace: values.peace,
  };
}
