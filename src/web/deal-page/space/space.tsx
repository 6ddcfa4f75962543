import { useDeferredValue, useMemo, useState } from "react";
import { opposedPairs, reportContext } from "#report";
import { useDeal } from "../../deal/deal-context.tsx";
import { Printable } from "../../open/printing.tsx";
import { Unprinted } from "../../open/unprinted.tsx";
import { useWords } from "../../words/words.tsx";
import { SheetLinks, useKnownPreferences } from "../answer/missing-sheets.tsx";
import { judgedParties } from "../judged-parties.ts";
import { AllParties } from "./all-parties.tsx";
import { type Ranges, rowsWithin } from "./brush.ts";
import type { Pair } from "./pair-places.ts";
import { PairSection } from "./pair-section.tsx";
import { Selection } from "./selection.tsx";
import "./space.css";

/** The efficient settlements: for two parties, for all, and those that a reader selects. */
export function Space() {
  const words = useWords();
  const { scenario, answer: latest, stale, refining } = useDeal();
  const answer = useDeferredValue(latest);
  const { none, some, values } = useKnownPreferences();
  const parties = useMemo(() => judgedParties(scenario), [scenario]);
  const usual = useMemo((): Pair | undefined => {
    if (!answer) return undefined;
    const [first] = opposedPairs(reportContext(scenario, answer.analysis));
    if (first) return first;
    return parties.length >= 2 ? { across: parties[0]!.id, up: parties[1]!.id } : undefined;
  }, [scenario, answer, parties]);
  const [chosen, choose] = useState<Pair>();
  const pair = chosen && parties.some(({ id }) => id === chosen.across) ? chosen : usual;
  const [ranges, setRanges] = useState<Ranges>({});
  const deferred = useDeferredValue(ranges);
  const rows = useMemo(() => answer && rowsWithin(answer.frontier, deferred), [answer, deferred]);
  return (
    <section id="space" aria-labelledby="space-title" className="space">
      <div className="row">
        <h2 id="space-title">{words("frame.deal.space")}</h2>
        {stale && answer ? <strong className="answer-old">{words("deal.state.old")}</strong> : null}
      </div>
      <Printable finished={answer !== undefined && answer === latest && !stale && !refining} />
      {some ? <p className="note">{words("deal.sheets.some", values)}</p> : null}
      {none ? (
        <>
          <p className="note">{words("deal.sheets.none")}</p>
          <SheetLinks />
        </>
      ) : !answer || !rows ? (
        <>
          <Unprinted />
          <p className="note screen-only">{words("space.waiting")}</p>
        </>
      ) : !pair ? (
        <p className="note">{words("space.noPair")}</p>
      ) : (
        <>
          <PairSection
            answer={answer}
            parties={parties}
            pair={pair}
            onPair={choose}
            ranges={ranges}
            onRanges={setRanges}
            rows={rows}
          />
          {answer.frontier.count > 0 ? (
            <>
              <AllParties answer={answer} parties={parties} ranges={ranges} onRanges={setRanges} rows={rows} />
              <Selection answer={answer} parties={parties} ranges={ranges} onRanges={setRanges} rows={rows} />
            </>
          ) : null}
        </>
      )}
    </section>
  );
}
