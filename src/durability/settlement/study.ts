import type { Frame } from "./frame.ts";

/** One part of the report while it is made: what is moved and counted in every draw, and what it comes to. */
export type Study<T> = {
  readonly frames: readonly Frame<string>[];
  /** After the frames have been moved to a draw. */
  readonly observe: () => void;
  /** After `n` draws; 0: without shares. */
  readonly report: (n: number, seed: number) => T;
};
