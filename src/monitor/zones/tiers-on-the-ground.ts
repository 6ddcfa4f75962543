import type { Agenda, Choices, ScenarioMap } from "#model";
import type { TierOnTheGround } from "./tier-on-the-ground.ts";

/**
 * What every tier of the map comes to under the choices: where, how large, how many troops, how far from the line, and
 * which limits apply. In the order of the map's tiers. What is open or missing is `unknown` with the reason, never an error.
 */
export function tiersOnTheGround(map: ScenarioMap, agenda: Agenda, choices: Choices): readonly TierOnTheGround[] {
  throw new Error(`Not measured yet: ${map.tiers.length} ${agenda.id} ${Object.keys(choices).length}`);
}
