import type { SettlementQuestions } from "#analysis";

/** What claims need of an engine: the two questions that no single evaluation answers. */
export type ClaimEngine = SettlementQuestions;
