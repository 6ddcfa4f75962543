import { useId } from "react";
import { keepNote, type Papers } from "#seat";
import { PageTitle } from "../../../frame/page-title.tsx";
import { useWords } from "../../../words/words.tsx";
import { useDelegationName, useHall, useLive, useMe, useRoom } from "../live/live-room.tsx";
import { Moment } from "../live/moment.tsx";
import { Refused } from "../live/refused.tsx";
import { useDraft } from "../live/use-draft.ts";
import { usePapers } from "../live/use-papers.ts";
import { useSending } from "../live/use-sending.ts";
import { useReading } from "../live/use-unread.ts";
import { DiffList } from "../table/diff-list.tsx";
import { HostSees } from "../talk/host-sees.tsx";
import { MandateView } from "./mandate-view.tsx";
import { OpenSheet } from "./open-sheet.tsx";

/** The delegation's own: its sheet, its mandate, the overrides, its notes. Nobody else can open any of it. */
export function DelegationPage() {
  const { agenda } = useRoom();
  const words = useWords();
  const me = useMe();
  const { title } = useHall();
  const name = useDelegationName();
  const papers = usePapers();
  useReading(papers?.stream ?? "");
  const isParty = agenda.parties.some(({ id }) => id === me.delegation);
  return (
    <>
      <PageTitle parts={[words("room.delegation"), title]} />
      <header>
        <p className="room-kind">{name(me.delegation)}</p>
        <h1>{words("room.delegation")}</h1>
      </header>
      {isParty ? <OpenSheet papers={papers} /> : null}
      {isParty ? <MandateView papers={papers} /> : null}
      {isParty ? <Overrides papers={papers} /> : null}
      <Notes papers={papers} />
    </>
  );
}

function Overrides({ papers }: { readonly papers: Papers | undefined }) {
  const words = useWords();
  const { seats } = useHall();
  const states = useLive(({ streams }) => streams.states);
  const all = papers?.overrides.toReversed() ?? [];
  return (
    <section aria-labelledby="room-overrides-title">
      <h2 id="room-overrides-title">{words("room.overrides")}</h2>
      {all.length === 0 ? <p className="note">{words("room.overrides.none")}</p> : null}
      {all.map(({ version, seat, override }) => {
        const where = states.get(override.channel);
        return (
          <article key={version} className="room-overridden">
            <h3>
              {words("room.overrides.one", {
                by: seats.get(seat)?.name ?? "",
                where: where?.kind === "channel" ? where.plan.name : words("room.channel.unseen"),
              })}
            </h3>
            <p>{override.reason}</p>
            <ul className="room-breaches">
              {override.breaches.map((breach) => (
                <li key={breach}>{breach}</li>
              ))}
            </ul>
            <details>
              <summary>{words("room-moves.yes.package")}</summary>
              <DiffList choices={override.choices} />
            </details>
          </article>
        );
      })}
    </section>
  );
}

function Notes({ papers }: { readonly papers: Papers | undefined }) {
  const { session } = useRoom();
  const words = useWords();
  const { seats } = useHall();
  const id = useId();
  const [text, setText] = useDraft("note", "");
  const { sending, send } = useSending();
  return (
    <section aria-labelledby="room-notes-title">
      <h2 id="room-notes-title">{words("room.notes")}</h2>
      <HostSees kind="delegation" />
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void send(() => keepNote(session, text.trim())).then(({ kind }) => kind === "done" && setText(undefined));
        }}
      >
        <label htmlFor={id}>{words("room.notes.write")}</label>
        <textarea id={id} rows={3} value={text} onChange={(event) => setText(event.target.value)} />
        <p>
          <button type="submit" disabled={text.trim() === "" || sending.kind === "sending"}>
            {words("room.notes.keep")}
          </button>
        </p>
        <Refused sending={sending} />
      </form>
      <ul className="room-notes">
        {papers?.notes.toReversed().map(({ version, seat, at, text: note }) => (
          <li key={version}>
            <p className="note">
              {seats.get(seat)?.name} · <Moment at={at} />
            </p>
            <p className="room-said">{note}</p>
          </li>
        ))}
      </ul>
    </section>
  );
}
