import { useId } from "react";
import { FormattedMessage } from "react-intl";
import type { PreferenceSheet } from "#model";
import { plainText } from "#report";
import { useDeal, useWhatIf } from "../deal/deal-context.tsx";
import { without } from "../deal/what-if.ts";
import { DocumentText } from "../parts/document-text.tsx";
import { ShowEvidence, Value } from "../parts/value.tsx";
import { useWords } from "../words/words.tsx";
import { withFloor } from "./assuming.ts";
import { Switch } from "./switch.tsx";
import type { Assume } from "./use-assume.ts";

/** Each floor of a commitment asked for, or not. */
export function FloorSwitches({ sheet, assume }: { readonly sheet: PreferenceSheet; readonly assume: Assume }) {
  const words = useWords();
  const { names, written } = useDeal();
  const whatIf = useWhatIf();
  const id = useId();
  const { party, floors } = sheet;
  const judged = written.agenda.consent.includes(party);
  const asked = floors.filter(({ id: floor }) => judged && (whatIf.floors[party]?.[floor] ?? true));
  if (floors.length === 0) return null;
  return (
    <details className="what-if-block">
      <summary>
        <h4>{words("what-if.floors")}</h4>{" "}
        <span className="soft">{words("what-if.floors.asked", { count: asked.length, of: floors.length })}</span>
      </summary>
      {floors.map((floor) => (
        <div key={floor.id} className="what-if-switch">
          <Switch
            name={words("what-if.floor.ask", {
              floor: plainText(names.constraint({ kind: "floor", party, floor: floor.id })),
            })}
            on={judged && (whatIf.floors[party]?.[floor.id] ?? true)}
            disabled={!judged}
            describedBy={`${id}${floor.id}`}
            onChange={(asked) =>
              assume((whatIf) =>
                asked
                  ? without(whatIf, { kind: "floor", party, floor: floor.id })
                  : withFloor(whatIf, party, floor.id, false),
              )
            }
          />
          <div id={`${id}${floor.id}`}>
            <ShowEvidence of={{ kind: "floor", party, floor: floor.id }}>
              <DocumentText text={names.ownConstraint({ kind: "floor", party, floor: floor.id })} />
            </ShowEvidence>{" "}
            <code className="soft">{floor.id}</code>
            <div className="what-if-note soft">
              <FormattedMessage
                id="what-if.floor.text"
                values={{
                  issue: <DocumentText text={names.issue(floor.issue)} />,
                  min: <Value value={floor.min} />,
                  options: <DocumentText text={names.options(floor.issue, floor.commitments, "or")} />,
                }}
              />
              {judged ? null : <p>{words("what-if.line.notAsked")}</p>}
            </div>
          </div>
        </div>
      ))}
    </details>
  );
}
