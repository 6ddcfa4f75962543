import { tiersOnTheGround, zoneTable } from "#monitor";
import type { Answering } from "./answering.ts";
import { knownMap } from "./known-map.ts";

/** The tiers of the scenario's map under these choices, and the demilitarised zone at every depth. */
export const ground: Answering<"ground"> = async ({ map: asked, agenda, choices }) => {
  const map = knownMap(asked);
  return { tiers: tiersOnTheGround(map, agenda, choices), tables: zoneTable(map, agenda) };
};
