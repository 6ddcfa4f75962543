import type { Analysis } from "#analysis";
import type { Scenario } from "#model";
import { type Asked, reportContext } from "../sections/report-context.ts";
import { reportDocument } from "../sections/report-document.ts";
import { layoutDocument, type TerminalOptions } from "./layout-document.ts";

/** What a person wants to read in a terminal. Plain words unless colour is asked for. */
export function terminalReport(
  scenario: Scenario,
  analysis: Analysis,
  options: TerminalOptions,
  asked?: Asked,
): string {
  const context = reportContext(scenario, analysis, asked);
  return layoutDocument(reportDocument(context), context, options);
}
