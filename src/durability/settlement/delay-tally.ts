import type { CriticalDelay } from "../deterrence/reaction.ts";
import type { ReactionReport } from "./durability-report.ts";
import { shareOf } from "./tally.ts";

/** Critical delays over the draws. */
export function delayTally(): {
  readonly observe: (delay: CriticalDelay) => void;
  readonly result: (n: number, seed: number) => NonNullable<ReactionReport["criticalDelayInDraws"]>;
} {
  let [never, always] = [0, 0];
  const days: number[] = [];
  return {
    observe: (delay) => {
      if (delay.kind === "zero") never++;
      else if (delay.kind === "none") always++;
      else days.push(delay.value);
    },
    result: (n, seed) => {
      const sorted = [...days].sort((a, b) => a - b);
      return {
        failsAtAnyDelay: shareOf(never, n, seed),
        holdsAtAnyDelay: shareOf(always, n, seed),
        ...(sorted.length > 0
          ? {
              between: {
                n: sorted.length,
                p5: nearestRank(sorted, 0.05),
                median: nearestRank(sorted, 0.5),
                p95: nearestRank(sorted, 0.95),
              },
            }
          : {}),
      };
    },
  };
}

/** The least value that at least this share of the values does not exceed. */
function nearestRank(sorted: readonly number[], share: number): number {
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)]!; // not empty, and share is at most 1
}
