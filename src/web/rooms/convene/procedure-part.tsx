import { useId } from "react";
import type { Agenda } from "#model";
import { levels, type Procedure, type SeatRole } from "#room";
import { useWords } from "../../words/words.tsx";
import { type Draft, decisionOf } from "./draft.ts";

type PartProps = { readonly agenda: Agenda; readonly draft: Draft; readonly onDraft: (draft: Draft) => void };

const decisions = ["unanimity", "consensus", "qualified majority"] as const;
const steps = ["adopt", "initial", "sign"] as const;
const convened = ["working group", "back channel", "caucus"] as const;
const mayAsk: readonly SeatRole[] = ["negotiator", "mediator", "chair", "convenor"];

/** By which rules: what adopts, at which level, who may convene. */
export function ProcedurePart({ agenda, draft, onDraft }: PartProps) {
  const words = useWords();
  const { procedure } = draft;
  const change = (part: Partial<Procedure>): void => onDraft({ ...draft, procedure: { ...procedure, ...part } });
  return (
    <section aria-labelledby="convene-rules">
      <h2 id="convene-rules">{words("convene.rules")}</h2>
      <p>{words("convene.rules.lead")}</p>
      <Decision agenda={agenda} decision={procedure.decision} onDecision={(decision) => change({ decision })} />
      <fieldset className="convene-part">
        <legend>{words("convene.rules.needs")}</legend>
        <div className="convene-needs">
          {steps.map((step) => (
            <label key={step}>
              <span>{words(`convene.rules.needs.${step}`)}</span>{" "}
              <select
                value={procedure.needs[step]}
                onChange={({ target }) => {
                  const level = levels.find((one) => one === target.value) ?? procedure.needs[step];
                  change({ needs: { ...procedure.needs, [step]: level } });
                }}
              >
                {levels.map((one) => (
                  <option key={one} value={one}>
                    {words(`convene.level.${one}`)}
                  </option>
                ))}
              </select>
            </label>
          ))}
        </div>
      </fieldset>
      <details className="convene-part">
        <summary>{words("convene.rules.who")}</summary>
        {convened.map((kind) => (
          <Roles
            key={kind}
            legend={words(`convene.rules.${kind}`)}
            chosen={procedure.mayConvene[kind]}
            onChosen={(roles) => change({ mayConvene: { ...procedure.mayConvene, [kind]: roles } })}
          />
        ))}
        <Roles
          legend={words("convene.rules.sealed")}
          note={words("convene.rules.sealed.what")}
          chosen={procedure.mayCallSealedYes ?? ["mediator", "chair"]}
          onChosen={(roles) => change({ mayCallSealedYes: roles })}
        />
      </details>
    </section>
  );
}

function Decision({
  agenda,
  decision,
  onDecision,
}: {
  readonly agenda: Agenda;
  readonly decision: Procedure["decision"];
  readonly onDecision: (decision: Procedure["decision"]) => void;
}) {
  const words = useWords();
  const id = useId();
  const parties = agenda.consent.map((party) => agenda.parties.find((one) => one.id === party)?.name ?? party);
  const said = {
    unanimity: words("convene.rules.unanimity", { parties: parties.join(", ") }),
    consensus: words("convene.rules.consensus"),
    "qualified majority": words("convene.rules.majority"),
  };
  return (
    <fieldset className="convene-part">
      <legend>{words("convene.rules.decision")}</legend>
      <div className="convene-radios">
        {decisions.map((kind) => (
          <label key={kind}>
            <input
              type="radio"
              name={id}
              checked={decision.kind === kind}
              onChange={() => onDecision(decisionOf(kind, agenda))}
            />{" "}
            {said[kind]}
          </label>
        ))}
      </div>
      {decision.kind === "consensus" ? (
        <p>
          <label>
            {words("convene.rules.hours")}{" "}
            <input
              type="number"
              min={1}
              max={8760}
              value={decision.hours}
              onChange={({ target }) => onDecision({ ...decision, hours: target.valueAsNumber || 0 })}
            />
          </label>
        </p>
      ) : null}
      {decision.kind === "qualified majority" ? (
        <>
          <p>
            <label>
              {words("convene.rules.atLeast", { count: parties.length })}{" "}
              <input
                type="number"
                min={1}
                max={parties.length}
                value={decision.atLeast}
                onChange={({ target }) => onDecision({ ...decision, atLeast: target.valueAsNumber || 0 })}
              />
            </label>
          </p>
          <fieldset>
            <legend>{words("convene.rules.vetoes")}</legend>
            <div className="convene-checks">
              {agenda.consent.map((party, at) => (
                <label key={party}>
                  <input
                    type="checkbox"
                    checked={decision.vetoes.includes(party)}
                    onChange={({ target }) =>
                      onDecision({
                        ...decision,
                        vetoes: agenda.consent.filter((one) =>
                          one === party ? target.checked : decision.vetoes.includes(one),
                        ),
                      })
                    }
                  />{" "}
                  <bdi>{parties[at]}</bdi>
                </label>
              ))}
            </div>
          </fieldset>
        </>
      ) : null}
    </fieldset>
  );
}

function Roles({
  legend,
  note,
  chosen,
  onChosen,
}: {
  readonly legend: string;
  readonly note?: string;
  readonly chosen: readonly SeatRole[];
  readonly onChosen: (roles: readonly SeatRole[]) => void;
}) {
  const words = useWords();
  return (
    <fieldset className="convene-part">
      <legend>{legend}</legend>
      {note ? <p className="note">{note}</p> : null}
      <div className="convene-checks">
        {mayAsk.map((role) => (
          <label key={role}>
            <input
              type="checkbox"
              checked={chosen.includes(role)}
              onChange={({ target }) =>
                onChosen(mayAsk.filter((one) => (one === role ? target.checked : chosen.includes(one))))
              }
            />{" "}
            {words(`convene.role.${role}`)}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
