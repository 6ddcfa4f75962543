export { answerScenario, type Run, type ScenarioAnswer } from "./answer-scenario.ts";
export { type DurabilityParts, durabilityParts } from "./durability-parts.ts";
export { reportInput } from "./report-input.ts";
export { type Outcome, type ProgressReport, type RunOptions, runSearch } from "./run-search.ts";
