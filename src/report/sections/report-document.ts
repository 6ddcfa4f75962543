import type { Document, Section } from "../document/document.ts";
import { dayWords } from "../words/day-words.ts";
import { earlyEnd } from "../words/early-end.ts";
import { agreementZoneSection } from "./agreement-zone.ts";
import { bestWithinSection } from "./best-within.ts";
import { channelsSection } from "./channels.ts";
import { conflictsSection } from "./conflicts.ts";
import { deadOptionsSection } from "./dead-options.ts";
import { headline } from "./headline.ts";
import { hollowConsensusSection } from "./hollow-consensus.ts";
import { movesSection } from "./moves.ts";
import { mutualVetoSection } from "./mutual-veto.ts";
import { notesSection } from "./notes.ts";
import { packageUnlocksSection } from "./package-unlocks.ts";
import { packagesSection } from "./packages.ts";
import { partiesSection } from "./parties.ts";
import { readAsWeightsSection } from "./read-as-weights.ts";
import { redLinePricesSection } from "./red-line-prices.ts";
import type { ReportContext } from "./report-context.ts";
import { rulesInForceSection } from "./rules-in-force.ts";
import { shortfallSection } from "./shortfall.ts";
import { solutionsSection } from "./solutions.ts";

/** The report, answer first. `evidence` are the sections that only a page has room for. */
export function reportDocument(context: ReportContext, evidence: readonly Section[] = []): Document {
  const sections = [
    bestWithinSection(context),
    partiesSection(context),
    packagesSection(context),
    shortfallSection(context),
    packageUnlocksSection(context),
    movesSection(context),
    agreementZoneSection(context),
    conflictsSection(context),
    solutionsSection(context),
    redLinePricesSection(context),
    readAsWeightsSection(context),
    deadOptionsSection(context),
    hollowConsensusSection(context),
    mutualVetoSection(context),
    channelsSection(context),
    rulesInForceSection(context),
    notesSection(context),
  ];
  return {
    title: context.analysis.scenario.title,
    subtitle: dayWords("as of", context.analysis.scenario.asOf),
    answer: [...headline(context), ...(context.analysis.notes.includes(earlyEnd) ? [earlyEnd] : [])],
    sections: [...sections.filter((section) => section !== undefined), ...evidence],
  };
}
