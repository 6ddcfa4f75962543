import { useCallback, useEffect, useRef, useTransition } from "react";
import { useDeal } from "../deal/deal-context.tsx";
import type { WhatIf } from "../deal/what-if.ts";

/** Changes the assumptions, beginning from what they are now. */
export type Assume = (change: (whatIf: WhatIf) => WhatIf) => void;

/**
 * Lets the whole page follow a slider. Drawing the page may take longer than the slider's next move, so it is drawn as a
 * transition, which a move interrupts; and the next assumption waits until the last one is drawn, since a transition
 * that is replaced again and again would never show.
 */
export function useAssume(): Assume {
  const { bench, act } = useDeal();
  const [drawing, startDrawing] = useTransition();
  const wanted = useRef(bench.whatIf);
  const waiting = useRef(false);
  const busy = useRef(false);
  const tell = useCallback(() => {
    waiting.current = false;
    busy.current = true;
    const whatIf = wanted.current;
    startDrawing(() => act({ kind: "assume", whatIf }));
  }, [act]);
  useEffect(() => {
    // drawn, or changed from elsewhere; what still waits is newer
    if (!waiting.current) wanted.current = bench.whatIf;
  }, [bench.whatIf]);
  useEffect(() => {
    busy.current = drawing;
    if (!drawing && waiting.current) tell();
  }, [drawing, tell]);
  useEffect(
    () => () => {
      if (waiting.current) act({ kind: "assume", whatIf: wanted.current });
    },
    [act],
  );
  return useCallback(
    (change) => {
      wanted.current = change(wanted.current);
      if (busy.current) waiting.current = true;
      else tell();
    },
    [tell],
  );
}
