import { memo, useId, useMemo } from "react";
import type { Choices, Issue, OptionId } from "#model";
import { signedPoints } from "#report";
import { quantityText } from "../../../compose/quantity-text.ts";
import { useWords } from "../../../words/words.tsx";
import { useRoom } from "../live/live-room.tsx";
import { type WorthQuestion, worthOf } from "../table/worth.ts";

type IssueChoiceProps = {
  readonly issue: Issue;
  readonly chosen: OptionId | undefined;
  /** In the offer that this one is laid beside. */
  readonly before: OptionId | undefined;
  readonly settled: OptionId | undefined;
  readonly choices: Choices;
  readonly worth: WorthQuestion;
  readonly choose: (option: OptionId | undefined) => void;
};

/** One issue of an offer in the making: what may be chosen, what the other side chose, and what each would be worth to me. */
export const IssueChoice = memo(function IssueChoice(props: IssueChoiceProps) {
  const { issue, chosen, before, settled, choose } = props;
  const { names } = useRoom();
  const words = useWords();
  const id = useId();
  const option = issue.options.find((one) => one.id === chosen);
  const isChanged = before !== undefined && chosen !== undefined && before !== chosen;
  return (
    <div className="room-issue" data-changed={isChanged}>
      <label htmlFor={id}>
        <bdi>{issue.name}</bdi>
      </label>
      <select id={id} value={chosen ?? ""} onChange={(event) => choose(event.target.value || undefined)}>
        <option value="">{words("room-moves.compose.open")}</option>
        {issue.options.map((one) => (
          <option key={one.id} value={one.id}>
            {one.name}
          </option>
        ))}
      </select>
      {before !== undefined && before !== chosen ? (
        <button type="button" className="quiet room-take" onClick={() => choose(before)}>
          {words("room-moves.compose.theirs", { option: names.option(issue.id, before) })}
        </button>
      ) : null}
      {settled !== undefined && settled !== before && settled !== chosen ? (
        <span className="note">{words("room-moves.compose.settled", { option: names.option(issue.id, settled) })}</span>
      ) : null}
      {option?.norm ? <p className="room-norm note">{option.norm.text}</p> : null}
      <Options {...props} />
    </div>
  );
});

/** The options side by side, folded away. */
function Options({ issue, chosen, choices, worth, choose }: IssueChoiceProps) {
  const words = useWords();
  return (
    <details className="room-options">
      <summary>
        {words("room-moves.compose.options")}
        <span className="unseen">: {issue.name}</span>
      </summary>
      <ul>
        {issue.options.map((option) => (
          <li key={option.id}>
            <button type="button" aria-pressed={option.id === chosen} onClick={() => choose(option.id)}>
              <bdi>{option.name}</bdi>
            </button>
            <OptionWorth issue={issue} option={option.id} chosen={chosen} choices={choices} worth={worth} />
            {option.what || option.quantities.length > 0 ? (
              <p className="note">{[option.what, ...option.quantities.map(quantityText)].filter(Boolean).join("; ")}</p>
            ) : null}
          </li>
        ))}
      </ul>
    </details>
  );
}

type OptionWorthProps = Pick<IssueChoiceProps, "issue" | "chosen" | "choices" | "worth"> & {
  readonly option: OptionId;
};

/** How my own value would move from what is chosen now. */
function OptionWorth({ issue, option, chosen, choices, worth }: OptionWorthProps) {
  const words = useWords();
  const { papers, agenda, at, level, settled } = worth;
  const found = useMemo(
    () => worthOf({ papers, agenda, at, level, settled }, { ...choices, [issue.id]: option }, choices),
    [papers, agenda, at, level, settled, choices, issue.id, option],
  );
  if (!found?.change || option === chosen) return null;
  const { least, most } = found.change;
  const shown = least === most ? [least] : [Math.min(least, most), Math.max(least, most)];
  return (
    <span className="room-option-worth">
      {shown.map((value) => signedPoints(value, found.scale)).join(` ${words("room.worth.to")} `)}
    </span>
  );
}
