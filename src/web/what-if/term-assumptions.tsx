import { useId } from "react";
import { FormattedMessage } from "react-intl";
import type { Term } from "#model";
import { useDeal, useWhatIf } from "../deal/deal-context.tsx";
import { without } from "../deal/what-if.ts";
import { DocumentText } from "../parts/document-text.tsx";
import { ShowEvidence } from "../parts/value.tsx";
import { useWords } from "../words/words.tsx";
import { withReading, withSettled } from "./assuming.ts";
import type { Assume } from "./use-assume.ts";

/** Wordings that parties read differently: who reads what, and what follows if all take it in one reading. */
export function TermAssumptions({ assume }: { readonly assume: Assume }) {
  const { written } = useDeal();
  const words = useWords();
  if (written.agenda.terms.length === 0) return null;
  return (
    <section className="what-if-terms">
      <h3>{words("what-if.terms")}</h3>
      {written.agenda.terms.map((term) => (
        <TermReadings key={term.id} term={term} assume={assume} />
      ))}
    </section>
  );
}

function TermReadings({ term, assume }: { readonly term: Term; readonly assume: Assume }) {
  const { written, names } = useDeal();
  const whatIf = useWhatIf();
  const words = useWords();
  const id = useId();
  const options = written.agenda.issues.find((issue) => issue.id === term.issue)?.options ?? [];
  const readers = written.agenda.parties.filter(
    (party) => term.readings[party.id] !== undefined || written.sheets.some((sheet) => sheet.party === party.id),
  );
  return (
    <fieldset className="what-if-term">
      <legend>
        <ShowEvidence of={{ kind: "term", term: term.id }}>
          “<bdi>{term.wording}</bdi>”
        </ShowEvidence>
      </legend>
      <p className="what-if-note soft">
        <FormattedMessage id="what-if.term.issue" values={{ issue: <DocumentText text={names.issue(term.issue)} /> }} />
      </p>
      {readers.map((party) => {
        const declared = term.readings[party.id];
        return (
          <div key={party.id} className="what-if-reading">
            <label htmlFor={`${id}${party.id}`}>{words("what-if.term.reads", { party: party.name })}</label>
            <select
              id={`${id}${party.id}`}
              value={whatIf.readings[term.id]?.[party.id] ?? declared ?? ""}
              onChange={({ target: { value } }) =>
                assume((whatIf) =>
                  value === (declared ?? "")
                    ? without(whatIf, { kind: "reading", term: term.id, party: party.id })
                    : withReading(whatIf, term.id, party.id, value),
                )
              }
            >
              {declared === undefined ? <option value="">{words("what-if.term.none")}</option> : null}
              {options.map((option) => (
                <option key={option.id} value={option.id}>
                  {option.name}
                </option>
              ))}
            </select>
          </div>
        );
      })}
      <div className="what-if-reading">
        <label htmlFor={id}>{words("what-if.term.settle")}</label>
        <select
          id={id}
          value={whatIf.settled[term.id] ?? ""}
          onChange={({ target: { value } }) =>
            assume((whatIf) =>
              value === "" ? without(whatIf, { kind: "settled", term: term.id }) : withSettled(whatIf, term.id, value),
            )
          }
        >
          <option value="">{words("what-if.term.unsettled")}</option>
          {options.map((option) => (
            <option key={option.id} value={option.id}>
              {option.name}
            </option>
          ))}
        </select>
      </div>
    </fieldset>
  );
}
