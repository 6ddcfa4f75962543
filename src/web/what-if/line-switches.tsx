import { useId } from "react";
import { isInForce, isUndated, type PreferenceSheet, type RedLine } from "#model";
import { plainText } from "#report";
import { useDeal, useWhatIf } from "../deal/deal-context.tsx";
import { isEnforced, without } from "../deal/what-if.ts";
import { DocumentText } from "../parts/document-text.tsx";
import { ShowEvidence } from "../parts/value.tsx";
import { useWords } from "../words/words.tsx";
import { withLine } from "./assuming.ts";
import { Switch } from "./switch.tsx";
import type { Assume } from "./use-assume.ts";

type LineSwitchesProps = { readonly sheet: PreferenceSheet; readonly assume: Assume };

/** Each red line enforced or not; one that is not in force on the scenario's day cannot be. */
export function LineSwitches({ sheet, assume }: LineSwitchesProps) {
  const words = useWords();
  const { written } = useDeal();
  const whatIf = useWhatIf();
  const { party } = sheet;
  const { asOf, consent } = written.agenda;
  const enforced = sheet.redLines.filter((line) => {
    return consent.includes(party) && isInForce(line, asOf) && (whatIf.lines[party]?.[line.id] ?? isEnforced(line));
  });
  if (sheet.redLines.length === 0) return null;
  return (
    <details className="what-if-block">
      <summary>
        <h4>{words("what-if.lines")}</h4>{" "}
        <span className="soft">
          {words("what-if.lines.enforced", { count: enforced.length, of: sheet.redLines.length })}
        </span>
      </summary>
      {sheet.redLines.map((line) => (
        <LineSwitch key={line.id} line={line} sheet={sheet} assume={assume} />
      ))}
    </details>
  );
}

function LineSwitch({ line, sheet, assume }: LineSwitchesProps & { readonly line: RedLine }) {
  const words = useWords();
  const { names, written } = useDeal();
  const whatIf = useWhatIf();
  const id = useId();
  const { party } = sheet;
  const ref = { kind: "line", party, line: line.id } as const;
  const day = written.agenda.asOf;
  const asked = written.agenda.consent.includes(party);
  const inForce = isInForce(line, day);
  const on = whatIf.lines[party]?.[line.id] ?? isEnforced(line);
  const why = !asked ? words("what-if.line.notAsked") : inForce ? undefined : words("what-if.line.notInForce", { day });
  return (
    <div className="what-if-switch">
      <Switch
        name={words("what-if.line.enforce", { line: plainText(names.constraint(ref)) })}
        on={on && asked && inForce}
        describedBy={id}
        disabled={why !== undefined}
        onChange={(enforced) =>
          assume((whatIf) =>
            enforced === isEnforced(line)
              ? without(whatIf, { kind: "line", party, line: line.id })
              : withLine(whatIf, party, line.id, enforced),
          )
        }
      />
      <div id={id}>
        <ShowEvidence of={ref}>
          <DocumentText text={names.ownConstraint(ref)} />
        </ShowEvidence>{" "}
        <code className="soft">{line.id}</code> <span className="badge">{words(`what-if.line.${line.kind}`)}</span>{" "}
        <span className="badge">
          <Dates line={line} />
        </span>
        <div className="what-if-note soft">
          {words("what-if.line.refuses")} <DocumentText text={names.condition(line.when)} />
          {why ? <p>{why}</p> : null}
        </div>
      </div>
    </div>
  );
}

function Dates({ line }: { readonly line: RedLine }) {
  const words = useWords();
  const { from, until } = line;
  if (isUndated(line)) return words("what-if.line.undated");
  if (from !== undefined && until !== undefined) return words("what-if.line.fromUntil", { from, until });
  return from === undefined
    ? words("what-if.line.until", { until: until ?? "" })
    : words("what-if.line.from", { from });
}
