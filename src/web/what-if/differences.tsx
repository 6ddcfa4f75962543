import { type RefObject, useRef, useState } from "react";
import { plainText, points } from "#report";
import { useDeal } from "../deal/deal-context.tsx";
import { asWritten, type Difference, differences, without } from "../deal/what-if.ts";
import { useWords } from "../words/words.tsx";
import { weightText } from "./weight-text.ts";
import "./differences.css";

/**
 * What is assumed otherwise than the scenario says, each with its own way back. Stands above every answer that rests on
 * it; with nothing assumed it is absent, or says so.
 */
export function Differences({ whenNone = "absent" }: { readonly whenNone?: "absent" | "said" }) {
  const { written, bench, act } = useDeal();
  const words = useWords();
  const describe = useDifferenceWords();
  const heading = useRef<HTMLParagraphElement>(null);
  const [reset, setReset] = useState(0);
  const list = differences(written, bench.whatIf);
  const back = (whatIf: typeof bench.whatIf) => {
    act({ kind: "assume", whatIf });
    setReset((before) => before + 1);
    heading.current?.focus(); // the button goes with its assumption
  };
  if (list.length === 0 && whenNone === "absent" && reset === 0) return null;
  if (list.length === 0)
    return (
      <Heading field={heading} className={whenNone === "said" ? "soft" : "unseen"}>
        {words("what-if.same")}
      </Heading>
    );
  return (
    <section className="differences" aria-label={words("what-if.differs", { count: list.length })}>
      <div className="differences-head">
        <Heading field={heading} className="differences-count">
          {words("what-if.differs", { count: list.length })}
        </Heading>
        <button type="button" onClick={() => back(asWritten)}>
          {words("what-if.resetAll")}
        </button>
      </div>
      <ul>
        {list.map((one) => (
          <li key={one.id} data-difference={one.id}>
            <span>
              <bdi>{describe(one)}</bdi>
            </span>
            <button
              type="button"
              className="quiet"
              aria-label={words("what-if.reset.one", { what: describe(one) })}
              onClick={() => back(without(bench.whatIf, one))}
            >
              {words("what-if.reset")}
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Heading({
  field,
  className,
  children,
}: {
  readonly field: RefObject<HTMLParagraphElement | null>;
  readonly className: string;
  readonly children: string;
}) {
  return (
    <p ref={field} tabIndex={-1} className={className} role="status">
      {children}
    </p>
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
          line: one.line,
        });
      case "floor":
        return words("what-if.difference.floor", { party: party(one.party), floor: one.floor });
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
