import type { Agenda } from "./agenda.ts";
import type { Claim } from "./claim.ts";
import type { Durability } from "./durability.ts";
import type { Package } from "./package.ts";
import type { PreferenceSheet } from "./preference-sheet.ts";
import type { ScenarioMap } from "./scenario-map.ts";

/**
 * Agenda + sheets + named packages + claims, and, if there are any, judgements about the time after signature and a map.
 * Sheets stand in the order of the agenda's parties; a party may have none.
 */
export type Scenario = {
  readonly agenda: Agenda;
  readonly sheets: readonly PreferenceSheet[];
  readonly packages: readonly Package[];
  readonly claims: readonly Claim[];
  readonly durability?: Durability;
  readonly map?: ScenarioMap;
};
