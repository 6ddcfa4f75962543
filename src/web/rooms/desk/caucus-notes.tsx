import { useId, useState } from "react";
import { keepNote } from "#seat";
import { useWords } from "../../words/words.tsx";
import { useChannels, useHall, useRoom } from "../room/live/live-room.tsx";
import { Moment } from "../room/live/moment.tsx";
import { Refused } from "../room/live/refused.tsx";
import { usePapers } from "../room/live/use-papers.ts";
import { useSending } from "../room/live/use-sending.ts";

/** Notes of the mediation, sealed in its own stream: its seats read them, the host keeps bytes. */
export function CaucusNotes() {
  const { session } = useRoom();
  const words = useWords();
  const id = useId();
  const { seats } = useHall();
  const papers = usePapers();
  const caucuses = useChannels().filter(({ plan }) => plan.kind === "caucus" || plan.kind === "back channel");
  const [about, setAbout] = useState("");
  const [text, setText] = useState(""); // not kept as a draft: only sealed notes outlive the page
  const { sending, send } = useSending();
  const notes = papers?.notes.toReversed() ?? [];
  const channel = caucuses.find(({ plan }) => plan.id === about);
  return (
    <>
      <form
        className="desk-note"
        onSubmit={(event) => {
          event.preventDefault();
          const whole = channel ? `${channel.plan.name}: ${text.trim()}` : text.trim();
          void send(() => keepNote(session, whole)).then((outcome) => {
            if (outcome.kind === "done") setText("");
          });
        }}
      >
        {caucuses.length === 0 ? null : (
          <p className="row">
            <label htmlFor={`${id}-about`}>{words("desk.notes.about")}</label>
            <select id={`${id}-about`} value={about} onChange={(event) => setAbout(event.target.value)}>
              <option value="">{words("desk.notes.about.none")}</option>
              {caucuses.map(({ plan }) => (
                <option key={plan.id} value={plan.id}>
                  {plan.name}
                </option>
              ))}
            </select>
          </p>
        )}
        <p>
          <label htmlFor={`${id}-text`}>{words("desk.notes.text")}</label>
          <textarea id={`${id}-text`} rows={4} value={text} onChange={(event) => setText(event.target.value)} />
        </p>
        <p className="small soft">{words("desk.notes.host")}</p>
        <button type="submit" disabled={text.trim() === "" || sending.kind === "sending"}>
          {words("desk.notes.keep")}
        </button>
        <Refused sending={sending} />
      </form>
      {notes.length === 0 ? (
        <p className="note">{words("desk.notes.none")}</p>
      ) : (
        <ul className="desk-notes">
          {notes.map(({ version, seat, at, text: written }) => (
            <li key={version}>
              <p className="small soft">
                <bdi>{seats.get(seat)?.name ?? seat}</bdi>, <Moment at={at} />
              </p>
              <p className="desk-note-text" dir="auto">
                {written}
              </p>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
