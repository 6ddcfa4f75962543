/**
 * A long computation. It yields where it is every fixed number of steps and is told whether to go on; told to finish,
 * it returns the best it has proved so far. The shell owns the clock, the budget and Ctrl-C.
 */
export type Search<T, P extends Progress = Progress> = Generator<P, T, Signal>;

export type Progress = {
  /** What is being computed, in words for a person: "frontier". */
  readonly phase: string;
  readonly done: number;
  readonly of?: number;
  /** The budget may end this phase; its answer is then coarser, never wrong. Other phases end by themselves. */
  readonly refinable: boolean;
};

export type Signal = "continue" | "finish";

/** Runs a search to its end without interruption. */
export function run<T>(search: Generator<unknown, T, Signal>): T {
  let step = search.next("continue");
  while (!step.done) step = search.next("continue");
  return step.value;
}
