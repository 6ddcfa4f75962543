import { type Analysis, type AnalysisOptions, analyze } from "#analysis";
import type { Scenario } from "#model";
import { run } from "#prelude";

/** The engine's analysis, run to its end. */
export function analysisOf(scenario: Scenario, options: AnalysisOptions = {}): Analysis {
  return run(analyze(scenario, options));
}
