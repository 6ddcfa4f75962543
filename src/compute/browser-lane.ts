import { Dropped } from "./browser-dropped.ts";
import { EngineFailure } from "./browser-failure.ts";
import type { Asks, FromWorker, ToWorker } from "./browser-messages.ts";
import type { QuestionKind } from "./browser-questions.ts";
import type { ProgressReport } from "./run-search.ts";

/** What a lane needs of a worker; a browser's `Worker` has this shape. */
export type WorkerPort = {
  readonly postMessage: (message: ToWorker) => void;
  readonly terminate: () => void;
  onmessage: ((event: { readonly data: FromWorker }) => void) | null;
  onmessageerror: ((event: never) => void) | null;
  onerror: ((event: { readonly message?: string; readonly preventDefault?: () => void }) => void) | null;
};

/** A question on its way, with whom to tell. */
export type LaneQuestion = {
  readonly asks: Asks;
  readonly onProgress: (report: ProgressReport) => void;
  readonly onPartial: (partial: unknown) => void;
  readonly resolve: (answer: unknown) => void;
  readonly reject: (reason: Error) => void;
};

export type Lane = {
  /** Starts the worker before the first question. */
  readonly start: () => void;
  readonly ask: (question: LaneQuestion) => void;
  readonly finish: (id: number) => void;
  readonly drop: (id: number) => void;
  readonly close: () => void;
};

/**
 * Questions that take turns in one worker. The worker is started with the first of them, and again after a crash. A
 * dropped question gives the worker up between two slices; when the next one has waited `patienceMs` for that, the
 * worker is ended and a new one started, since nothing else interrupts a computation.
 */
export function openLane(startWorker: () => WorkerPort, kinds: readonly QuestionKind[], patienceMs: number): Lane {
  let worker: WorkerPort | undefined;
  let running: LaneQuestion | undefined;
  /** Dropped, and the worker has not said yet that it gave it up. */
  let leaving: number | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const waiting: LaneQuestion[] = [];
  const finished = new Set<number>();

  function next(): void {
    if (running || waiting.length === 0) return;
    if (leaving !== undefined) {
      timer ??= setTimeout(restart, patienceMs);
      return;
    }
    running = waiting.shift()!;
    const { id } = running.asks;
    try {
      worker ??= started();
      worker.postMessage(running.asks);
      if (finished.has(id)) worker.postMessage({ say: "finish", id });
    } catch (error) {
      // what cannot cross to a worker, or no worker at all
      const asked = take();
      asked?.reject(new EngineFailure("mistake", `The question could not be handed to the engine: ${String(error)}`));
      next();
    }
  }

  function started(): WorkerPort {
    const port = startWorker();
    port.onmessage = ({ data }) => hear(data);
    port.onerror = (event) => {
      event.preventDefault?.();
      crash(event.message ?? "");
    };
    port.onmessageerror = () => crash("its answer could not be read");
    port.postMessage({ say: "prepare", kinds });
    return port;
  }

  function hear(message: FromWorker): void {
    const { id } = message;
    if (running?.asks.id !== id) {
      if (leaving === id && message.say !== "progress" && message.say !== "partial") free();
      return;
    }
    if (message.say === "progress") running.onProgress(message.report);
    else if (message.say === "partial") running.onPartial(message.partial);
    else {
      const asked = take();
      if (message.say === "answer") asked?.resolve(message.answer);
      else if (message.say === "failed") asked?.reject(new EngineFailure(message.code, message.message));
      else asked?.reject(new Dropped());
      next();
    }
  }

  /** The running question, which no longer runs. */
  function take(): LaneQuestion | undefined {
    const asked = running;
    running = undefined;
    if (asked) finished.delete(asked.asks.id);
    return asked;
  }

  function free(): void {
    leaving = undefined;
    clearTimeout(timer);
    timer = undefined;
    next();
  }

  function restart(): void {
    timer = undefined;
    if (waiting.length === 0) return; // nobody is kept waiting: it may give up in its own time, and stays warm
    stop();
    free();
  }

  function stop(): void {
    if (!worker) return;
    worker.onmessage = worker.onerror = worker.onmessageerror = null;
    worker.terminate();
    worker = undefined;
  }

  function crash(what: string): void {
    stop();
    const why = what === "" ? "" : ` (${what})`;
    take()?.reject(
      new EngineFailure("stopped", `The engine stopped before it could answer${why}. Ask again: it starts anew.`),
    );
    free();
  }

  return {
    start: () => {
      try {
        worker ??= started();
      } catch {
        // told when it is asked
      }
    },
    ask: (question) => {
      waiting.push(question);
      next();
    },
    finish: (id) => {
      if (running?.asks.id === id) worker?.postMessage({ say: "finish", id });
      else if (waiting.some(({ asks }) => asks.id === id)) finished.add(id);
    },
    drop: (id) => {
      if (running?.asks.id === id) {
        leaving = id;
        worker?.postMessage({ say: "drop", id });
        take()?.reject(new Dropped());
        next();
        return;
      }
      const at = waiting.findIndex(({ asks }) => asks.id === id);
      if (at >= 0) waiting.splice(at, 1)[0]!.reject(new Dropped());
      finished.delete(id);
    },
    close: () => {
      stop();
      clearTimeout(timer);
      timer = undefined;
      leaving = undefined;
      take()?.reject(new Dropped());
      for (const asked of waiting.splice(0)) asked.reject(new Dropped());
    },
  };
}
