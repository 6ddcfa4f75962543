import { failureOf } from "./browser-failure.ts";
import type { Asks, FromWorker, ToWorker } from "./browser-messages.ts";
import type { AnswerOf, InputOf, PartialOf, QuestionKind } from "./browser-questions.ts";
import type { Means } from "./questions/answering.ts";
import { answers } from "./questions/answers.ts";
import { runSearch } from "./run-search.ts";

/** The page as its worker sees it. */
export type PagePort = {
  readonly postMessage: (message: FromWorker) => void;
  onmessage: ((event: { readonly data: ToWorker }) => void) | null;
};

/** Often enough for a person, seldom enough for the page. */
const progressEveryMs = 50;

type Current = { readonly id: number; readonly ended: AbortController; dropped: boolean };

/**
 * Answers what the page asks, one question at a time (the page waits for the last word on one before it asks the next).
 * Between the slices of a search it hears whether the question is to be finished early or dropped.
 */
export function answerQuestions(page: PagePort, fetchFile: Means<QuestionKind>["fetchFile"]): void {
  let current: Current | undefined;
  page.onmessage = ({ data }) => {
    switch (data.say) {
      case "prepare":
        void load(data.kinds);
        return;
      case "ask":
        current = { id: data.id, ended: new AbortController(), dropped: false };
        void answer(data, current);
        return;
      case "finish":
        if (current?.id === data.id) current.ended.abort();
        return;
      case "drop":
        if (current?.id === data.id) current.dropped = true;
        return;
    }
  };

  /** One after another: what is asked first is not kept waiting by what may be asked later. */
  async function load(kinds: readonly QuestionKind[]): Promise<void> {
    // what cannot be loaded is told when it is asked
    for (const kind of kinds) await answers[kind]().catch(() => undefined);
  }

  async function answer({ id, kind, input }: Asks, asked: Current): Promise<void> {
    let last: FromWorker;
    try {
      last = { say: "answer", id, answer: await answerTo(kind, input, asked) };
    } catch (error) {
      last = { say: "failed", id, ...failureOf(error) };
    }
    page.postMessage(asked.dropped ? { say: "given-up", id } : last);
  }

  async function answerTo<K extends QuestionKind>(kind: K, input: InputOf<K>, asked: Current): Promise<AnswerOf<K>> {
    const { id } = asked;
    const pause = async (): Promise<void> => {
      await turn();
      if (asked.dropped) throw new Error("nobody waits for this answer");
    };
    const answering = await answers[kind]();
    await pause();
    let toldAt = Number.NEGATIVE_INFINITY;
    return answering(input, {
      fetchFile,
      run: (search, options = {}) =>
        runSearch(search, {
          ...options,
          signal: asked.ended.signal,
          pause,
          onProgress: (report) => {
            if (!report.found && performance.now() - toldAt < progressEveryMs) return;
            toldAt = performance.now();
            page.postMessage({ say: "progress", id, report });
          },
        }),
      tell: (partial: PartialOf<K>) => {
        if (!asked.dropped) page.postMessage({ say: "partial", id, partial });
      },
    });
  }
}

/** One turn of the worker's event loop. A message to oneself, since timers are held back to 4 ms. */
function turn(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(undefined);
  });
}
