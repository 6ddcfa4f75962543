export type {
  AnswerOf,
  Completed,
  Completion,
  DealAnswer,
  Files,
  InputOf,
  Outputs,
  PackageVerdicts,
  PartialOf,
  QuestionKind,
  Questions,
} from "./browser-questions.ts";
export { type FrontierTable, frontierPoint, settlementAt } from "./frontier-table.ts";
export { type Asked, type Asking, type Engine, startEngine } from "./browser-engine.ts";
