import type { AnalysisOptions } from "#analysis";
import type { IssueId, OptionId, PartyId, Scenario } from "#model";

/** What the reader assumes otherwise than the scenario says. Empty records: the scenario as written. */
export type WhatIf = {
  /** Reservation values, in points. */
  readonly reservations: Readonly<Record<PartyId, number>>;
  /** Weights as the sheet counts them; the shares of the party's other issues shrink or grow with them. */
  readonly weights: Readonly<Record<PartyId, Readonly<Record<IssueId, number>>>>;
  /** Red lines enforced (true) or not, against what their kind says. */
  readonly lines: Readonly<Record<PartyId, Readonly<Record<string, boolean>>>>;
  /** Floors not asked for (false). */
  readonly floors: Readonly<Record<PartyId, Readonly<Record<string, boolean>>>>;
  /** By term and party: how the party reads the wording. */
  readonly readings: Readonly<Record<string, Readonly<Record<PartyId, OptionId>>>>;
  /** By term: the one reading under which every package with that wording is judged. */
  readonly settled: Readonly<Record<string, OptionId>>;
};

export const asWritten: WhatIf = { reservations: {}, weights: {}, lines: {}, floors: {}, readings: {}, settled: {} };

/** The scenario and the options that the engine is asked with. The same objects when nothing is assumed otherwise. */
export function assume(
  scenario: Scenario,
  _whatIf: WhatIf,
): { readonly scenario: Scenario; readonly options: AnalysisOptions } {
  return { scenario, options: {} };
}
