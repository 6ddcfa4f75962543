import { useMemo } from "react";
import { type ChannelState, decidingDelegations, isAtLeast, type SealedYesCall } from "#room";
import { answerSealedYes } from "#seat";
import { useWords } from "../../../words/words.tsx";
import { OverrideForm } from "../delegation/override-form.tsx";
import { useBinding } from "../delegation/use-binding.ts";
import { useHall, useHostTime, useMe, useRoom } from "../live/live-room.tsx";
import { Moment } from "../live/moment.tsx";
import { useDraft } from "../live/use-draft.ts";
import { usePapers } from "../live/use-papers.ts";
import { DiffList } from "../table/diff-list.tsx";
import { MyWorth } from "../table/my-worth.tsx";
import { worthOf } from "../table/worth.ts";
import { settledBy, useWhole } from "../whole/use-whole.tsx";

/** The calls of a channel, the open one first: what is asked, and whether all said yes. Who said what stands nowhere. */
export function SealedYesCalls({ channel }: { readonly channel: ChannelState }) {
  const words = useWords();
  const calls = useMemo(() => [...channel.calls.values()].toReversed(), [channel.calls]);
  const open = calls.filter(({ allSaidYes }) => allSaidYes === undefined);
  const past = calls.filter(({ allSaidYes }) => allSaidYes !== undefined);
  if (calls.length === 0) return null;
  return (
    <section className="room-yes" aria-labelledby="room-yes-title">
      <h2 id="room-yes-title">{words("room-moves.yes")}</h2>
      {open.map((call) => (
        <OpenCall key={call.call} call={call} channel={channel} />
      ))}
      {past.length > 0 ? (
        <ul>
          {past.map((call) => (
            <li key={call.call}>
              <span className={`verdict verdict-${call.allSaidYes ? "yes" : "no"}`}>
                {words(call.allSaidYes ? "room-moves.yes.all" : "room-moves.yes.not-all")}
              </span>{" "}
              <Moment at={call.at} />
              <details>
                <summary>{words("room-moves.yes.package")}</summary>
                <DiffList choices={call.choices} />
              </details>
            </li>
          ))}
        </ul>
      ) : null}
    </section>
  );
}

function OpenCall({ call, channel }: { readonly call: SealedYesCall; readonly channel: ChannelState }) {
  const { agenda, session } = useRoom();
  const words = useWords();
  const me = useMe();
  const hall = useHall();
  const now = useHostTime();
  const papers = usePapers();
  const binding = useBinding();
  const { composition } = useWhole();
  // that an answer was given is remembered here alone, and not which
  const [given, setGiven] = useDraft(`answered.${call.call}`, false);
  const { plan } = channel;
  const deciding = decidingDelegations(agenda, hall, plan.members);
  const asked = me.role === "negotiator" && deciding.includes(me.delegation) && isAtLeast(me.level, plan.level);
  const question = { agenda, papers, at: session.now(), level: me.level, settled: settledBy(composition) };
  const left = Math.max(0, Math.round((Date.parse(call.until) - Date.parse(now)) / 1000));
  const outgoing = { channel: plan.id, choices: call.choices, conditions: [] };
  const answer = (says: "yes" | "no"): void => {
    const act =
      says === "no"
        ? binding.send(() => answerSealedYes(session, plan.id, call.call, "no"))
        : binding.bind(outgoing, (cleared) => answerSealedYes(session, plan.id, call.call, cleared));
    void act.then((outcome) => outcome?.kind === "done" && setGiven(true));
  };
  return (
    <div className="card room-open-call">
      <h3>{words("room-moves.yes.asked", { by: hall.seats.get(call.by)?.name ?? "" })}</h3>
      <p>
        {words("room-moves.yes.left", { minutes: Math.floor(left / 60), seconds: left % 60 })}{" "}
        <span className="soft">
          {words("room.offer.until")} <Moment at={call.until} />
        </span>
      </p>
      <DiffList choices={call.choices} />
      <p className="note">{words("room-moves.yes.explain")}</p>
      <p className="note">{words("room-moves.yes.trust")}</p>
      {asked ? (
        <>
          <MyWorth worth={worthOf(question, call.choices)} />
          {given ? <p role="status">{words("room-moves.yes.given")}</p> : null}
          <p className="row">
            <button type="button" disabled={left === 0} onClick={() => answer("yes")}>
              {words("room-moves.yes.yes")}
            </button>
            <button type="button" disabled={left === 0} onClick={() => answer("no")}>
              {words("room-moves.yes.no")}
            </button>
          </p>
          <OverrideForm
            binding={binding}
            done={(outcome) => {
              if (outcome?.kind === "done") setGiven(true);
            }}
          />
        </>
      ) : (
        <p className="note">{words("room-moves.yes.not-asked")}</p>
      )}
    </div>
  );
}
