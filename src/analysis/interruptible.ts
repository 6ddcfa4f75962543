import type { Search } from "./search.ts";

/** Runs a search inside another and tells whether it was told to finish on the way. */
export function* interruptible<T>(search: Search<T>): Search<{ readonly value: T; readonly stopped: boolean }> {
  let stopped = false;
  let step = search.next("continue");
  while (!step.done) {
    const signal = yield step.value;
    if (signal === "finish") stopped = true;
    step = search.next(signal);
  }
  return { value: step.value, stopped };
}
