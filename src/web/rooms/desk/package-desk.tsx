import { useId, useState } from "react";
import type { Choices } from "#model";
import { type ChannelState, type Command, issuesOf } from "#room";
import { callSealedYes, foreseenRefusal, tableFreely } from "#seat";
import { useWords } from "../../words/words.tsx";
import { useChannels, useRoom } from "../room/live/live-room.tsx";
import { Refused } from "../room/live/refused.tsx";
import { useSending } from "../room/live/use-sending.ts";
import type { Draft } from "./desk-page.tsx";

/** Minutes that a sealed yes may be open for. */
const minutes = [10, 30, 60, 240, 1440, 4320] as const;

/** One package from the mediator's side, with two uses: tabled as a proposal, or asked about by a sealed yes. */
export function PackageDesk({ draft, change }: { readonly draft: Draft; readonly change: (draft: Draft) => void }) {
  const { agenda, names } = useRoom();
  const words = useWords();
  const id = useId();
  const channels = useChannels().filter(({ closed }) => !closed);
  const channel = channels.find(({ plan }) => plan.id === draft.channel) ?? channels[0];
  if (!channel) return <p className="note">{words("desk.package.none")}</p>;
  const issues = issuesOf(agenda, channel.plan);
  const fitting = Object.fromEntries(
    Object.entries(draft.choices).filter(([issue]) => issues.some((one) => one.id === issue)),
  );
  const elsewhere = Object.keys(draft.choices).filter((issue) => !(issue in fitting));
  const choose = (issue: string, option: string): void => {
    const { [issue]: _, ...others } = draft.choices;
    change({ ...draft, choices: option === "" ? others : { ...others, [issue]: option } });
  };
  const clusters = [...new Set(issues.map(({ cluster }) => cluster))];
  return (
    <div className="desk-package">
      <p className="row">
        <label htmlFor={`${id}-channel`}>{words("desk.package.channel")}</label>
        <select
          id={`${id}-channel`}
          value={channel.plan.id}
          onChange={(event) => change({ ...draft, channel: event.target.value })}
        >
          {channels.map(({ plan }) => (
            <option key={plan.id} value={plan.id}>
              {plan.name}
            </option>
          ))}
        </select>
        <button
          type="button"
          className="quiet"
          disabled={Object.keys(draft.choices).length === 0}
          onClick={() => change({ ...draft, choices: {} })}
        >
          {words("desk.package.clear")}
        </button>
      </p>
      {clusters.map((cluster) => (
        <fieldset key={cluster ?? "none"} className="desk-cluster">
          <legend>{agenda.clusters.find((one) => one.id === cluster)?.name ?? words("desk.cluster.none")}</legend>
          {issues
            .filter((issue) => issue.cluster === cluster)
            .map((issue) => (
              <p key={issue.id} className="desk-choice">
                <label htmlFor={`${id}-${issue.id}`}>
                  <bdi>{issue.name}</bdi>
                </label>
                <select
                  id={`${id}-${issue.id}`}
                  value={draft.choices[issue.id] ?? ""}
                  onChange={(event) => choose(issue.id, event.target.value)}
                >
                  <option value="">{words("desk.package.left-open")}</option>
                  {issue.options.map((option) => (
                    <option key={option.id} value={option.id}>
                      {option.name}
                    </option>
                  ))}
                </select>
              </p>
            ))}
        </fieldset>
      ))}
      {elsewhere.length === 0 ? null : (
        <p className="note">
          {words("desk.package.elsewhere")} {elsewhere.map(names.issue).join("; ")}
        </p>
      )}
      <Uses channel={channel} choices={fitting} />
    </div>
  );
}

function Uses({ channel, choices }: { readonly channel: ChannelState; readonly choices: Choices }) {
  const { session } = useRoom();
  const words = useWords();
  const id = useId();
  const [note, setNote] = useState("");
  const [openFor, setOpenFor] = useState<number>(60);
  const proposing = useSending();
  const asking = useSending();
  const { id: stream, kind } = channel.plan;
  const isEmpty = Object.keys(choices).length === 0;
  const until = (): string => new Date(Date.parse(session.now()) + openFor * 60_000).toISOString();
  const against = (command: Command): string | undefined =>
    isEmpty ? words("desk.package.empty") : foreseenRefusal(session, stream, command)?.message;
  const proposal = against({ kind: "table", as: "proposal", offer: "0".repeat(32), choices, conditions: [] });
  const call = against({ kind: "call sealed yes", call: "0".repeat(32), choices, until: until() });
  return (
    <div className="desk-uses">
      <form
        onSubmit={(event) => {
          event.preventDefault();
          const words = note.trim() === "" ? {} : { note: note.trim() };
          void proposing
            .send(() => tableFreely(session, stream, "proposal", { choices, ...words }))
            .then((outcome) => {
              if (outcome.kind === "done") setNote("");
            });
        }}
      >
        <h3>{words("desk.propose")}</h3>
        <p className="note">{words("desk.propose.what")}</p>
        <p>
          <label htmlFor={`${id}-note`}>{words("desk.propose.note")}</label>
          <textarea id={`${id}-note`} rows={2} value={note} onChange={(event) => setNote(event.target.value)} />
        </p>
        <p className="small soft">
          {words(kind === "plenary" || kind === "working group" ? "desk.host.public" : "desk.host.sealed")}
        </p>
        <button
          type="submit"
          className="primary"
          disabled={proposal !== undefined || proposing.sending.kind === "sending"}
        >
          {words("desk.propose.send")}
        </button>
        {proposal === undefined ? null : <p className="note">{proposal}</p>}
        <Refused sending={proposing.sending} />
        <p role="status">{proposing.sending.kind === "done" ? words("desk.propose.done") : ""}</p>
      </form>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void asking.send(() => callSealedYes(session, stream, choices, until()));
        }}
      >
        <h3>{words("desk.sealed")}</h3>
        <p className="note">{words("desk.sealed.what")}</p>
        <p className="small soft">{words("desk.sealed.trust")}</p>
        <p className="row">
          <label htmlFor={`${id}-until`}>{words("desk.sealed.until")}</label>
          <select id={`${id}-until`} value={openFor} onChange={(event) => setOpenFor(Number(event.target.value))}>
            {minutes.map((one) => (
              <option key={one} value={one}>
                {one < 60
                  ? words("desk.sealed.minutes", { count: one })
                  : words("desk.sealed.hours", { count: one / 60 })}
              </option>
            ))}
          </select>
        </p>
        <button type="submit" className="primary" disabled={call !== undefined || asking.sending.kind === "sending"}>
          {words("desk.sealed.send")}
        </button>
        {call === undefined ? null : <p className="note">{call}</p>}
        <Refused sending={asking.sending} />
        <p role="status">{asking.sending.kind === "done" ? words("desk.sealed.done") : ""}</p>
      </form>
    </div>
  );
}
