import type { AnalysisOptions, Answer } from "#analysis";
import type { Choices, PartyId } from "#model";

/** The two questions that no single evaluation answers: they range over all settlements of one scenario. */
export type ClaimEngine = {
  /** Whether the agreement zone under the options holds a settlement. */
  readonly zoneExists: (options: AnalysisOptions) => Answer<boolean>;
  /**
   * The settlement worth most to the party among those that keep the rules, locks and conditions of the options, and
   * the lines and floors they enforce; undefined when there is none. `value` is in points of the party's scale.
   */
  readonly best: (party: PartyId, options: AnalysisOptions) => { value: number; settlement: Choices } | undefined;
};
