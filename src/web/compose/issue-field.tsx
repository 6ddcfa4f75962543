import { memo, useId, useMemo, useRef } from "react";
import type { Issue } from "#model";
import { plainText } from "#report";
import { useDeal } from "../deal/deal-context.tsx";
import { withChoice, withLock } from "../deal/draft.ts";
import { DocumentText } from "../parts/document-text.tsx";
import { Value } from "../parts/value.tsx";
import { useWords } from "../words/words.tsx";
import { HindranceList } from "./hindrance-list.tsx";
import { type Hindrance, hindrances } from "./hindrances.ts";
import { LockMark } from "./lock-mark.tsx";
import { NormNote } from "./norm-note.tsx";
import { OptionList } from "./option-list.tsx";
import type { Composition } from "./use-composition.ts";

export type Cost = { readonly party: string; readonly points: number; readonly largest: number };

type IssueFieldProps = { readonly issue: Issue; readonly composition: Composition; readonly cost?: Cost };

/** One issue: what is chosen, whether it stays, what it costs, and what each option would break. */
export const IssueField = memo(function IssueField({ issue, composition, cost }: IssueFieldProps) {
  const { act, names } = useDeal();
  const words = useWords();
  const id = useId();
  const field = useRef<HTMLSelectElement>(null);
  const { draft, base, inForce } = composition;
  const chosen = draft.choices[issue.id];
  const found = useMemo(() => hindrances(issue, draft.choices, inForce), [issue, draft.choices, inForce]);
  const option = issue.options.find((one) => one.id === chosen);
  const began = base?.choices[issue.id];
  const changed = base !== undefined && began !== chosen;
  const locked = draft.locks.includes(issue.id);
  const choose = (value: string | undefined) => act({ kind: "compose", draft: withChoice(draft, issue.id, value) });
  const marks = (option: Issue["options"][number]) => [
    ...(found.get(option.id) ?? []).map((one) => hindranceText(one)),
    ...(option.norm ? [words("compose.option.norm")] : []),
  ];
  const hindranceText = (one: Hindrance) =>
    one.kind === "rule"
      ? words("compose.option.rule", { rule: one.rule.id })
      : words("compose.option.line", {
          line: plainText(names.constraint({ kind: "line", party: one.party, line: one.line.id })),
        });
  return (
    <div className="compose-issue" data-issue={issue.id} data-changed={changed}>
      <div className="compose-issue-head">
        <label htmlFor={id}>
          <bdi>{issue.name}</bdi>
        </label>
        {changed ? <span className="compose-mark">{words("compose.changed")}</span> : null}
      </div>
      <div className="compose-choice">
        <select id={id} ref={field} value={chosen ?? ""} onChange={(event) => choose(event.target.value || undefined)}>
          <option value="">{words("compose.option.open")}</option>
          {issue.options.map((one) => (
            <option key={one.id} value={one.id}>
              {[one.name, ...marks(one)].join(" — ")}
            </option>
          ))}
        </select>
        <button
          type="button"
          className="compose-lock"
          aria-pressed={locked}
          aria-label={words("compose.lock", { issue: issue.name })}
          title={words("compose.lock", { issue: issue.name })}
          onClick={() => act({ kind: "compose", draft: withLock(draft, issue.id, !locked) })}
        >
          <LockMark closed={locked} />
        </button>
      </div>
      {cost && chosen !== undefined ? <CostBar cost={cost} issue={issue} option={chosen} /> : null}
      <HindranceList found={found.get(chosen ?? "") ?? []} />
      {option?.norm ? <NormNote norm={option.norm} /> : null}
      <div className="compose-issue-foot">
        {changed ? (
          <button
            type="button"
            className="quiet"
            onClick={() => {
              choose(began);
              field.current?.focus(); // this button goes with the change
            }}
          >
            {began === undefined
              ? words("compose.reset.open")
              : words("compose.reset", { option: plainText(names.option(issue.id, began)) })}
          </button>
        ) : null}
        <OptionList issue={issue} composition={composition} found={found} choose={choose} />
      </div>
    </div>
  );
});

function CostBar({ cost, issue, option }: { readonly cost: Cost; readonly issue: Issue; readonly option: string }) {
  const { names } = useDeal();
  const { party, points, largest } = cost;
  return (
    <div className="compose-cost">
      <span className="unseen">
        <DocumentText text={names.party(party)} />
      </span>
      <span className="compose-cost-track" aria-hidden="true">
        <span style={{ inlineSize: `${(100 * Math.max(0, points)) / largest}%` }} />
      </span>
      <Value
        value={points > 0 ? -points : 0}
        scale={names.scale(party)}
        evidence={{ kind: "value", party, issue: issue.id, option }}
      />
    </div>
  );
}
