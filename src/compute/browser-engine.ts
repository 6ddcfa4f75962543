import { Dropped } from "./browser-dropped.ts";
import { type Lane, openLane, type WorkerPort } from "./browser-lane.ts";
import type { Asks } from "./browser-messages.ts";
import type { AnswerOf, InputOf, PartialOf, QuestionKind } from "./browser-questions.ts";
import type { ProgressReport } from "./run-search.ts";

/** The engine behind the page: questions answered in workers, so that the page is never blocked. */
export type Engine = {
  /**
   * Asks. A question of a kind that `replaces` its own kind (deal, complete, package, ground, durability) takes the place of the last one that
   * is still being answered: that one's `answer` rejects with `Dropped`.
   */
  readonly ask: <K extends QuestionKind>(kind: K, input: InputOf<K>, asking?: Asking<K>) => Asked<K>;
  /** Starts the workers of these kinds of question, so that the first of them does not wait for that. */
  readonly prepare: (kinds: readonly QuestionKind[]) => void;
  /** Called with whether any question is being answered: now, and whenever that changes. */
  readonly onBusy: (listener: (busy: boolean) => void) => () => void;
  /** Ends the workers. Questions that wait reject with `Dropped`. */
  readonly close: () => void;
};

export type Asking<K extends QuestionKind> = {
  readonly onProgress?: (report: ProgressReport) => void;
  readonly onPartial?: (partial: PartialOf<K>) => void;
};

export type Asked<K extends QuestionKind> = {
  /** Rejects with `Dropped` when dropped or replaced, and with an `EngineFailure` in a person's words when the engine failed. */
  readonly answer: Promise<AnswerOf<K>>;
  /** Ends it early with the best proved so far: `answer` still resolves. */
  readonly finish: () => void;
  /** Not wanted any more. */
  readonly drop: () => void;
};

/** Questions that keep each other waiting: what a click waits for is in another lane than what runs for a minute. */
const lanes = {
  quick: ["read", "import-domain", "package", "complete", "write"],
  deal: ["deal"],
  after: ["durability"],
  ground: ["ground"],
  background: ["claims", "robustness", "acceptability"],
  // a lane loads what answers its questions: the whole report only for who takes something out
  outputs: ["outputs"],
} as const satisfies Record<string, readonly QuestionKind[]>;

type LaneName = keyof typeof lanes;

/** Of these only the last one asked matters. */
const replaces: ReadonlySet<QuestionKind> = new Set(["deal", "complete", "package", "ground", "durability"]);

export type EngineOptions = {
  readonly startWorker?: () => WorkerPort;
  /** How long a question waits for the worker to give up a dropped one before the worker is ended, in milliseconds. */
  readonly patienceMs?: number;
};

export function startEngine({ startWorker = startBrowserWorker, patienceMs = 250 }: EngineOptions = {}): Engine {
  const opened = new Map<LaneName, Lane>();
  const current = new Map<number, QuestionKind>();
  const listeners = new Set<(busy: boolean) => void>();
  let ids = 0;
  let closed = false;

  function laneOf(kind: QuestionKind): Lane {
    const names = Object.keys(lanes) as LaneName[]; // its own keys
    const name = names.find((each) => (lanes[each] as readonly QuestionKind[]).includes(kind))!; // every kind is in one
    const lane = opened.get(name) ?? openLane(startWorker, lanes[name], patienceMs);
    opened.set(name, lane);
    return lane;
  }

  function changed(change: () => void): void {
    const before = current.size > 0;
    change();
    const now = current.size > 0;
    if (now !== before) for (const listener of [...listeners]) listener(now);
  }

  return {
    ask: <K extends QuestionKind>(kind: K, input: InputOf<K>, asking: Asking<K> = {}): Asked<K> => {
      if (closed) return { answer: handled(Promise.reject(new Dropped())), finish: () => {}, drop: () => {} };
      const id = ++ids;
      const lane = laneOf(kind);
      const before = replaces.has(kind) ? [...current].filter(([, asked]) => asked === kind) : [];
      changed(() => current.set(id, kind));
      const answer = new Promise<AnswerOf<K>>((resolve, reject) => {
        const over = (): void => changed(() => current.delete(id));
        // dropped first, so that the new question is not behind one nobody wants; it counts as busy already
        for (const [replaced] of before) lane.drop(replaced);
        lane.ask({
          asks: { say: "ask", id, kind, input } as Asks, // kind and input belong together by this function's own type
          onProgress: asking.onProgress ?? (() => {}),
          onPartial: (partial) => asking.onPartial?.(partial as PartialOf<K>), // the worker tells only its kind's own
          resolve: (value) => {
            over();
            resolve(value as AnswerOf<K>); // and answers likewise
          },
          reject: (reason) => {
            over();
            reject(reason);
          },
        });
      });
      return { answer: handled(answer), finish: () => lane.finish(id), drop: () => lane.drop(id) };
    },
    prepare: (kinds) => {
      if (!closed) for (const kind of kinds) laneOf(kind).start();
    },
    onBusy: (listener) => {
      listeners.add(listener);
      listener(current.size > 0);
      return () => listeners.delete(listener);
    },
    close: () => {
      closed = true;
      for (const lane of opened.values()) lane.close();
      opened.clear();
    },
  };
}

/** Who drops a question need not wait for its answer: a rejection nobody listens to is no fault of the page. */
function handled<T>(answer: Promise<T>): Promise<T> {
  answer.catch(() => {});
  return answer;
}

function startBrowserWorker(): WorkerPort {
  const worker = new Worker(new URL("./browser-worker.ts", import.meta.url), { type: "module" });
  return worker as unknown as WorkerPort; // a worker gives its listeners whole events; these read a part of them
}
