import type { Agenda } from "./agenda.ts";
import type { Claim } from "./claim.ts";
import type { Package } from "./package.ts";
import type { PreferenceSheet } from "./preference-sheet.ts";

/** Agenda + sheets + named packages + claims. Sheets stand in the order of the agenda's parties; a party may have none. */
export type Scenario = {
  readonly agenda: Agenda;
  readonly sheets: readonly PreferenceSheet[];
  readonly packages: readonly Package[];
  readonly claims: readonly Claim[];
};
