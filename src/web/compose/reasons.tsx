import { FormattedMessage } from "react-intl";
import type { Refusal } from "#analysis";
import type { RedLine } from "#model";
import { points } from "#report";
import { useDeal } from "../deal/deal-context.tsx";
import { DocumentText } from "../parts/document-text.tsx";
import { PartyName } from "../parts/party-name.tsx";
import { ShowEvidence, Value } from "../parts/value.tsx";
import { useWords } from "../words/words.tsx";
import type { Standing } from "./draft-verdict.ts";
import type { Composition } from "./use-composition.ts";

/** Who refuses the draft and why, the rules it breaks, and the declared lines it crosses. */
export function Reasons({ composition }: { readonly composition: Composition }) {
  const words = useWords();
  const { verdict, scenario } = composition;
  const refusing = verdict.parties.filter(({ refusals }) => refusals.length > 0);
  const rules = scenario.agenda.rules.filter(({ id }) => verdict.rulesBroken.includes(id));
  const declared = verdict.declaredLinesCrossed;
  if (refusing.length + rules.length + declared.length === 0) return null;
  return (
    <section className="compose-reasons">
      {refusing.length > 0 ? <h3>{words("compose.reasons")}</h3> : null}
      {refusing.map((standing) => (
        <div key={standing.party}>
          <PartyName party={standing.party} />
          <ul>
            {standing.refusals.map((refusal) => (
              <li key={keyOf(refusal)}>
                <Reason refusal={refusal} standing={standing} composition={composition} />
              </li>
            ))}
          </ul>
        </div>
      ))}
      {rules.length > 0 ? (
        <>
          <h3>{words("compose.rules", { count: rules.length })}</h3>
          <ul>
            {rules.map(({ id, reason }) => (
              <li key={id}>
                <ShowEvidence of={{ kind: "rule", rule: id }}>
                  <code>{id}</code>
                </ShowEvidence>{" "}
                <bdi>{reason}</bdi>
              </li>
            ))}
          </ul>
        </>
      ) : null}
      {declared.length > 0 ? (
        <details>
          <summary>{words("compose.declared", { count: declared.length })}</summary>
          <ul>
            {declared.map(({ party, line }) => (
              <li key={`${party} ${line}`}>
                <PartyName party={party} />: <LineReason party={party} id={line} />
              </li>
            ))}
          </ul>
        </details>
      ) : null}
    </section>
  );
}

type ReasonProps = { readonly refusal: Refusal; readonly standing: Standing; readonly composition: Composition };

function Reason({ refusal, standing, composition }: ReasonProps) {
  const words = useWords();
  const { names } = useDeal();
  const { party, scale } = standing;
  const { choices, name } = composition.draft;
  switch (refusal.by) {
    case "value": {
      const short = points(refusal.shortfall, scale);
      if (standing.utility === undefined) return words("compose.reasons.short.atBest", { points: short });
      return (
        <ShowEvidence of={{ kind: "utility", party, choices, title: name || words("compose.title") }}>
          {words("compose.reasons.short", { points: short })}
        </ShowEvidence>
      );
    }
    case "line":
      return (
        <>
          <LineReason party={party} id={refusal.line} />
          {refusal.undated ? <span className="badge">{words("compose.reasons.undated")}</span> : null}
        </>
      );
    case "floor":
      return (
        <>
          <ShowEvidence of={{ kind: "floor", party, floor: refusal.floor }}>
            <DocumentText text={names.ownConstraint({ kind: "floor", party, floor: refusal.floor })} />
          </ShowEvidence>
          {": "}
          <DocumentText text={names.option(refusal.issue, refusal.option)} />
          {" — "}
          <FormattedMessage
            id="compose.reasons.floor"
            values={{ value: <Value value={refusal.value} />, min: <Value value={refusal.min} /> }}
          />
        </>
      );
  }
}

/** A red line by what it is about, with what it refuses. */
function LineReason({ party, id }: { readonly party: string; readonly id: string }) {
  const { names } = useDeal();
  const line: RedLine | undefined = names.sheet(party)?.redLines.find((one) => one.id === id);
  return (
    <>
      <ShowEvidence of={{ kind: "line", party, line: id }}>
        <DocumentText text={names.ownConstraint({ kind: "line", party, line: id })} />
      </ShowEvidence>
      {line ? (
        <>
          {": "}
          <DocumentText text={names.condition(line.when)} />
        </>
      ) : null}{" "}
    </>
  );
}

function keyOf(refusal: Refusal): string {
  return refusal.by === "value" ? "value" : refusal.by === "line" ? `line ${refusal.line}` : `floor ${refusal.floor}`;
}
