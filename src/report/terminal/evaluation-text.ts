import type { PackageReport } from "#analysis";
import type { Scenario } from "#model";
import { evaluationDocument } from "../sections/evaluation.ts";
import { namesOf } from "../words/names.ts";
import { layoutDocument, type TerminalOptions } from "./layout-document.ts";

/** What `entente evaluate` prints: one package, party by party. */
export function evaluationText(scenario: Scenario, report: PackageReport, options: TerminalOptions): string {
  const context = { scenario, names: namesOf(scenario) };
  return layoutDocument(evaluationDocument(context, report), context, options);
}
