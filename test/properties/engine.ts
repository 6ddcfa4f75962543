import { type Analysis, type AnalysisOptions, analyze, run } from "#analysis";
import type { Scenario } from "#model";

/** The engine's analysis, run to its end. */
export function analysisOf(scenario: Scenario, options: AnalysisOptions = {}): Analysis {
  return run(analyze(scenario, options));
}
