import type { Robustness } from "#analysis";
import type { DecidedClaim } from "#claims";
import type { Section } from "../document/document.ts";
import { restrictionWords } from "../words/restriction-words.ts";
import { claimsSection } from "./claims.ts";
import { judgementsSection } from "./judgements.ts";
import { methodsSection } from "./methods.ts";
import type { ReportContext } from "./report-context.ts";
import { robustnessSection } from "./robustness.ts";
import { sourcesSection } from "./sources.ts";

/** What was computed beside the analysis. */
export type Companions = { readonly claims: readonly DecidedClaim[]; readonly robustness?: Robustness };

/** What the page adds: robustness, claims, and what stands behind the numbers: every judgement, source, definition. */
export function pageSections(context: ReportContext, companions: Companions): readonly Section[] {
  return [
    companions.robustness && robustnessSection(context, companions.robustness),
    claimsSection(context, companions.claims, restrictionWords(context).length > 0),
    judgementsSection(context),
    sourcesSection(context),
    methodsSection(context, companions),
  ].filter((section) => section !== undefined);
}
