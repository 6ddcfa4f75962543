import { startTransition, useCallback, useEffect, useRef } from "react";
import { useDeal } from "../deal/deal-context.tsx";
import type { WhatIf } from "../deal/what-if.ts";
import { useWords } from "../words/words.tsx";
import { Differences } from "./differences.tsx";
import { PartyAssumptions } from "./party-assumptions.tsx";
import { TermAssumptions } from "./term-assumptions.tsx";
import "./what-if.css";

/** Changes the assumptions: from what they are now, since a slider may tell of several moves before the page is drawn. */
export type Assume = (change: (whatIf: WhatIf) => WhatIf) => void;

/** Assume otherwise, and the whole page follows. */
export function WhatIfPanel() {
  const { written, bench, act } = useDeal();
  const words = useWords();
  const latest = useRef(bench.whatIf);
  useEffect(() => {
    latest.current = bench.whatIf;
  }, [bench.whatIf]);
  const assume: Assume = useCallback(
    (change) => {
      latest.current = change(latest.current);
      const whatIf = latest.current;
      // the page may take longer than a slider's next move: the move comes first
      startTransition(() => act({ kind: "assume", whatIf }));
    },
    [act],
  );
  return (
    <div className="what-if">
      <h2>{words("what-if.title")}</h2>
      <p className="note">{words("what-if.about")}</p>
      <Differences whenNone="said" />
      {written.sheets.map((sheet) => (
        <PartyAssumptions key={sheet.party} sheet={sheet} assume={assume} />
      ))}
      <TermAssumptions assume={assume} />
    </div>
  );
}
