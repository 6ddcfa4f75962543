import type { Instant } from "#room";

/** The clock of the page or of the command line. */
export type Clock = {
  /** Milliseconds since 1970, by this machine. */
  readonly now: () => number;
  /** Does it once after so many milliseconds; what it returns calls it off. */
  readonly after: (milliseconds: number, then: () => void) => () => void;
};

export function instantOf(milliseconds: number): Instant {
  return new Date(milliseconds).toISOString();
}
