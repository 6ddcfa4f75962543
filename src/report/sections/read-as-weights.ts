import type { ReadAsWeights } from "#analysis";
import type { Inline, Section, Text } from "../document/document.ts";
import { answerWords, isExactly } from "../words/answer-words.ts";
import { counted } from "../words/format-number.ts";
import { presentedPackage } from "../words/presented-package.ts";
import { refusedByWords } from "../words/refusal-words.ts";
import { optionsByIssue } from "./options-by-issue.ts";
import { unlockAnswer, unlockBlocks } from "./package-unlocks.ts";
import type { ReportContext } from "./report-context.ts";

const onlyByLine = "Only a line keeps these out; by value alone some settlement with them would be accepted by all:";

/** What would change if no red line were enforced and what it refuses counted only by its value. */
export function readAsWeightsSection(context: ReportContext): Section | undefined {
  const { readAsWeights } = context.analysis;
  if (!readAsWeights) return undefined;
  const presented = presentedPackage(context.scenario, context.analysis);
  const then = presented && readAsWeights.packages[presented.id];
  const unlocks = then?.packageUnlocks;
  return {
    id: "read-as-weights",
    title: "If red lines were only weights",
    answer: [
      ...zoneWords(context, readAsWeights),
      ...(presented && then
        ? [
            " ",
            ...context.names.packageInText(presented.id),
            then.refusedBy.length > 0 ? " would still be refused: " : ` would be accepted by ${context.names.all}.`,
            ...(then.refusedBy.length > 0 ? [...refusedByWords(then, context.names), "."] : []),
          ]
        : []),
      ...(unlocks && unlocks.status !== "not-needed" ? [" ", ...inlines(unlockAnswer(unlocks))] : []),
    ],
    blocks: [
      // where the lines leave nothing at all, every option is gained and the list would say nothing
      ...(isExactly(context.analysis.agreementZone.exists, false)
        ? []
        : optionsByIssue(onlyByLine, readAsWeights.optionsGained, context)),
      ...(unlocks && presented ? unlockBlocks(context, unlocks, presented.report.choices) : []),
    ],
  };
}

function zoneWords({ analysis }: ReportContext, { exists, optionsGained }: ReadAsWeights): Inline[] {
  const before = isExactly(analysis.agreementZone.exists, true);
  if (isExactly(exists, false))
    return ["Without any red line the agreement zone would still be empty: the values alone keep it so."];
  if (!isExactly(exists, true))
    return [
      `Whether the agreement zone would hold a settlement: ${answerWords(exists, (yes) => (yes ? "yes" : "no"))}.`,
    ];
  if (!before && isExactly(analysis.agreementZone.exists, false))
    return ["Without any red line the agreement zone would hold a settlement: the lines keep it empty."];
  const more =
    optionsGained.length > 0
      ? `, with ${counted(optionsGained.length, "option")} more than now`
      : ", with the same options as now";
  return [
    before
      ? `Without any red line the agreement zone would still be there${more}.`
      : `Without any red line the agreement zone would hold a settlement${more}: the lines keep it empty.`,
  ];
}

function inlines(text: Text): readonly Inline[] {
  return Array.isArray(text) ? text : [text as Inline]; // a text is one inline or a list of them
}
