import { memo, useEffect, useId, useRef } from "react";
import type { ChannelPlan, Said } from "#room";
import { foreseenRefusal, say } from "#seat";
import { useWords } from "../../../words/words.tsx";
import { keepDraft } from "../../kept-seats/sealed-records.ts";
import { DelegationMark } from "../live/delegation-mark.tsx";
import { useChannelPart, useHall, useRoom } from "../live/live-room.tsx";
import { Moment } from "../live/moment.tsx";
import { Refused } from "../live/refused.tsx";
import { useDraft } from "../live/use-draft.ts";
import { useSending } from "../live/use-sending.ts";
import { HostSees } from "./host-sees.tsx";
import { withoutSent, withReturned } from "./sent-words.ts";
import { useWordsText } from "./use-words-text.ts";
import { whenQueued } from "./when-queued.ts";

const nobody: readonly Said[] = [];

/** What is said in a channel, and the box to say something in. */
export function WordsPanel({ plan }: { readonly plan: ChannelPlan }) {
  const words = useWords();
  const said = useChannelPart(plan.id, (channel) => channel.said) ?? nobody;
  const list = useRef<HTMLOListElement>(null);
  const count = said.length;
  useEffect(() => {
    const element = list.current;
    // who has scrolled back is left where they read
    if (element && count > 0 && element.scrollHeight - element.scrollTop - element.clientHeight < 200)
      element.scrollTop = element.scrollHeight;
  }, [count]);
  return (
    <section className="room-words" aria-labelledby="room-words-title">
      <h2 id="room-words-title">{words("room.words")}</h2>
      {count === 0 ? <p className="note">{words("room.words.none")}</p> : null}
      <ol ref={list} tabIndex={count > 0 ? 0 : undefined} aria-label={words("room.words")} hidden={count === 0}>
        {said.map((one) => (
          <SaidLine key={one.version} said={one} stream={plan.id} />
        ))}
      </ol>
      <SayForm plan={plan} />
    </section>
  );
}

const SaidLine = memo(function SaidLine({ said, stream }: { readonly said: Said; readonly stream: string }) {
  const words = useWords();
  const seat = useHall().seats.get(said.seat);
  const read = useWordsText(stream);
  return (
    <li>
      <p className="room-said-by">
        {seat ? <DelegationMark of={seat.delegation} /> : null} <span className="soft">{seat?.name}</span>{" "}
        <Moment at={said.at} />
      </p>
      <p className="room-said">{read(said.words) ?? <em>{words("room.words.closed")}</em>}</p>
    </li>
  );
});

function SayForm({ plan }: { readonly plan: ChannelPlan }) {
  const { session } = useRoom();
  const { kept, keys } = session;
  const words = useWords();
  useHall(); // the end of the negotiation ends this too
  const id = useId();
  const name = `words.${plan.id}`;
  const [text, setText] = useDraft(name, "");
  const latest = useRef(text);
  latest.current = text;
  const { sending, send } = useSending();
  const some = plan.kind === "plenary" || plan.kind === "working group" ? { plain: "-" } : { sealed: "-" };
  const refusal = foreseenRefusal(session, plan.id, { kind: "say", words: some });
  if (refusal)
    return (
      <>
        <p className="note" role={text === "" ? undefined : "alert"}>
          {refusal.rule} {refusal.message}
        </p>
        {text === "" ? null : (
          <>
            <label htmlFor={id}>{words("room.words.unsaid")}</label>
            <textarea id={id} rows={4} readOnly value={text} />
          </>
        )}
      </>
    );
  const go = (): void => {
    const spoken = text.trim();
    if (spoken === "" || sending.kind === "sending") return;
    const put = (next: string): void => {
      setText(next === "" ? undefined : next);
      void keepDraft(kept, keys, name, next === "" ? "" : JSON.stringify(next)); // at once: a reload may come first
    };
    // from here on the outbox keeps it; what was written meanwhile stays
    let isQueued = false;
    const stop = whenQueued(session, plan.id, "say", () => {
      isQueued = true;
      put(withoutSent(latest.current, text));
    });
    void send(() => say(session, plan.id, spoken)).then(({ kind }) => {
      stop();
      if (kind === "refused" && isQueued) put(withReturned(latest.current, spoken));
    });
  };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        go();
      }}
    >
      <label htmlFor={id}>{words("room.words.say")}</label>
      <textarea
        id={id}
        rows={2}
        value={text}
        maxLength={16_000}
        onChange={(event) => setText(event.target.value)}
        onKeyDown={(event) => {
          if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey)) return;
          event.preventDefault();
          go();
        }}
      />
      <HostSees kind={plan.kind} />
      <p className="row">
        <button type="submit" disabled={text.trim() === "" || sending.kind === "sending"}>
          {words("room.words.send")}
        </button>
        <span className="note">{words("room.words.keys")}</span>
      </p>
      <Refused sending={sending} />
    </form>
  );
}
