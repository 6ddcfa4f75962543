import type { Progress, Search } from "#analysis";

/** How a search is driven. Everything has a default: no budget, no reports, no way to stop it early. */
export type RunOptions = {
  /** Milliseconds that the refinable phases may take together; after that each is told to finish. Others are not bounded. */
  readonly budgetMs?: number;
  readonly onProgress?: (report: ProgressReport) => void;
  /** Aborted: every phase is told to finish, refinable or not. */
  readonly signal?: AbortSignal;
  /** How long the search may hold the thread before waiting events (Ctrl-C among them) get their turn. */
  readonly sliceMs?: number;
  /** Milliseconds from any origin, never backwards. */
  readonly clock?: () => number;
  /** Gives waiting events their turn, by default one turn of Node's event loop. A search whose pause rejects is given up. */
  readonly pause?: () => Promise<void>;
};

/** Where the search is, and for how long it has been running. */
export type ProgressReport = Progress & { readonly elapsedMs: number };

export type Outcome<T> = {
  readonly value: T;
  /** Seconds by phase, in the order the phases began, then `total`. */
  readonly timings: Readonly<Record<string, number>>;
  /** The refinable phases that the budget ended. */
  readonly endedByBudget: readonly string[];
  /** The signal asked for an early end before the search was done. */
  readonly interrupted: boolean;
};

/**
 * Drives a search on this thread: the clock, the budget and the early end that a pure search cannot have. Between slices
 * it waits for one turn of the event loop, since a synchronous loop would keep Ctrl-C waiting until its end.
 * A search that throws rejects; nothing is caught here.
 */
export async function runSearch<T>(search: Search<T>, options: RunOptions = {}): Promise<Outcome<T>> {
  const {
    budgetMs = Number.POSITIVE_INFINITY,
    onProgress,
    signal,
    sliceMs = 15,
    clock = () => performance.now(),
    pause = turn,
  } = options;
  const start = clock();
  const spent = new Map<string, number>();
  const endedByBudget = new Set<string>();
  let refinableMs = 0;
  let interrupted = false;
  let last: Progress | undefined;
  let lastAt = start;
  let sliceStart = start;
  let step = search.next("continue");
  while (!step.done) {
    const progress = step.value;
    const now = clock();
    // A report of nothing done opens its phase, so the time before it belongs to the phase that went before.
    const worked = progress.done === 0 && last ? last : progress;
    spent.set(worked.phase, (spent.get(worked.phase) ?? 0) + now - lastAt);
    if (!spent.has(progress.phase)) spent.set(progress.phase, 0);
    if (worked.refinable) refinableMs += now - lastAt;
    last = progress;
    lastAt = now;
    onProgress?.({ ...progress, elapsedMs: now - start });
    if (now - sliceStart >= sliceMs) {
      await pause();
      sliceStart = clock();
      lastAt = sliceStart; // what other events took is nobody's phase
    }
    if (signal?.aborted) interrupted = true;
    const overBudget = progress.refinable && refinableMs >= budgetMs;
    if (overBudget && !interrupted) endedByBudget.add(progress.phase);
    step = search.next(interrupted || overBudget ? "finish" : "continue");
  }
  const end = clock();
  if (last) spent.set(last.phase, (spent.get(last.phase) ?? 0) + end - lastAt);
  return {
    value: step.value,
    timings: Object.fromEntries([...spent, ["total", end - start] as const].map(([phase, ms]) => [phase, seconds(ms)])),
    endedByBudget: [...endedByBudget],
    interrupted,
  };
}

/** One turn of the event loop: signals and other events that wait are handled before it resolves. */
function turn(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}

/** To the microsecond: more digits would only be noise. */
function seconds(ms: number): number {
  return Math.round(ms * 1000) / 1e6;
}
