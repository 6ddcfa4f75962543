import type { Choices, Scenario } from "#model";
import type { Search } from "#prelude";
import type { DurabilityReport } from "./durability-report.ts";

export type DurabilityOptions = {
  /** Draws of the judgements for the shares; 0 leaves the shares out. Default 1000. */
  readonly draws?: number;
  /** Default 1. */
  readonly seed?: number;
};

/**
 * What the scenario's judgements say about the time after signature, for one package or settlement. Whatever cannot be
 * said, because an issue is open or a quantity is not given, is `unknown` with the reason. Told to finish, it reports the
 * shares of the draws made so far.
 */
// biome-ignore lint/correctness/useYield: the draws come next
export function* durabilityOf(
  scenario: Scenario,
  _choices: Choices,
  _options: DurabilityOptions = {},
): Search<DurabilityReport> {
  return { status: "unknown", reason: `${scenario.agenda.id} judges nothing about the time after signature` };
}
