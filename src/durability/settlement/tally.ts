import { wilsonInterval } from "#prelude";
import { whyUnknown } from "./frame.ts";
import type { ShareOfDraws, VerdictShare } from "./judged-verdict.ts";
import type { VerdictQuestion } from "./possible-verdicts.ts";

/** Counts something over the draws. */
export type Tally<T> = {
  /** Once in each draw, after the frames have been moved to it. */
  readonly observe: () => void;
  readonly result: (n: number, seed: number) => T;
};

/** In how many draws each verdict comes out; those that never do are left out. Empty where it is unknown. */
export function verdictTally<F extends string, V extends string>(
  question: VerdictQuestion<F, V>,
): Tally<readonly VerdictShare<V>[]> {
  const { frame, needs, at, verdicts } = question;
  const counts = new Map<V, number>(verdicts.map((verdict) => [verdict, 0]));
  const known = whyUnknown(frame, needs) === undefined;
  return {
    observe: () => {
      if (!known) return;
      const verdict = at(frame.point);
      counts.set(verdict, (counts.get(verdict) ?? 0) + 1);
    },
    result: (n, seed) =>
      verdicts.flatMap((verdict) => {
        const count = counts.get(verdict) ?? 0;
        return count === 0 ? [] : [{ verdict, ...shareOf(count, n, seed) }];
      }),
  };
}

export function shareOf(count: number, n: number, seed: number): ShareOfDraws {
  return { ...wilsonInterval(count, n), seed };
}
