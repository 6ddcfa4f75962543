import type { Run } from "../answer-scenario.ts";
import type { AnswerOf, InputOf, PartialOf, QuestionKind } from "../browser-questions.ts";

/** Answers one kind of question. Knows neither worker nor page: what it needs of them is handed to it. */
export type Answering<K extends QuestionKind> = (input: InputOf<K>, by: Means<K>) => Promise<AnswerOf<K>>;

export type Means<K extends QuestionKind> = {
  /** Drives a search in slices; rejects when nobody waits for the answer any more. */
  readonly run: Run;
  readonly tell: (partial: PartialOf<K>) => void;
  /** A file of the page's own server. */
  readonly fetchFile: (address: string) => Promise<Uint8Array>;
};
