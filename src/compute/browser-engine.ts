import type { AnswerOf, InputOf, PartialOf, QuestionKind } from "./browser-questions.ts";
import type { ProgressReport } from "./run-search.ts";

/** The engine behind the page: questions answered in workers, so that the page is never blocked. */
export type Engine = {
  /**
   * Asks. A question of a kind that `replaces` its own kind (deal, complete, package) takes the place of the last one that
   * is still being answered: that one's `answer` rejects with `Dropped`.
   */
  readonly ask: <K extends QuestionKind>(kind: K, input: InputOf<K>, asking?: Asking<K>) => Asked<K>;
  /** Called with whether any question is being answered, whenever that changes. */
  readonly onBusy: (listener: (busy: boolean) => void) => () => void;
  /** Ends the workers. Questions that wait reject with `Dropped`. */
  readonly close: () => void;
};

export type Asking<K extends QuestionKind> = {
  readonly onProgress?: (report: ProgressReport) => void;
  readonly onPartial?: (partial: PartialOf<K>) => void;
};

export type Asked<K extends QuestionKind> = {
  /** Rejects with `Dropped` when dropped or replaced, and with an `Error` in a person's words when the engine failed. */
  readonly answer: Promise<AnswerOf<K>>;
  /** Ends it early with the best proved so far: `answer` still resolves. */
  readonly finish: () => void;
  /** Not wanted any more. */
  readonly drop: () => void;
};

export function startEngine(): Engine {
  throw new Error("not written yet");
}
