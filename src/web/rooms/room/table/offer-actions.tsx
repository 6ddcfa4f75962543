import { useEffect, useId, useRef, useState } from "react";
import { type ChannelPlan, type Command, isPublic, type Refusal, type TabledOffer } from "#room";
import {
  acceptOffer,
  foreseenRefusal,
  outgoingOf,
  rejectOffer,
  reopenOffer,
  type SeatSession,
  withdrawOffer,
} from "#seat";
import { useWords } from "../../../words/words.tsx";
import { OverrideForm } from "../delegation/override-form.tsx";
import { useBinding } from "../delegation/use-binding.ts";
import { useHall, useRoom } from "../live/live-room.tsx";
import { CallForSealedYes } from "../talk/call-for-sealed-yes.tsx";
import { HostSees } from "../talk/host-sees.tsx";
import { type ActRefused, actRefused } from "./act-refused.ts";
import { focusTable } from "./focus-table.ts";
import { IfAccepted } from "./if-accepted.tsx";

/** Refusals that may pass, or that somebody else can lift: the button stays, and says why it does nothing. */
const worthSaying = new Set(["R1.7", "R5.2", "R5.10", "R8.1"]);

/** What this seat may do about an offer. What the rules would refuse it for good is not there at all. */
export function OfferActions({
  tabled: { offer, status },
  plan,
  counter,
  tell,
}: {
  readonly tabled: TabledOffer;
  readonly plan: ChannelPlan;
  readonly counter: (offer: string) => void;
  /** Told what was refused, or that nothing is: the card may be gone by then. */
  readonly tell: (refused: ActRefused | undefined) => void;
}) {
  const { session } = useRoom();
  const words = useWords();
  useHall(); // levels and the deadline change what may be done
  const binding = useBinding();
  const [writing, setWriting] = useState<"reject" | "reopen">();
  const { id, channel } = offer;
  const some = isPublic(plan.kind) ? { plain: "-" } : { sealed: "-" };
  const foreseen = {
    accept: foresee(session, channel, { kind: "accept", offer: id }),
    reject: foresee(session, channel, { kind: "reject", offer: id, reasons: [] }),
    withdraw: foresee(session, channel, { kind: "withdraw", offer: id }),
    reopen: foresee(session, channel, { kind: "reopen", offer: id, reason: some }),
  };
  const mayCounter = foresee(session, channel, {
    kind: "table",
    as: offer.kind === "supposal" ? "supposal" : "offer",
    offer: "-",
    choices: offer.choices,
    conditions: [],
    counters: id,
  });
  const accept = (): void => {
    const outgoing = outgoingOf(session, channel, id);
    tell(undefined);
    if (outgoing)
      void binding
        .bind(outgoing, (cleared) => acceptOffer(session, cleared, id))
        .then((outcome) => tell(actRefused(offer, "accept", outcome)));
  };
  const withdraw = (): void => {
    tell(undefined);
    void binding
      .send(() => withdrawOffer(session, channel, id))
      .then((outcome) => {
        tell(actRefused(offer, "other", outcome));
        if (outcome.kind === "done") focusTable();
      });
  };
  const label = words("room.offer.short", { kind: offer.kind, number: offer.number });
  return (
    <div className="room-actions">
      <p className="row">
        <Action
          of={foreseen.accept}
          label={label}
          primary
          does={accept}
          text={words("room.do.accept")}
          hidden={status.kind !== "live"}
        />
        <Action
          of={isOutOfReach(mayCounter) ? mayCounter : undefined}
          label={label}
          does={() => counter(id)}
          text={words("room.do.counter")}
          hidden={status.kind !== "live"}
        />
        <Action of={foreseen.reject} label={label} does={() => setWriting("reject")} text={words("room.do.reject")} />
        <Action of={foreseen.withdraw} label={label} does={withdraw} text={words("room.do.withdraw")} />
        <Action of={foreseen.reopen} label={label} does={() => setWriting("reopen")} text={words("room.do.reopen")} />
      </p>
      {writing ? (
        <ReasonForm
          kind={writing}
          channel={plan.kind}
          issues={Object.keys(offer.choices)}
          cancel={() => setWriting(undefined)}
          give={(text, issue) => {
            const act = () =>
              writing === "reject"
                ? rejectOffer(session, channel, id, [{ text, ...(issue === undefined ? {} : { issue }) }])
                : reopenOffer(session, channel, id, text);
            tell(undefined);
            void binding.send(act).then((outcome) => {
              tell(actRefused(offer, "other", outcome));
              if (outcome.kind === "done") setWriting(undefined);
            });
          }}
        />
      ) : null}
      <OverrideForm binding={binding} done={(outcome) => tell(actRefused(offer, "accept", outcome))} />
      {status.kind === "live" && offer.kind !== "supposal" ? <IfAccepted of={{ channel, offer: id }} /> : null}
      {status.kind === "live" ? <CallForSealedYes plan={plan} choices={offer.choices} /> : null}
    </div>
  );
}

function foresee(session: SeatSession, channel: string, command: Command): Refusal | undefined {
  return foreseenRefusal(session, channel, command);
}

/** The counteroffer itself is written later: here only what stands against countering at all. */
function isOutOfReach(refusal: Refusal | undefined): boolean {
  return refusal !== undefined && /^R(1|3\.(1|9|10|13|14)|8)\b/.test(refusal.rule);
}

function Action({
  of,
  label,
  text,
  does,
  primary = false,
  hidden = false,
}: {
  readonly of: Refusal | undefined;
  readonly label: string;
  readonly text: string;
  readonly does: () => void;
  readonly primary?: boolean;
  readonly hidden?: boolean;
}) {
  const id = useId();
  if (hidden || (of && !worthSaying.has(of.rule))) return null;
  return (
    <>
      <button
        type="button"
        className={primary ? "primary" : undefined}
        disabled={of !== undefined}
        aria-describedby={of ? id : undefined}
        onClick={does}
      >
        {text}
        <span className="unseen"> {label}</span>
      </button>
      {of ? (
        <span id={id} className="room-why">
          <strong>{of.rule}</strong> {of.message}
        </span>
      ) : null}
    </>
  );
}

function ReasonForm({
  kind,
  channel,
  issues,
  give,
  cancel,
}: {
  readonly kind: "reject" | "reopen";
  readonly channel: ChannelPlan["kind"];
  readonly issues: readonly string[];
  readonly give: (text: string, issue?: string) => void;
  readonly cancel: () => void;
}) {
  const { names } = useRoom();
  const words = useWords();
  const id = useId();
  const field = useRef<HTMLTextAreaElement>(null);
  const [text, setText] = useState("");
  const [issue, setIssue] = useState("");
  useEffect(() => field.current?.focus(), []);
  return (
    <form
      className="card room-reason"
      onSubmit={(event) => {
        event.preventDefault();
        give(text, issue === "" ? undefined : issue);
      }}
    >
      {kind === "reject" ? (
        <label>
          {words("room.reason.about")}
          <select value={issue} onChange={(event) => setIssue(event.target.value)}>
            <option value="">{words("room.reason.whole")}</option>
            {issues.map((one) => (
              <option key={one} value={one}>
                {names.issue(one)}
              </option>
            ))}
          </select>
        </label>
      ) : null}
      <label htmlFor={id}>{words("room.reason")}</label>
      <textarea id={id} ref={field} rows={2} required value={text} onChange={(event) => setText(event.target.value)} />
      <HostSees kind={channel} />
      <p className="row">
        <button type="submit" disabled={text.trim() === ""}>
          {words(kind === "reject" ? "room.do.reject" : "room.do.reopen")}
        </button>
        <button type="button" className="quiet" onClick={cancel}>
          {words("room.cancel")}
        </button>
      </p>
    </form>
  );
}
