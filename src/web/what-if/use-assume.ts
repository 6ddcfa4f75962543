import { useCallback, useEffect, useRef } from "react";
import { useAct, useWhatIf } from "../deal/deal-context.tsx";
import type { WhatIf } from "../deal/what-if.ts";

/** Changes the assumptions, beginning from what they are now. */
export type Assume = (change: (whatIf: WhatIf) => WhatIf) => void;

/** Two changes may come before the page is drawn once: the second begins from what the first left. */
export function useAssume(): Assume {
  const act = useAct();
  const whatIf = useWhatIf();
  const latest = useRef(whatIf);
  useEffect(() => {
    latest.current = whatIf;
  }, [whatIf]);
  return useCallback(
    (change) => {
      latest.current = change(latest.current);
      act({ kind: "assume", whatIf: latest.current });
    },
    [act],
  );
}
