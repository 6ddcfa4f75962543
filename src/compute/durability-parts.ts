import { type AftermathReport, aftermathOf, type DurabilityReport, durabilityOf } from "#durability";
import type { Choices, Scenario } from "#model";
import { type TierOnTheGround, tiersOnTheGround, type ZoneTable, zoneTable } from "#monitor";
import type { Search } from "#prelude";

/** All that is computed about one package after signature: what a report of it is written from. */
export type DurabilityParts = {
  readonly durability: DurabilityReport;
  readonly aftermath: AftermathReport;
  /** Absent where the scenario has no map. */
  readonly ground?: { readonly tiers: readonly TierOnTheGround[]; readonly tables: readonly ZoneTable[] };
};

/**
 * Will it hold? The ground first, as it takes no search; then who would leave it; then the draws, which an early end
 * shortens without taking away anything else.
 */
export function* durabilityParts(
  scenario: Scenario,
  choices: Choices,
  options: { readonly draws?: number; readonly seed?: number } = {},
): Search<DurabilityParts> {
  const { map, agenda } = scenario;
  const ground = map && { tiers: tiersOnTheGround(map, agenda, choices), tables: zoneTable(map, agenda) };
  const aftermath = yield* aftermathOf(scenario, choices);
  const durability = yield* durabilityOf(scenario, choices, options);
  return { durability, aftermath, ...(ground ? { ground } : {}) };
}
