import type { Document } from "../document/document.ts";
import { pageSections } from "../sections/page-sections.ts";
import { reportContext } from "../sections/report-context.ts";
import { reportDocument } from "../sections/report-document.ts";
import type { HtmlReportInput } from "./html-report.ts";

/** All that the report page says, before it is laid out: the answer and what only a page has room for. */
export function pageDocument({
  scenario,
  analysis,
  asked,
  claims = [],
  robustness,
  durability,
}: Omit<HtmlReportInput, "fonts">): Document {
  const context = reportContext(scenario, analysis, asked);
  const companions = { claims, ...(robustness ? { robustness } : {}), ...(durability ? { durability } : {}) };
  return reportDocument(context, pageSections(context, companions));
}
