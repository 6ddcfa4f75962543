import { useState } from "react";
import type { ChannelState, Motion } from "#room";
import { foreseenRefusal, motionText, putName, reopenSettlement, vote } from "#seat";
import { Scroll } from "../../../parts/scroll.tsx";
import { useWords } from "../../../words/words.tsx";
import { OverrideForm } from "../delegation/override-form.tsx";
import { useBinding } from "../delegation/use-binding.ts";
import { DelegationMark } from "../live/delegation-mark.tsx";
import { useHall, useMe, useRoom } from "../live/live-room.tsx";
import { Moment } from "../live/moment.tsx";
import { RefusalText } from "../live/refused.tsx";
import { usePapers } from "../live/use-papers.ts";
import { MyWorth } from "../table/my-worth.tsx";
import { worthOf } from "../table/worth.ts";
import { HostSees } from "../talk/host-sees.tsx";
import { OfferLinks } from "../whole/offer-name.tsx";
import { ExactText } from "./exact-text.tsx";
import { Witnesses } from "./witnesses.tsx";

/** Which act comes next at each stage. */
const nextAct = { adopted: "initial", initialled: "sign", signed: "ratify" } as const;

/** One motion: the settlement, who said what of it, and what this seat may do next. */
export function MotionView({ motion, channel }: { readonly motion: Motion; readonly channel: ChannelState }) {
  const { agenda, names, session } = useRoom();
  const words = useWords();
  const hall = useHall();
  const me = useMe();
  const papers = usePapers();
  const question = { agenda, papers, at: session.now(), level: me.level, settled: {} };
  return (
    <article className="room-motion" data-stage={motion.stage} aria-label={words(`room-moves.stage.${motion.stage}`)}>
      <h3>{words(`room-moves.stage.${motion.stage}`)}</h3>
      <p className="note">
        {words("room-moves.motion.by", { by: hall.seats.get(motion.by)?.name ?? "" })} <Moment at={motion.at} />
      </p>
      <details open={motion.stage === "moved"}>
        <summary>{words("room-moves.motion.settlement", { count: agenda.issues.length })}</summary>
        <dl className="room-choices">
          {agenda.issues.map(({ id }) => (
            <div key={id}>
              <dt>{names.issue(id)}</dt>
              <dd>{names.option(id, motion.settlement[id] ?? "")}</dd>
            </div>
          ))}
        </dl>
      </details>
      {motion.closes.length > 0 ? (
        <p>
          {words("room-moves.move.closes")} <OfferLinks of={motion.closes} />
        </p>
      ) : null}
      <MyWorth worth={worthOf(question, motion.settlement)} />
      <Standing motion={motion} />
      <Acts motion={motion} channel={channel} />
      {motion.stage === "fell" || motion.stage === "moved" ? null : (
        <>
          <ExactText text={motionText(session, motion.motion)} digest={motion.digest} />
          <Witnesses channel={channel} />
        </>
      )}
    </article>
  );
}

/** Each party whose consent is needed, with its vote and each time that it put its name to the text. */
function Standing({ motion }: { readonly motion: Motion }) {
  const { agenda } = useRoom();
  const words = useWords();
  const { votes, initials, signatures, ratifications } = motion;
  const mark = (given: Readonly<Record<string, string>>, party: string) =>
    Object.hasOwn(given, party) ? <span className="verdict verdict-yes">{words("room-moves.motion.given")}</span> : "–";
  return (
    <Scroll label={words("room-moves.motion.standing")}>
      <table className="room-standing">
        <caption>{words("room-moves.motion.standing")}</caption>
        <thead>
          <tr>
            <th scope="col">{words("room-moves.motion.party")}</th>
            <th scope="col">{words("room-moves.motion.vote")}</th>
            <th scope="col">{words("room-moves.motion.initial")}</th>
            <th scope="col">{words("room-moves.motion.sign")}</th>
            <th scope="col">{words("room-moves.motion.ratify")}</th>
          </tr>
        </thead>
        <tbody>
          {agenda.consent.map((party) => (
            <tr key={party}>
              <th scope="row">
                <DelegationMark of={party} />
              </th>
              <td>{Object.hasOwn(votes, party) ? words(`room-moves.vote.${votes[party]!}`) : "–"}</td>
              <td>{mark(initials, party)}</td>
              <td>{mark(signatures, party)}</td>
              <td>{mark(ratifications, party)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Scroll>
  );
}

function Acts({ motion, channel }: { readonly motion: Motion; readonly channel: ChannelState }) {
  const { session } = useRoom();
  const words = useWords();
  const binding = useBinding();
  const [reopening, setReopening] = useState(false);
  const [reason, setReason] = useState("");
  const { id } = channel.plan;
  const outgoing = { channel: id, choices: motion.settlement, conditions: [] };
  const voting =
    motion.stage === "moved"
      ? foreseenRefusal(session, id, { kind: "vote", motion: motion.motion, says: "no" })
      : undefined;
  const act = motion.stage in nextAct ? nextAct[motion.stage as keyof typeof nextAct] : undefined; // its keys are stages
  const naming = act
    ? foreseenRefusal(session, id, {
        kind: act,
        motion: motion.motion,
        digest: motion.digest ?? "",
        signature: "0".repeat(128),
      })
    : undefined;
  const mayReopen =
    foreseenRefusal(session, id, { kind: "reopen settlement", motion: motion.motion, reason: "-" }) === undefined;
  return (
    <div className="room-actions">
      {motion.stage === "moved" ? (
        voting ? (
          <p className="note">
            <strong>{voting.rule}</strong> {voting.message}
          </p>
        ) : (
          <p className="row">
            <button
              type="button"
              className="primary"
              onClick={() => void binding.bind(outgoing, () => vote(session, motion.motion, "yes"))}
            >
              {words("room-moves.motion.yes")}
            </button>
            <button type="button" onClick={() => void binding.send(() => vote(session, motion.motion, "no"))}>
              {words("room-moves.motion.no")}
            </button>
            <button type="button" onClick={() => void binding.send(() => vote(session, motion.motion, "abstains"))}>
              {words("room-moves.motion.abstain")}
            </button>
          </p>
        )
      ) : null}
      {act ? (
        naming ? (
          naming.rule === "R9.16" ? null : (
            <RefusalText {...naming} />
          )
        ) : (
          <p className="row">
            <button
              type="button"
              className="primary"
              onClick={() => void binding.bind(outgoing, () => putName(session, act, motion.motion))}
            >
              {words(`room-moves.motion.do.${act}`)}
            </button>
            <span className="note">{words("room-moves.motion.exact")}</span>
          </p>
        )
      ) : null}
      {mayReopen && !reopening ? (
        <p>
          <button type="button" className="quiet" onClick={() => setReopening(true)}>
            {words("room-moves.motion.reopen")}
          </button>
        </p>
      ) : null}
      {mayReopen && reopening ? (
        <form
          className="card"
          onSubmit={(event) => {
            event.preventDefault();
            void binding
              .send(() => reopenSettlement(session, motion.motion, reason.trim()))
              .then(({ kind }) => kind === "done" && setReopening(false));
          }}
        >
          <label>
            {words("room.reason")}
            <textarea rows={2} required value={reason} onChange={(event) => setReason(event.target.value)} />
          </label>
          <HostSees kind="plenary" />
          <p className="row">
            <button type="submit" disabled={reason.trim() === ""}>
              {words("room-moves.motion.reopen")}
            </button>
            <button type="button" className="quiet" onClick={() => setReopening(false)}>
              {words("room.cancel")}
            </button>
          </p>
        </form>
      ) : null}
      <OverrideForm binding={binding} />
    </div>
  );
}
