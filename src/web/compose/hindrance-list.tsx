import { useDeal } from "../deal/deal-context.tsx";
import { DocumentText } from "../parts/document-text.tsx";
import { PartyName } from "../parts/party-name.tsx";
import { ShowEvidence } from "../parts/value.tsx";
import { useWords } from "../words/words.tsx";
import type { Hindrance } from "./hindrances.ts";

/** What an option breaks, given what else is chosen, with the rule's reason or what the line refuses. */
export function HindranceList({ found }: { readonly found: readonly Hindrance[] }) {
  const { names } = useDeal();
  const words = useWords();
  if (found.length === 0) return null;
  return (
    <ul className="compose-hindrances">
      {found.map((one) =>
        one.kind === "rule" ? (
          <li key={`rule ${one.rule.id}`}>
            <span className="verdict verdict-no">{words("compose.rules", { count: 1 })}</span>{" "}
            <ShowEvidence of={{ kind: "rule", rule: one.rule.id }}>
              <code>{one.rule.id}</code>
            </ShowEvidence>{" "}
            <bdi>{one.rule.reason}</bdi>
          </li>
        ) : (
          <li key={`line ${one.party} ${one.line.id}`}>
            <span className="verdict verdict-no">{words("compose.reasons.line")}</span> <PartyName party={one.party} />{" "}
            <ShowEvidence of={{ kind: "line", party: one.party, line: one.line.id }}>
              <DocumentText text={names.ownConstraint({ kind: "line", party: one.party, line: one.line.id })} />
            </ShowEvidence>
            {": "}
            <DocumentText text={names.condition(one.line.when)} />
          </li>
        ),
      )}
    </ul>
  );
}
