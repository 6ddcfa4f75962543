import { startTransition, useEffect, useMemo, useState } from "react";
import type { AnalysisOptions, EarlyAnswer } from "#analysis";
import { type DealAnswer, Dropped } from "#compute/browser";
import type { Scenario } from "#model";
import { useEngine } from "../engine/engine-context.tsx";
import type { Asking, Deal } from "./deal-context.tsx";

/** Milliseconds for refining the frontier, as the command line's default. */
export const budgetMs = 10_000;

type Known = {
  /** The options the answer is of: every assumption makes new ones. */
  readonly of?: AnalysisOptions;
  readonly answer?: DealAnswer;
  /** What is known before the answer is, and of which options. */
  readonly early?: { readonly of: AnalysisOptions; readonly found: EarlyAnswer };
  readonly refining: boolean;
  readonly asking: Asking;
};

const begun = { state: "asking", phase: "", done: 0, finish: () => {} } as const satisfies Asking;

/** Asks anew whenever the scenario or the options change, once it is `ready`, and keeps the last answer until the next is there. */
export function useDealAnswer(
  scenario: Scenario,
  options: AnalysisOptions,
  ready: boolean,
): { readonly answered: Pick<Deal, "answer" | "early" | "stale" | "refining">; readonly asking: Asking } {
  const engine = useEngine();
  const [known, setKnown] = useState<Known>({ asking: begun, refining: false });
  useEffect(() => {
    if (!ready) return;
    let lastTold = 0;
    let answeredOnce = false;
    let stopped = false;
    const finish = (): void => {
      stopped = true;
      asked.finish();
    };
    const asked = engine.ask(
      "deal",
      { scenario, options, budgetMs },
      {
        onProgress: ({ phase, done, of, elapsedMs, found }) => {
          if (found) setKnown((before) => ({ ...before, early: { of: options, found } }));
          if (elapsedMs - lastTold < 200) return; // ten times a second would only keep the page busy
          lastTold = elapsedMs;
          const state = answeredOnce ? "refining" : "asking";
          setKnown((before) => ({
            ...before,
            asking: { state, phase, done, ...(of === undefined ? {} : { of }), finish },
          }));
        },
        onPartial: (answer) => {
          answeredOnce = true;
          startTransition(() =>
            setKnown((before) => ({
              ...before,
              of: options,
              answer,
              refining: true,
              asking: { ...begun, state: "refining", finish },
            })),
          );
        },
      },
    );
    setKnown((before) => ({ ...before, asking: { ...begun, finish } }));
    asked.answer.then(
      (answer) =>
        startTransition(() =>
          setKnown((before) => ({
            ...before,
            of: options,
            answer,
            refining: false,
            asking: { state: "done", stopped },
          })),
        ),
      (error: unknown) => {
        if (error instanceof Dropped) return;
        setKnown((before) => ({
          ...before,
          refining: false,
          asking: { state: "failed", why: error instanceof Error ? error.message : String(error) },
        }));
      },
    );
    return asked.drop;
  }, [engine, scenario, options, ready]);
  const { answer, early, of, refining, asking } = known;
  const found = early?.of === options ? early.found : undefined;
  // the same object while only the progress changes, so that a page full of numbers is not made anew five times a second
  const answered = useMemo(
    () => ({ ...(answer ? { answer } : {}), ...(found ? { early: found } : {}), stale: of !== options, refining }),
    [answer, found, of, options, refining],
  );
  return { answered, asking };
}
