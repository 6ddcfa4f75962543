import { useId, useMemo, useState } from "react";
import type { Issue, OptionId } from "#model";
import { signedPoints } from "#report";
import { PartyName } from "../parts/party-name.tsx";
import { ShowEvidence } from "../parts/value.tsx";
import { useWords } from "../words/words.tsx";
import { HindranceList } from "./hindrance-list.tsx";
import type { Hindrance } from "./hindrances.ts";
import { optionChanges } from "./issue-worth.ts";
import { NormNote } from "./norm-note.tsx";
import { quantityText } from "./quantity-text.ts";
import type { Composition } from "./use-composition.ts";

type OptionListProps = {
  readonly issue: Issue;
  readonly composition: Composition;
  readonly found: ReadonlyMap<OptionId, readonly Hindrance[]>;
  readonly choose: (option: OptionId) => void;
};

/** The options side by side: what each is, its figures, what it touches or breaks, and how every party would move. */
export function OptionList(props: OptionListProps) {
  const words = useWords();
  const [open, setOpen] = useState(false);
  return (
    <details className="compose-options" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>
        {words("compose.options")}
        <span className="unseen">: {props.issue.name}</span>
      </summary>
      {open ? <Options {...props} /> : null}
    </details>
  );
}

function Options({ issue, composition, found, choose }: OptionListProps) {
  const words = useWords();
  const id = useId();
  const { scenario, draft } = composition;
  const changes = useMemo(() => optionChanges(scenario, issue, draft.choices), [scenario, issue, draft.choices]);
  return (
    <fieldset>
      <legend className="unseen">{words("compose.options.of", { issue: issue.name })}</legend>
      {issue.note ? (
        <p className="note">
          <bdi>{issue.note}</bdi>
        </p>
      ) : null}
      {issue.options.map((option) => (
        <div key={option.id} className="compose-option">
          <label className="compose-radio">
            <input
              type="radio"
              name={id}
              value={option.id}
              checked={draft.choices[issue.id] === option.id}
              onChange={() => choose(option.id)}
            />
            <bdi>{option.name}</bdi>
          </label>
          {option.what ? (
            <p className="compose-what">
              <bdi>{option.what}</bdi>
            </p>
          ) : null}
          {option.quantities.length > 0 ? (
            <p className="compose-what">
              <ShowEvidence of={{ kind: "option", issue: issue.id, option: option.id }}>
                {option.quantities.map(quantityText).join("; ")}
              </ShowEvidence>
            </p>
          ) : null}
          {option.norm ? <NormNote norm={option.norm} /> : null}
          <HindranceList found={found.get(option.id) ?? []} />
          {changes.has(option.id) && draft.choices[issue.id] !== option.id ? (
            <ul className="compose-effects">
              {scenario.sheets.map(({ party, scale }) => {
                const change = changes.get(option.id)?.[party] ?? 0;
                return (
                  <li key={party} className={change === 0 ? "soft" : ""}>
                    <PartyName party={party} />{" "}
                    <data className="value" value={change}>
                      {change > 0 ? "↑ " : change < 0 ? "↓ " : ""}
                      {signedPoints(change, scale)}
                    </data>
                  </li>
                );
              })}
            </ul>
          ) : null}
        </div>
      ))}
    </fieldset>
  );
}
