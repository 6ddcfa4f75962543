import { isUndated, type PreferenceSheet, type Settlement } from "#model";
import type { Refusal } from "./analysis.ts";
import type { Appraisal } from "./appraisal.ts";
import type { RulesInForce } from "./rules-in-force.ts";

/**
 * Why the sheet's party refuses a settlement it has appraised, by value, line or floor; empty when it accepts.
 * Only the lines and floors in force count; utility equal to the reservation value follows the tie rule.
 */
export function refusals(
  sheet: PreferenceSheet,
  settlement: Settlement,
  appraisal: Appraisal,
  inForce: RulesInForce,
): Refusal[] {
  const { party } = sheet;
  const { surplus, linesBroken, floorsBroken } = appraisal;
  const found: Refusal[] = [];
  if (surplus < 0 || (surplus === 0 && inForce.tie === "refuses")) {
    found.push({ party, by: "value", shortfall: Math.abs(surplus) });
  }
  for (const line of linesBroken) {
    if (!inForce.lines.some((one) => one.party === party && one.line.id === line.id)) continue;
    found.push({ party, by: "line", line: line.id, undated: isUndated(line) });
  }
  for (const { floor, value } of floorsBroken) {
    if (!inForce.floors.some((one) => one.party === party && one.floor.id === floor.id)) continue;
    const option = settlement[floor.issue]!;
    found.push({
      party,
      by: "floor",
      floor: floor.id,
      issue: floor.issue,
      option,
      value,
      min: floor.min,
    });
  }
  return found;
}
