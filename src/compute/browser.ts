export { Dropped } from "./browser-dropped.ts";
export { type Asked, type Asking, type Engine, startEngine } from "./browser-engine.ts";
export { EngineFailure, type FailureCode } from "./browser-failure.ts";
export type {
  AnswerOf,
  Completed,
  Completion,
  DealAnswer,
  Files,
  Ground,
  InputOf,
  Outputs,
  PartialOf,
  QuestionKind,
  Questions,
  TimeAfter,
} from "./browser-questions.ts";
export { type FrontierTable, frontierPoint, settlementAt } from "./frontier-table.ts";
