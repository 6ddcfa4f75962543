import type { Section } from "../document/document.ts";
import { judgementsSection } from "./judgements.ts";
import { methodsSection } from "./methods.ts";
import type { ReportContext } from "./report-context.ts";
import { sourcesSection } from "./sources.ts";

/** What stands behind the numbers: every judgement, every source, every definition. */
export function pageSections(context: ReportContext): readonly Section[] {
  return [judgementsSection(context), sourcesSection(context), methodsSection(context)].filter(
    (section) => section !== undefined,
  );
}
