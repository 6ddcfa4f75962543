import type { Analysis } from "#analysis";
import type { Scenario } from "#model";
import { type Names, namesOf } from "../words/names.ts";

/** What every section is written from. */
export type ReportContext = {
  readonly scenario: Scenario;
  readonly analysis: Analysis;
  readonly names: Names;
};

export function reportContext(scenario: Scenario, analysis: Analysis): ReportContext {
  return { scenario, analysis, names: namesOf(scenario) };
}

/** The parties that have a sheet, in the agenda's order: those a table of values has a column for. */
export function judgedParties({ analysis }: ReportContext): readonly Analysis["parties"][number][] {
  return analysis.parties.filter((party) => party.sheet !== "none");
}
