import { useCallback, useEffect, useRef, useState } from "react";
import { type Completion, Dropped } from "#compute/browser";
import type { Choices } from "#model";
import { useDeal, useDraft } from "../deal/deal-context.tsx";
import { withChoices } from "../deal/draft.ts";
import { useEngine } from "../engine/engine-context.tsx";

export type Completing =
  | { readonly state: "idle" }
  | { readonly state: "asking"; readonly phase: string }
  | { readonly state: "done"; readonly set: number; readonly proved: boolean }
  | { readonly state: "none"; readonly why: string }
  | { readonly state: "failed"; readonly why: string };

/** Asks the engine for the best completion and puts it into the draft. Leaving the panel gives the question up. */
export function useCompleting() {
  const { scenario, options, act } = useDeal();
  const present = useDraft();
  const engine = useEngine();
  const [asking, setAsking] = useState<Completing>({ state: "idle" });
  const asked = useRef<{ readonly finish: () => void; readonly drop: () => void }>(undefined);
  const draft = useRef(present);
  useEffect(() => {
    draft.current = present;
  }, [present]);
  useEffect(() => () => asked.current?.drop(), []);
  const go = useCallback(
    (best: Completion, locks: Choices) => {
      const question = engine.ask(
        "complete",
        { scenario, options, locks, best },
        { onProgress: ({ phase }) => setAsking({ state: "asking", phase }) },
      );
      asked.current = question;
      setAsking({ state: "asking", phase: "" });
      question.answer.then(
        (answer) => {
          if (!answer.found) return setAsking({ state: "none", why: answer.why });
          const { choices } = draft.current;
          const set = Object.entries(answer.settlement).filter(([issue, option]) => choices[issue] !== option).length;
          if (set > 0) act({ kind: "compose", draft: withChoices(draft.current, answer.settlement) });
          return setAsking({ state: "done", set, proved: answer.proved });
        },
        (error: unknown) => {
          if (error instanceof Dropped) return;
          setAsking({ state: "failed", why: error instanceof Error ? error.message : String(error) });
        },
      );
    },
    [engine, scenario, options, act],
  );
  return { asking, go, stop: () => asked.current?.finish() };
}
