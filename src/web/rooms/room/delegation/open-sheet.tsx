import { useId, useState } from "react";
import type { PreferenceSheet } from "#model";
import { points } from "#report";
import { keepSheet, type Papers } from "#seat";
import { unsealInWorker } from "../../../prepare/ask-seal-worker.ts";
import { readSealedContent } from "../../../prepare/sealed-content.ts";
import { useRecords } from "../../../shelf/shelf-context.tsx";
import { useWords } from "../../../words/words.tsx";
import { useMe, useRoom } from "../live/live-room.tsx";
import { Refused } from "../live/refused.tsx";
import { useSending } from "../live/use-sending.ts";
import { HostSees } from "../talk/host-sees.tsx";
import { leanSheet } from "./lean-sheet.ts";
import { askSheet, type SheetAnswer } from "./sheet-questions.ts";

/** Opens the delegation's sheet in this browser, and keeps it sealed where only the delegation can open it. */
export function OpenSheet({ papers }: { readonly papers: Papers | undefined }) {
  const { agenda, session } = useRoom();
  const words = useWords();
  const me = useMe();
  const id = useId();
  const prepared = useRecords("sheet").filter(({ draft }) => draft.party === me.delegation);
  const [found, setFound] = useState<PreferenceSheet>();
  const [problems, setProblems] = useState<readonly string[]>([]);
  const [sealed, setSealed] = useState<Uint8Array>();
  const [passphrase, setPassphrase] = useState("");
  const [isReading, setReading] = useState(false);
  const [open, setOpen] = useState(!papers?.sheet);
  const { sending, send } = useSending();

  const take = async (reading: Promise<SheetAnswer>): Promise<void> => {
    setReading(true);
    setProblems([]);
    setFound(undefined);
    const answer = await reading;
    setReading(false);
    if (!answer.ok) return setProblems(answer.problems);
    if (answer.sheet.party !== me.delegation)
      return setProblems([words("room.sheet.another", { party: answer.sheet.party })]);
    setFound(answer.sheet);
  };
  const takeFile = async (file: File | undefined): Promise<void> => {
    if (!file) return;
    setSealed(undefined);
    const bytes = new Uint8Array(await file.arrayBuffer());
    const start = new TextDecoder().decode(bytes.subarray(0, 64)).trimStart();
    if (start.startsWith("age-encryption.org/v1") || start.startsWith("-----BEGIN AGE")) setSealed(bytes);
    else await take(askSheet({ kind: "file", agenda, name: file.name, text: new TextDecoder().decode(bytes) }));
  };
  const unseal = async (): Promise<SheetAnswer> => {
    const opened = await unsealInWorker(sealed ?? new Uint8Array(), passphrase);
    if (!opened.ok) return { ok: false, problems: [words(`room.sheet.sealed.${opened.why}`)] };
    const content = readSealedContent(opened.text);
    if (!content) return askSheet({ kind: "file", agenda, name: "sheet.yaml", text: opened.text });
    if (content.sheet !== undefined) return askSheet({ kind: "file", agenda, name: content.name, text: content.sheet });
    return askSheet({ kind: "draft", agenda, draft: content.draft });
  };
  const shipped = async (): Promise<SheetAnswer> => {
    const response = await fetch(`/scenarios/${agenda.id}`);
    const files: Readonly<Record<string, string>> = response.ok ? (await response.json()).files : {}; // our own server's
    const text = files[`sheets/${me.delegation}.yaml`];
    if (text === undefined) return { ok: false, problems: [words("room.sheet.shipped.none")] };
    return askSheet({ kind: "file", agenda, name: `${me.delegation}.yaml`, text });
  };
  return (
    <section aria-labelledby="room-sheet-title">
      <h2 id="room-sheet-title">{words("room.sheet")}</h2>
      <HostSees kind="delegation" />
      {papers?.sheet === "unreadable" ? <p className="room-refused">{words("room.sheet.unreadable")}</p> : null}
      {papers?.sheet && papers.sheet !== "unreadable" ? (
        <Summary sheet={papers.sheet} />
      ) : (
        <p>{words("room.sheet.none")}</p>
      )}
      <details open={open} onToggle={(event) => setOpen(event.currentTarget.open)}>
        <summary>{words(papers?.sheet ? "room.sheet.replace" : "room.sheet.open")}</summary>
        <p className="row">
          <label htmlFor={`${id}-file`}>{words("room.sheet.file")}</label>
          <input
            id={`${id}-file`}
            type="file"
            accept=".yaml,.yml,.age,text/plain"
            onChange={({ target }) => void takeFile(target.files?.[0])}
          />
        </p>
        {sealed ? (
          <form
            className="row"
            onSubmit={(event) => {
              event.preventDefault();
              void take(unseal());
            }}
          >
            <label htmlFor={`${id}-pass`}>{words("room.sheet.passphrase")}</label>
            <input
              id={`${id}-pass`}
              type="password"
              autoComplete="off"
              value={passphrase}
              onChange={({ target }) => setPassphrase(target.value)}
            />
            <button type="submit" disabled={passphrase === "" || isReading}>
              {words("room.sheet.unseal")}
            </button>
          </form>
        ) : null}
        {prepared.length > 0 ? (
          <>
            <p>{words("room.sheet.prepared")}</p>
            <ul>
              {prepared.map(({ id: record, name, draft }) => (
                <li key={record}>
                  {name}{" "}
                  <button type="button" onClick={() => void take(askSheet({ kind: "draft", agenda, draft }))}>
                    {words("room.sheet.take")}
                  </button>
                </li>
              ))}
            </ul>
          </>
        ) : null}
        {agenda.parties.some(({ id: party }) => party === me.delegation) ? (
          <p>
            <button type="button" className="quiet" onClick={() => void take(shipped())}>
              {words("room.sheet.shipped")}
            </button>
          </p>
        ) : null}
        <div aria-live="polite">
          {isReading ? <p className="note">{words("room.sheet.reading")}</p> : null}
          {problems.map((problem) => (
            <p key={problem} className="room-refused">
              {problem}
            </p>
          ))}
        </div>
        {found ? (
          <div className="card">
            <Summary sheet={found} />
            <p>
              <button
                type="button"
                className="primary"
                disabled={sending.kind === "sending"}
                onClick={() =>
                  void send(() => keepSheet(session, leanSheet(found))).then(({ kind }) => {
                    if (kind !== "done") return;
                    setFound(undefined);
                    setOpen(false);
                  })
                }
              >
                {words("room.sheet.keep")}
              </button>
            </p>
          </div>
        ) : null}
        <Refused sending={sending} />
      </details>
    </section>
  );
}

function Summary({ sheet }: { readonly sheet: PreferenceSheet }) {
  const words = useWords();
  const { reservation, scale } = sheet;
  return (
    <p>
      {words(sheet.kind === "own" ? "room.sheet.own" : "room.sheet.estimate", {
        party: sheet.party,
        author: sheet.author,
        reservation: points(reservation.mid, scale),
        lines: sheet.redLines.length,
      })}
    </p>
  );
}
