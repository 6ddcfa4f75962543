import { type Analysis, type AnalysisOptions, analyze, type Search, settlementQuestions } from "#analysis";
import type { Scenario } from "#model";
import { type Asked, earlyEnd } from "#report";
import type { Outcome } from "./run-search.ts";

/** Drives one search after another: whoever asks owns the clock, the progress and the early end. */
export type Run = <T>(search: Search<T>, options?: { readonly budgetMs?: number }) => Promise<Outcome<T>>;

export type ScenarioAnswer = {
  readonly analysis: Analysis;
  /** What the report must know of the run besides. */
  readonly asked: Asked;
  /** Ended by a person; the answer's notes say so. */
  readonly interrupted: boolean;
};

/** Is there a deal? The analysis as every way of asking reports it, with its timings and what an early end left out. */
export async function answerScenario(
  scenario: Scenario,
  options: AnalysisOptions,
  budgetMs: number,
  run: Run,
): Promise<ScenarioAnswer> {
  const { value, timings, interrupted } = await run(analyze(scenario, options), { budgetMs });
  const analysis: Analysis = { ...value, notes: [...value.notes, ...(interrupted ? [earlyEnd] : [])], timings };
  return { analysis, asked: { options, best: bestWithinLocks(scenario, options, analysis) }, interrupted };
}

/** Each party's best settlement within the run's locks, as the party summaries mean it: rules kept, lines and floors aside. */
function bestWithinLocks(scenario: Scenario, options: AnalysisOptions, { rules }: Analysis): Asked["best"] {
  if (Object.keys(rules.locks).length === 0) return [];
  const { from, free, lock, withoutDefinitionalRules } = options;
  const within: AnalysisOptions = {
    ...(from === undefined ? {} : { from, free: free ?? [] }),
    ...(lock === undefined ? {} : { lock }),
    ...(withoutDefinitionalRules === undefined ? {} : { withoutDefinitionalRules }),
    withoutRedLines: true,
    withoutFloors: true,
  };
  const questions = settlementQuestions(scenario);
  return scenario.sheets.flatMap(({ party }) => {
    const best = questions.best(party, within);
    return best ? [{ party, settlement: best.settlement }] : [];
  });
}
