import type { Refusal, RulesInForce } from "#analysis";
import type { Choices, PreferenceSheet } from "#model";
import { localBounds } from "./worth-bounds.ts";

/** The party's floors that stay broken however the open issues are settled. */
export function brokenFloors(sheet: PreferenceSheet, choices: Choices, inForce: RulesInForce): readonly Refusal[] {
  return inForce.floors.flatMap(({ party, floor }) => {
    const option = choices[floor.issue];
    if (party !== sheet.party || option === undefined || !floor.commitments.includes(option)) return [];
    const value = localBounds(sheet, floor.issue, choices).most;
    if (value >= floor.min) return [];
    return [{ party, by: "floor", floor: floor.id, issue: floor.issue, option, value, min: floor.min } as const];
  });
}
