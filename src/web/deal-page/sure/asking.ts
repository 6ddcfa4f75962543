import { useCallback, useEffect, useRef, useState } from "react";
import { type AnswerOf, type Asked, Dropped, type InputOf } from "#compute/browser";
import { useEngine } from "../../engine/engine-context.tsx";

type LongKind = "robustness" | "acceptability" | "claims" | "outputs";

export type Asking<K extends LongKind> = {
  /** The last answer, with what it was asked of. */
  readonly known?: { readonly input: InputOf<K>; readonly answer: AnswerOf<K> };
  readonly running?: { readonly phase?: string; readonly done: number; readonly of?: number };
  readonly failed?: string;
};

/** A question that takes seconds: asked when told to, one at a time, its last answer kept until the next is there. */
export function useAsking<K extends LongKind>(
  kind: K,
): Asking<K> & { readonly ask: (input: InputOf<K>) => void; readonly finish: () => void } {
  const engine = useEngine();
  const [state, setState] = useState<Asking<K>>({});
  const current = useRef<Asked<K>>(undefined);
  useEffect(() => () => current.current?.drop(), []);
  const ask = useCallback(
    (input: InputOf<K>) => {
      current.current?.drop();
      setState(({ known }) => ({ ...(known ? { known } : {}), running: { done: 0 } }));
      let lastTold = 0;
      const asked = engine.ask(kind, input, {
        onProgress: ({ phase, done, of, elapsedMs }) => {
          if (current.current !== asked || elapsedMs - lastTold < 250) return;
          lastTold = elapsedMs;
          setState((before) => ({ ...before, running: { phase, done, ...(of === undefined ? {} : { of }) } }));
        },
      });
      current.current = asked;
      asked.answer.then(
        (answer) => {
          if (current.current === asked) setState({ known: { input, answer } });
        },
        (error: unknown) => {
          if (current.current !== asked) return;
          setState(({ known }) => ({
            ...(known ? { known } : {}),
            ...(error instanceof Dropped ? {} : { failed: error instanceof Error ? error.message : String(error) }),
          }));
        },
      );
    },
    [engine, kind],
  );
  const finish = useCallback(() => current.current?.finish(), []);
  return { ...state, ask, finish };
}
