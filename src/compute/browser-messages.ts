import type { FailureCode } from "./browser-failure.ts";
import type { AnswerOf, InputOf, PartialOf, QuestionKind } from "./browser-questions.ts";
import type { ProgressReport } from "./run-search.ts";

/** What the page says to one of its workers. A worker answers one question at a time. */
export type ToWorker =
  /** These kinds of question will be asked: load what they need. */
  | { readonly say: "prepare"; readonly kinds: readonly QuestionKind[] }
  | Asks
  /** End the question with the best proved so far. */
  | { readonly say: "finish"; readonly id: number }
  /** Nobody waits for it any more. */
  | { readonly say: "drop"; readonly id: number };

export type Asks = {
  [K in QuestionKind]: { readonly say: "ask"; readonly id: number; readonly kind: K; readonly input: InputOf<K> };
}[QuestionKind];

/** What a worker says back. The last word on a question is its answer, a failure, or that it was given up. */
export type FromWorker =
  | { readonly say: "progress"; readonly id: number; readonly report: ProgressReport }
  | { readonly say: "partial"; readonly id: number; readonly partial: PartialOf<QuestionKind> }
  | { readonly say: "answer"; readonly id: number; readonly answer: AnswerOf<QuestionKind> }
  | { readonly say: "failed"; readonly id: number; readonly code: FailureCode; readonly message: string }
  | { readonly say: "given-up"; readonly id: number };
