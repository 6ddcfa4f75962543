import type { AnalysisOptions } from "#analysis";
import type { Scenario } from "#model";
import type { HtmlReportInput } from "#report";
import type { Run, ScenarioAnswer } from "./answer-scenario.ts";

/**
 * What the report page is made from, but for its fonts. An analysis that was ended early stands alone; the person who
 * ended it does not wait for claims and draws.
 */
export async function reportInput(
  scenario: Scenario,
  options: AnalysisOptions,
  { analysis, asked, interrupted }: ScenarioAnswer,
  run: Run,
): Promise<Omit<HtmlReportInput, "fonts">> {
  if (interrupted) return { scenario, analysis, asked };
  // what only a page shows is not loaded for other answers
  const { pageCompanions } = await import("./page-companions.ts");
  return { scenario, analysis, asked, ...(await pageCompanions(scenario, options, analysis, run)) };
}
