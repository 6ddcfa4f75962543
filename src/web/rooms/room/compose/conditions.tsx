import { useId, useState } from "react";
import { type ChannelState, issuesOf, type Offer, type StreamId } from "#room";
import { useWords } from "../../../words/words.tsx";
import { useRoom } from "../live/live-room.tsx";
import { ConditionText } from "../table/condition-list.tsx";
import { useWholeOf } from "../whole/use-whole.tsx";
import { conditionsToTake, type DraftOffer, withCondition } from "./offer-draft.ts";

type ConditionsProps = {
  readonly channel: ChannelState;
  readonly draft: DraftOffer;
  readonly change: (draft: DraftOffer) => void;
  /** The offer that this one is laid beside. */
  readonly base: Offer | undefined;
};

/** "Provided that that group agrees this": conditions on channels that everybody here sees. */
export function Conditions({ channel, draft, change, base }: ConditionsProps) {
  const { agenda } = useRoom();
  const words = useWords();
  const id = useId();
  const { channels } = useWholeOf(channel);
  const others = channels.filter(({ plan, closed }) => plan.id !== channel.plan.id && !closed);
  const [stream, setStream] = useState<StreamId>("");
  const [issueId, setIssue] = useState("");
  const plan = others.find((one) => one.plan.id === stream)?.plan;
  const issues = plan ? issuesOf(agenda, plan).filter(({ id: one }) => draft.choices[one] === undefined) : [];
  const issue = issues.find((one) => one.id === issueId);
  const named = draft.conditions.find((one) => one.channel === stream && one.issue === issueId)?.options ?? [];
  const theirs = base ? conditionsToTake(draft, base) : [];
  if (others.length === 0 && draft.conditions.length === 0 && theirs.length === 0) return null;
  return (
    <fieldset className="room-condition-picker">
      <legend>{words("room-moves.compose.conditions")}</legend>
      {draft.conditions.length > 0 ? (
        <ul>
          {draft.conditions.map((condition) => (
            <li key={`${condition.channel} ${condition.issue}`}>
              <ConditionText condition={condition} />{" "}
              <button
                type="button"
                className="quiet"
                onClick={() => change(withCondition(draft, { ...condition, options: [] }))}
              >
                {words("room-moves.compose.condition.remove")}
              </button>
            </li>
          ))}
        </ul>
      ) : (
        <p className="note">{words("room-moves.compose.conditions.none")}</p>
      )}
      {base && theirs.length > 0 ? (
        <>
          <p className="note">
            {words("room-moves.compose.conditions.theirs", { kind: base.kind, number: base.number })}
          </p>
          <ul>
            {theirs.map(({ condition, isDecidedHere }) => (
              <li key={`${condition.channel} ${condition.issue}`}>
                <ConditionText condition={condition} />{" "}
                {isDecidedHere ? (
                  <span className="note">{words("room-moves.compose.condition.decided")}</span>
                ) : (
                  <button type="button" className="quiet" onClick={() => change(withCondition(draft, condition))}>
                    {words("room-moves.compose.condition.take")}
                  </button>
                )}
              </li>
            ))}
          </ul>
        </>
      ) : null}
      <div className="row">
        <label>
          {words("room-moves.compose.condition.channel")}
          <select
            value={stream}
            onChange={(event) => {
              setStream(event.target.value);
              setIssue("");
            }}
          >
            <option value="">{words("room-moves.compose.condition.choose")}</option>
            {others.map(({ plan: { id: one, name } }) => (
              <option key={one} value={one}>
                {name}
              </option>
            ))}
          </select>
        </label>
        {plan ? (
          <label>
            {words("room-moves.compose.condition.issue")}
            <select value={issueId} onChange={(event) => setIssue(event.target.value)}>
              <option value="">{words("room-moves.compose.condition.choose")}</option>
              {issues.map((one) => (
                <option key={one.id} value={one.id}>
                  {one.name}
                </option>
              ))}
            </select>
          </label>
        ) : null}
      </div>
      {issue ? (
        <fieldset className="room-condition-options">
          <legend>{words("room-moves.compose.condition.options", { issue: issue.name })}</legend>
          {issue.options.map((option) => (
            <label key={option.id} htmlFor={`${id}-${option.id}`}>
              <input
                type="checkbox"
                id={`${id}-${option.id}`}
                checked={named.includes(option.id)}
                onChange={(event) => {
                  const options = issue.options.flatMap(({ id: one }) => {
                    const isNamed = one === option.id ? event.target.checked : named.includes(one);
                    return isNamed ? [one] : [];
                  });
                  change(withCondition(draft, { channel: stream, issue: issue.id, options }));
                }}
              />{" "}
              <bdi>{option.name}</bdi>
            </label>
          ))}
        </fieldset>
      ) : null}
    </fieldset>
  );
}
