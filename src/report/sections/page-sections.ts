import type { DecidedClaim } from "#claims";
import type { Section } from "../document/document.ts";
import { claimsSection } from "./claims.ts";
import { judgementsSection } from "./judgements.ts";
import { methodsSection } from "./methods.ts";
import type { ReportContext } from "./report-context.ts";
import { sourcesSection } from "./sources.ts";

/** What the page adds: the claims, and what stands behind the numbers: every judgement, source and definition. */
export function pageSections(context: ReportContext, claims: readonly DecidedClaim[]): readonly Section[] {
  return [
    claimsSection(context, claims),
    judgementsSection(context),
    sourcesSection(context),
    methodsSection(context),
  ].filter((section) => section !== undefined);
}
