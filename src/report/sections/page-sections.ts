import type { Robustness } from "#analysis";
import type { DecidedClaim } from "#claims";
import type { Section } from "../document/document.ts";
import { restrictionWords } from "../words/restriction-words.ts";
import { claimsSection } from "./claims.ts";
import type { DurabilityCompanion } from "./durability/durability-context.ts";
import { durabilityPart } from "./durability/durability-document.ts";
import { judgementsSection } from "./judgements.ts";
import { methodsSection } from "./methods.ts";
import type { ReportContext } from "./report-context.ts";
import { robustnessSection } from "./robustness.ts";
import { sourcesSection } from "./sources.ts";

/** What was computed beside the analysis. */
export type Companions = {
  readonly claims: readonly DecidedClaim[];
  readonly robustness?: Robustness;
  readonly durability?: DurabilityCompanion;
};

/**
 * What the page adds: robustness, claims, the presented package after signature, and what stands behind the numbers:
 * every judgement, source, definition.
 */
export function pageSections(context: ReportContext, companions: Companions): readonly Section[] {
  return [
    companions.robustness && robustnessSection(context, companions.robustness),
    claimsSection(context, companions.claims, restrictionWords(context).length > 0),
    ...(companions.durability ? afterSignature(context, companions.durability) : []),
    judgementsSection(context),
    sourcesSection(context),
    methodsSection(context, companions),
  ].filter((section) => section !== undefined);
}

function afterSignature({ scenario, names }: ReportContext, { package: id, ...parts }: DurabilityCompanion) {
  return durabilityPart({ scenario, names, subject: names.packageInText(id), ...parts });
}
