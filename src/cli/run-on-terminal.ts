import type { Search } from "#analysis";
import { type Outcome, runSearch } from "#compute";
import { earlyEnd } from "#report";
import { progressLine } from "./progress-line.ts";
import type { Terminal } from "./terminal.ts";

/**
 * Runs a search in front of a person: progress on standard error; the first Ctrl-C ends it with what is proved so far,
 * a second one ends the program (exit 130, as shells count it).
 */
export async function runOnTerminal<T>(
  search: Search<T>,
  terminal: Terminal,
  options: { readonly budgetMs?: number; readonly progress: boolean },
): Promise<Outcome<T>> {
  const controller = new AbortController();
  const progress = progressLine(terminal, options.progress);
  const onInterrupt = (): void => {
    progress.clear();
    if (controller.signal.aborted) process.exit(130);
    controller.abort();
    terminal.tell("Stopping with what is proved so far. Ctrl-C again to leave without it.");
  };
  process.on("SIGINT", onInterrupt);
  try {
    return await runSearch(search, {
      ...(options.budgetMs === undefined ? {} : { budgetMs: options.budgetMs }),
      onProgress: progress.show,
      signal: controller.signal,
    });
  } finally {
    process.off("SIGINT", onInterrupt);
    progress.clear();
  }
}

/** What the answer must say about an early end. */
export function earlyEndNote(outcome: Outcome<unknown>): readonly string[] {
  return outcome.interrupted ? [earlyEnd] : [];
}
