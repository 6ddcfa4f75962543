import type { Analysis } from "#analysis";
import { printJson } from "./print-json.ts";

/** The order of the contract: what a reader asks first comes first. */
const order: readonly (keyof Analysis)[] = [
  "schema",
  "scenario",
  "parties",
  "rules",
  "settlements",
  "settlementsWithoutDefinitionalRules",
  "agreementZone",
  "frontier",
  "frontierBeforeReservations",
  "solutions",
  "conflicts",
  "zoneUnlocks",
  "redLinePrices",
  "deadOptions",
  "packages",
  "hollowConsensus",
  "mutualVeto",
  "channels",
  "notes",
  "timings",
];

/** What `analyze --json` prints: the contract `entente.analysis/1` (see analysis-contract.ts). Ends in a newline. */
export function analysisJson(analysis: Analysis): string {
  return printJson(analysis, order);
}
