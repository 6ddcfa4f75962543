import { startTransition, useEffect, useState } from "react";
import { Dropped, type TimeAfter } from "#compute/browser";
import type { Choices, Scenario } from "#model";
import { useEngine } from "../engine/engine-context.tsx";

/** Enough for shares within two or three points in a hundred, and done within a second. */
const draws = 1000;

export type TimeAfterState =
  | { readonly state: "asking"; readonly of?: Choices; readonly said?: TimeAfter }
  /** `drawn`: with the shares of draws. */
  | { readonly state: "said"; readonly of: Choices; readonly said: TimeAfter; readonly drawn: boolean }
  | { readonly state: "failed"; readonly why: string };

/** What is said about the time after signature under these choices. The last answer stays until the next is there. */
export function useTimeAfter(scenario: Scenario, choices: Choices): TimeAfterState {
  const engine = useEngine();
  const [state, setState] = useState<TimeAfterState>({ state: "asking" });
  useEffect(() => {
    if (!scenario.durability) return;
    const keep = (said: TimeAfter, drawn: boolean) =>
      startTransition(() => setState({ state: "said", of: choices, said, drawn }));
    const asked = engine.ask("durability", { scenario, choices, draws }, { onPartial: (said) => keep(said, false) });
    setState((before) =>
      before.state === "said" ? { state: "asking", of: before.of, said: before.said } : { state: "asking" },
    );
    asked.answer.then(
      (said) => keep(said, true),
      (error: unknown) => {
        if (error instanceof Dropped) return;
        setState({ state: "failed", why: error instanceof Error ? error.message : String(error) });
      },
    );
    return asked.drop;
  }, [engine, scenario, choices]);
  return state;
}
