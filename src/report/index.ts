export type * from "./document/document.ts";
export { inlines, possessive, series } from "./document/document.ts";
export { plainText } from "./document/plain-text.ts";
export { type DrawingFile, documentFiles, type TableFile } from "./files/document-files.ts";
export { svgFile } from "./files/svg-file.ts";
export { tableCsv } from "./files/table-csv.ts";
export { type EmbeddedFont, fontFaces, type ListedFont, neededFonts } from "./html/font-faces.ts";
export { type HtmlReportInput, htmlReport } from "./html/html-report.ts";
export { pageDocument } from "./html/page-document.ts";
export { analysisContract } from "./json/analysis-contract.ts";
export { analysisJson } from "./json/analysis-json.ts";
export { claimsContract } from "./json/claims-contract.ts";
export { contractSchemas } from "./json/contract-schemas.ts";
export { durabilityContract } from "./json/durability-contract.ts";
export { type DurabilityAnswer, durabilityJson } from "./json/durability-json.ts";
export { evaluationContract } from "./json/evaluation-contract.ts";
export { gameContract } from "./json/game-contract.ts";
export { printJson } from "./json/print-json.ts";
export { robustnessContract } from "./json/robustness-contract.ts";
export { stabilityContract } from "./json/stability-contract.ts";
export { stabilityJson } from "./json/stability-json.ts";
export { markdownReport } from "./markdown/markdown-report.ts";
export { bars } from "./plots/bars.ts";
export { dotRows } from "./plots/dot-rows.ts";
export { boundsOf, type GroundShape, groundShapes, landOf } from "./plots/ground-shapes.ts";
export { labelPoint } from "./plots/label-point.ts";
export { darkPalette, lightPalette, typefaces } from "./plots/palette.ts";
export {
  type NamedLine,
  type ParallelCoordinates,
  parallelCoordinates,
  parallelScales,
} from "./plots/parallel-coordinates.ts";
export { partySymbol } from "./plots/party-symbol.ts";
export { plotStyle } from "./plots/plot-style.ts";
export { markShape, type Scatter, type ScatterMark, scatter, scatterScales, selectedDots } from "./plots/scatter.ts";
export { type TierMap, tierMap } from "./plots/tier-map.ts";
export { type ValueOverTime, valueOverTime } from "./plots/value-over-time.ts";
export { channelsSection } from "./sections/channels.ts";
export { verdictText, verdictWord } from "./sections/claims.ts";
export { deadOptionsSection } from "./sections/dead-options.ts";
export type { DurabilityCompanion, DurabilityContext } from "./sections/durability/durability-context.ts";
export { durabilitySections } from "./sections/durability/durability-sections.ts";
export { durabilityVerdicts, type NamedVerdict } from "./sections/durability/durability-verdicts.ts";
export { modelFinding } from "./sections/game/model-finding.ts";
export type { GameModelWords } from "./sections/game/model-words.ts";
export { earlyHeadline, headline, isLogic } from "./sections/headline.ts";
export { hollowConsensusSection } from "./sections/hollow-consensus.ts";
export { conditionWords, inherited, judged, linkageWords, periodWords } from "./sections/judgements.ts";
export { newlyCrossed } from "./sections/lines-crossed.ts";
export { mutualVetoSection } from "./sections/mutual-veto.ts";
export { opposedPairs } from "./sections/opposed-pairs.ts";
export { unlockAnswer } from "./sections/package-unlocks.ts";
export { type PairMark, pairScatter, pairSentence } from "./sections/pair-scatter.ts";
export { readAsWeightsSection } from "./sections/read-as-weights.ts";
export type { Asked } from "./sections/report-context.ts";
export { type ReportContext, reportContext } from "./sections/report-context.ts";
export { judgementWords } from "./sections/robustness.ts";
export { rulesInForceSection } from "./sections/rules-in-force.ts";
export { solutionEntries } from "./sections/solutions.ts";
export { claimsText } from "./terminal/claims-text.ts";
export { durabilityText } from "./terminal/durability-text.ts";
export { evaluationText } from "./terminal/evaluation-text.ts";
export { gameText } from "./terminal/game-text.ts";
export type { TerminalOptions } from "./terminal/layout-document.ts";
export { robustnessText } from "./terminal/robustness-text.ts";
export { stabilityText } from "./terminal/stability-text.ts";
export { terminalReport } from "./terminal/terminal-report.ts";
export { verdictListText } from "./terminal/verdict-list-text.ts";
export { answerWords, countWords, isExactly } from "./words/answer-words.ts";
export { boundWords } from "./words/bound-words.ts";
export { earlyEnd } from "./words/early-end.ts";
export { count, counted, fixed, percent, points, roughCount, signedPoints, written } from "./words/format-number.ts";
export { measureWords } from "./words/measure-words.ts";
export { type Names, namesOf } from "./words/names.ts";
export { packageToPresent, presentedPackage } from "./words/presented-package.ts";
export {
  reasonsWords,
  refusedByWords,
  refusingParties,
  verdictWords,
} from "./words/refusal-words.ts";
