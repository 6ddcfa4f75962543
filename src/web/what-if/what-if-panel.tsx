import { useDeal } from "../deal/deal-context.tsx";
import { useWords } from "../words/words.tsx";
import { Differences } from "./differences.tsx";
import { PartyAssumptions } from "./party-assumptions.tsx";
import { TermAssumptions } from "./term-assumptions.tsx";
import { useAssume } from "./use-assume.ts";
import "./what-if.css";

/** Assume otherwise, and the whole page follows. */
export function WhatIfPanel() {
  const { written } = useDeal();
  const words = useWords();
  const assume = useAssume();
  return (
    <div className="what-if">
      <h2>{words("what-if.title")}</h2>
      <p className="note">{words("what-if.about")}</p>
      <Differences whenNone="said" assume={assume} />
      {written.sheets.map((sheet) => (
        <PartyAssumptions key={sheet.party} sheet={sheet} assume={assume} />
      ))}
      <TermAssumptions assume={assume} />
    </div>
  );
}
