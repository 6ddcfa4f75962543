export { type Found, findSettlement } from "./agreement-zone/find-settlement.ts";
export type * from "./analysis.ts";
export { type AnalysisInSteps, analyze, analyzeInSteps, analyzePackage } from "./analyze.ts";
export { type Appraisal, type Appraise, appraise, appraiseDraw } from "./appraisal.ts";
export { solutions } from "./bargaining/solutions.ts";
export { bestCompletion, type Completion, type CompletionFound } from "./best-completion.ts";
export type { Certificate, Proof } from "./certificate/certificate.ts";
export { checkCertificate } from "./certificate/check-certificate.ts";
export { adversaries, channelsReport } from "./channels.ts";
export { paretoFrontier } from "./frontier/pareto-frontier.ts";
export { hollowConsensus, hollowConsensusOf } from "./hollow-consensus.ts";
export { mutualVeto, mutualVetoOf } from "./mutual-veto.ts";
export type { AnalysisOptions } from "./options.ts";
export { evaluatePackage, packageVerdict } from "./package-report.ts";
export { refusals } from "./refusals.ts";
export { acceptability } from "./robustness/acceptability.ts";
export type { Influence, JudgementRef } from "./robustness/influence.ts";
export { perturb, perturbSheet, type Spread, standardSpread } from "./robustness/perturb.ts";
export {
  type PackageRobustness,
  type Robustness,
  type RobustnessOptions,
  robustness,
} from "./robustness/robustness.ts";
export { type RulesInForce, rulesInForce, rulesSummary } from "./rules-in-force.ts";
export type { EarlyAnswer, Progress, Search } from "./search.ts";
export { type SettlementQuestions, settlementQuestions } from "./settlement-questions.ts";
export { DiagramTooWide } from "./space/decision-diagram.ts";
export { problemOf } from "./space/problem.ts";
export { type SettlementSpace, settlementSpace } from "./space/settlement-space.ts";
