import type { Analysis, AnalysisOptions } from "#analysis";
import type { Scenario } from "#model";
import { analysisByEnumeration } from "./analysis-by-enumeration.ts";

export function analysisOf(scenario: Scenario, options: AnalysisOptions = {}): Analysis {
  return analysisByEnumeration(scenario, options);
}
