import { useId, useState } from "react";
import type { PartyId } from "#model";
import { download } from "../../parts/download.ts";
import { useWords } from "../../words/words.tsx";
import { DelegationMark } from "../room/live/delegation-mark.tsx";
import { useHall, useRoom } from "../room/live/live-room.tsx";
import { Moment } from "../room/live/moment.tsx";
import { usePapers } from "../room/live/use-papers.ts";
import { type Revealed, readRevealed, revealFile } from "./revealed-sheet.ts";

/** Whose sheets this debrief rests on and whose are missing; how one's own is handed over, and another's opened. */
export function RevealPanel({
  revealed,
  missing,
  take,
  putAway,
}: {
  readonly revealed: readonly Revealed[];
  readonly missing: readonly PartyId[];
  readonly take: (revealed: Revealed) => void;
  readonly putAway: (party: PartyId) => void;
}) {
  const { agenda, session, negotiation, seat } = useRoom();
  const words = useWords();
  const id = useId();
  const hall = useHall();
  const papers = usePapers();
  const [told, setTold] = useState<readonly string[]>([]);
  const own = papers?.sheet === "unreadable" ? undefined : papers?.sheet;

  async function open(files: readonly File[]): Promise<void> {
    const said: string[] = [];
    for (const file of files) {
      const read = readRevealed(file.name, await file.text(), { negotiation, agenda, hall });
      if (read.ok) take(read.value);
      else said.push(words("debrief.reveal.refused", { file: file.name, why: read.error }));
    }
    setTold(said);
  }

  return (
    <section className="card debrief-reveal" aria-labelledby={`${id}-title`}>
      <h2 id={`${id}-title`}>{words("debrief.reveal")}</h2>
      <ul className="debrief-sheets">
        {revealed.map(({ party, from, seat: by, at, sheet }) => (
          <li key={party}>
            <DelegationMark of={party} />:{" "}
            {from === "own"
              ? words("debrief.reveal.own")
              : from === "signed"
                ? words("debrief.reveal.signed", { seat: hall.seats.get(by ?? "")?.name ?? "" })
                : words("debrief.reveal.unsigned")}{" "}
            {at === undefined ? null : <Moment at={at} />}{" "}
            {sheet.kind === "estimate" ? (
              <span className="small">{words("debrief.reveal.estimate", { author: sheet.author })}</span>
            ) : null}
            {from === "own" ? null : (
              <button type="button" className="quiet" onClick={() => putAway(party)}>
                {words("debrief.reveal.away")}
              </button>
            )}
          </li>
        ))}
        {missing.map((party) => (
          <li key={party} className="soft">
            <DelegationMark of={party} /> {words("debrief.reveal.missing")}
          </li>
        ))}
      </ul>
      <div className="screen-only">
        <p className="note">{words("debrief.reveal.what")}</p>
        <p className="row">
          {own ? (
            <button
              type="button"
              onClick={() => {
                const content = { negotiation, agenda: hall.agenda, seat, at: session.now(), sheet: own };
                const name = `revealed-sheet-${own.party}.json`;
                download(name, revealFile(content, session.keys.sign), "application/json");
              }}
            >
              {words("debrief.reveal.give")}
            </button>
          ) : null}
          <label htmlFor={`${id}-file`}>{words("debrief.reveal.open")}</label>
          <input
            id={`${id}-file`}
            type="file"
            multiple
            accept=".json,.yaml,.yml"
            onChange={(event) => {
              void open([...(event.target.files ?? [])]);
              event.target.value = ""; // the same file may be opened again
            }}
          />
        </p>
        <div role="alert" className="debrief-refused">
          {told.map((text) => (
            <p key={text}>{text}</p>
          ))}
        </div>
      </div>
    </section>
  );
}
