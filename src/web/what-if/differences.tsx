import { useRef, useState } from "react";
import { plainText, points } from "#report";
import { useDeal, useWhatIf } from "../deal/deal-context.tsx";
import { asWritten, type Difference, differences, type WhatIf, without } from "../deal/what-if.ts";
import { useWords } from "../words/words.tsx";
import type { Assume } from "./use-assume.ts";
import { weightText } from "./weight-text.ts";
import "./differences.css";

type DifferencesProps = {
  readonly whenNone?: "absent" | "said";
  /** Where sliders may still have something to tell, resetting goes the same way as they do. */
  readonly assume?: Assume;
};

/**
 * What is assumed otherwise than the scenario says, each with its own way back. Stands above every answer that rests on
 * it; with nothing assumed it is absent, or says so.
 */
export function Differences({ whenNone = "absent", assume }: DifferencesProps) {
  const { written, act } = useDeal();
  const whatIf = useWhatIf();
  const words = useWords();
  const describe = useDifferenceWords();
  const heading = useRef<HTMLParagraphElement>(null);
  const [reset, setReset] = useState(0);
  const list = differences(written, whatIf);
  const back = (change: (whatIf: WhatIf) => WhatIf) => {
    if (assume) assume(change);
    else act({ kind: "assume", whatIf: change(whatIf) });
    setReset((before) => before + 1);
    heading.current?.focus(); // the button goes with its assumption
  };
  if (list.length === 0 && whenNone === "absent" && reset === 0) return null;
  const some = list.length > 0;
  const said = some ? words("what-if.differs", { count: list.length }) : words("what-if.same");
  // it may stand above the answer and in the panel at once
  const label = whenNone === "said" ? `${words("what-if.title")}: ${said}` : said;
  // one and the same element with and without differences, so that the focus stays when the last of them is reset
  return (
    <section className={some ? "differences" : whenNone === "said" ? "differences-none" : "unseen"} aria-label={label}>
      <div className="differences-head">
        <p ref={heading} tabIndex={-1} className="differences-count" role="status">
          {said}
        </p>
        {some ? (
          <button type="button" onClick={() => back(() => asWritten)}>
            {words("what-if.resetAll")}
          </button>
        ) : null}
      </div>
      <ul hidden={!some}>
        {list.map((one) => (
          <li key={one.id} data-difference={one.id}>
            <span>
              <bdi>{describe(one)}</bdi>
            </span>
            <button
              type="button"
              className="quiet"
              aria-label={words("what-if.reset.one", { what: describe(one) })}
              onClick={() => back((whatIf) => without(whatIf, one))}
            >
              {words("what-if.reset")}
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** A difference as a sentence. */
export function useDifferenceWords(): (one: Difference) => string {
  const { written, names } = useDeal();
  const words = useWords();
  const party = (id: string) => plainText(names.party(id));
  const term = (id: string) => written.agenda.terms.find((one) => one.id === id);
  const option = (of: string, id: string) => plainText(names.option(term(of)?.issue ?? "", id));
  return (one) => {
    switch (one.kind) {
      case "reservation": {
        const scale = names.scale(one.party);
        return words("what-if.difference.reservation", {
          party: party(one.party),
          from: points(one.from, scale),
          to: points(one.to, scale),
        });
      }
      case "weight":
        return words("what-if.difference.weight", {
          party: party(one.party),
          issue: plainText(names.issue(one.issue)),
          from: weightText(one.from),
          to: weightText(one.to),
        });
      case "line":
        return words(one.to ? "what-if.difference.line.on" : "what-if.difference.line.off", {
          party: party(one.party),
          line: plainText(names.ownConstraint({ kind: "line", party: one.party, line: one.line })),
        });
      case "floor":
        return words("what-if.difference.floor", {
          party: party(one.party),
          floor: plainText(names.ownConstraint({ kind: "floor", party: one.party, floor: one.floor })),
        });
      case "reading": {
        const values = {
          party: party(one.party),
          term: term(one.term)?.wording ?? one.term,
          to: option(one.term, one.to),
        };
        return one.from === undefined
          ? words("what-if.difference.reading", values)
          : words("what-if.difference.reading.from", { ...values, from: option(one.term, one.from) });
      }
      case "settled":
        return words("what-if.difference.settled", {
          term: term(one.term)?.wording ?? one.term,
          to: option(one.term, one.to),
        });
    }
  };
}
