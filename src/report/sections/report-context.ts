import type { Analysis, AnalysisOptions } from "#analysis";
import type { Choices, PartyId, Scenario } from "#model";
import { type Names, namesOf } from "../words/names.ts";

/** What a section about one package is written from. */
export type ScenarioContext = { readonly scenario: Scenario; readonly names: Names };

/** What a run was asked, and what was computed because of it; an analysis alone does not say which package it kept to. */
export type Asked = {
  readonly options: Pick<AnalysisOptions, "from" | "free" | "lock" | "where">;
  /** A best settlement for each party with a sheet among those that the locks leave, rules kept, lines and floors aside. */
  readonly best: readonly { readonly party: PartyId; readonly settlement: Choices }[];
};

/** What every section of a report is written from. */
export type ReportContext = ScenarioContext & { readonly analysis: Analysis; readonly asked?: Asked };

export function reportContext(scenario: Scenario, analysis: Analysis, asked?: Asked): ReportContext {
  return { scenario, analysis, names: namesOf(scenario), ...(asked ? { asked } : {}) };
}

export type JudgedParty = { readonly id: PartyId; readonly name: string; readonly scale: number };

/** The parties that have a sheet, in the agenda's order: those a table of values has a column for. */
export function judgedParties({ scenario }: ScenarioContext): readonly JudgedParty[] {
  return scenario.agenda.parties.flatMap(({ id, name }) => {
    const sheet = scenario.sheets.find((one) => one.party === id);
    return sheet ? [{ id, name, scale: sheet.scale }] : [];
  });
}

/** Whether the party's numbers are this analyst's estimate. */
export function isEstimate({ scenario }: ScenarioContext, id: PartyId): boolean {
  return scenario.sheets.some((sheet) => sheet.party === id && sheet.kind === "estimate");
}
