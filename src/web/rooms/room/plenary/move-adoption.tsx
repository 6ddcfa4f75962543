import { useState } from "react";
import type { Choices } from "#model";
import type { ChannelState, ClosedSet } from "#room";
import { foreseenRefusal, moveAdoption } from "#seat";
import { useWords } from "../../../words/words.tsx";
import { FillFrom } from "../compose/fill-from.tsx";
import { useHall, useMe, useRoom } from "../live/live-room.tsx";
import { RefusalText, Refused } from "../live/refused.tsx";
import { useDraft } from "../live/use-draft.ts";
import { usePapers } from "../live/use-papers.ts";
import { useSending } from "../live/use-sending.ts";
import { MyWorth } from "../table/my-worth.tsx";
import { worthOf } from "../table/worth.ts";
import { HostSees } from "../talk/host-sees.tsx";
import { OfferLinks } from "../whole/offer-name.tsx";
import { useWholeOf } from "../whole/use-whole.tsx";

const nothing: ClosedSet = { offers: [], choices: {}, complete: false, open: [], breaks: [] };

/** Moves adoption of a whole settlement: a closed set that everybody here sees, and the plenary's own issues. */
export function MoveAdoption({ channel }: { readonly channel: ChannelState }) {
  const { agenda, names, session } = useRoom();
  const words = useWords();
  const hall = useHall();
  const me = useMe();
  const papers = usePapers();
  const { composition } = useWholeOf(channel);
  const [chosen, setChosen] = useState(0);
  const [own, setOwn] = useDraft<Choices>(`adoption.${channel.plan.id}`, {});
  const { sending, send } = useSending();
  const sets = composition.closedSets;
  const set = sets[chosen] ?? sets[0] ?? nothing;
  const rest = agenda.issues.filter(({ id }) => set.choices[id] === undefined);
  const settlement: Choices = { ...own, ...set.choices };
  const isWhole = agenda.issues.every(({ id }) => settlement[id] !== undefined);
  const mover = foreseenRefusal(session, channel.plan.id, {
    kind: "move adoption",
    motion: "0".repeat(32),
    settlement,
    closes: set.offers,
  });
  if (hall.ended || mover?.rule === "R9.2" || mover?.rule === "R3.14")
    return <p className="note">{words("room-moves.ladder.none")}</p>;
  const left = rest.filter(({ id }) => own[id] === undefined).length;
  const question = { agenda, papers, at: session.now(), level: me.level, settled: {} };
  return (
    <details className="room-move">
      <summary>{words("room-moves.move")}</summary>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void send(() => moveAdoption(session, settlement, set.offers));
        }}
      >
        <HostSees kind="plenary" />
        {sets.length > 1 ? (
          <p className="row">
            <label>
              {words("room-moves.move.set")}{" "}
              <select value={chosen} onChange={(event) => setChosen(Number(event.target.value))}>
                {sets.map((one, at) => (
                  <option key={one.offers.map(({ channel: c, offer }) => `${c}${offer}`).join()} value={at}>
                    {words("room-moves.whole.set", {
                      number: at + 1,
                      offers: one.offers.length,
                      issues: Object.keys(one.choices).length,
                    })}
                  </option>
                ))}
              </select>
            </label>
          </p>
        ) : null}
        <p>
          {set.offers.length === 0 ? (
            words("room-moves.move.closes-none")
          ) : (
            <>
              {words("room-moves.move.closes")} <OfferLinks of={set.offers} />
            </>
          )}
        </p>
        {Object.keys(set.choices).length > 0 ? (
          <details>
            <summary>{words("room-moves.move.settled", { count: Object.keys(set.choices).length })}</summary>
            <dl className="room-choices">
              {Object.entries(set.choices).map(([issue, option]) => (
                <div key={issue}>
                  <dt>{names.issue(issue)}</dt>
                  <dd>{names.option(issue, option)}</dd>
                </div>
              ))}
            </dl>
          </details>
        ) : null}
        {rest.length > 0 ? <FillFrom issues={rest} fill={(choices) => setOwn({ ...own, ...choices })} /> : null}
        {rest.length > 0 ? (
          <fieldset className="room-issues">
            <legend>{words("room-moves.move.own", { count: rest.length, left })}</legend>
            {rest.map((issue) => (
              <div key={issue.id} className="room-issue">
                <label htmlFor={`move-${issue.id}`}>
                  <bdi>{issue.name}</bdi>
                </label>
                <select
                  id={`move-${issue.id}`}
                  value={own[issue.id] ?? ""}
                  onChange={({ target }) => {
                    const { [issue.id]: _, ...others } = own;
                    setOwn(target.value === "" ? others : { ...others, [issue.id]: target.value });
                  }}
                >
                  <option value="">{words("room-moves.compose.open")}</option>
                  {issue.options.map((option) => (
                    <option key={option.id} value={option.id}>
                      {option.name}
                    </option>
                  ))}
                </select>
              </div>
            ))}
          </fieldset>
        ) : null}
        <MyWorth worth={worthOf(question, settlement)} />
        {isWhole && mover ? <RefusalText {...mover} /> : null}
        <p className="row">
          <button
            type="submit"
            className="primary"
            disabled={!isWhole || mover !== undefined || sending.kind === "sending"}
          >
            {words("room-moves.move.do")}
          </button>
          {left > 0 ? <span className="note">{words("room-moves.move.left", { left })}</span> : null}
        </p>
        <Refused sending={sending} />
      </form>
    </details>
  );
}
