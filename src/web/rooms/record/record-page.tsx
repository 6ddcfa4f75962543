import { useState } from "react";
import { exportRecord } from "#seat";
import { download } from "../../parts/download.ts";
import { useWords } from "../../words/words.tsx";
import { useHall, useLive, useRoom } from "../room/live/live-room.tsx";
import { CheckBundle } from "./check-bundle-form.tsx";
import { HeldStreams } from "./held-streams-table.tsx";
import "./record.css";

/** What this seat holds, as a file that proves itself, and a place to check such a file. */
export function RecordPage() {
  const { session, negotiation } = useRoom();
  const words = useWords();
  const hall = useHall();
  const fault = useLive(({ streams }) => streams.fault);
  const [failed, setFailed] = useState(false);
  return (
    <div className="record-page">
      <h1>{words("record.title")}</h1>
      {fault ? (
        <p className="record-fault" role="alert">
          <strong>{words("record.fault")}</strong> {words("record.fault.where", { version: fault.version })}{" "}
          <code>{fault.stream}</code>: {fault.message}
        </p>
      ) : null}
      <section aria-labelledby="record-held">
        <h2 id="record-held">{words("record.held")}</h2>
        <p>{words("record.held.what")}</p>
        <HeldStreams />
        <dl className="record-keys">
          <dt>{words("record.negotiation")}</dt>
          <dd>
            <code>{negotiation}</code>
          </dd>
          <dt>{words("record.agenda")}</dt>
          <dd>
            <code>{hall.agenda}</code>
          </dd>
          <dt>{words("record.host-key")}</dt>
          <dd>
            <code>{hall.hostKey}</code>
          </dd>
        </dl>
      </section>
      <section aria-labelledby="record-export" className="screen-only">
        <h2 id="record-export">{words("record.export")}</h2>
        <p>{words("record.export.what")}</p>
        <p>
          <button
            type="button"
            className="primary"
            onClick={() => {
              const text = exportRecord(session);
              setFailed(text === undefined);
              if (text !== undefined) download(`record-${negotiation.slice(0, 8)}.json`, text, "application/json");
            }}
          >
            {words("record.export.give")}
          </button>
        </p>
        <p role="alert">{failed ? words("record.export.failed") : ""}</p>
        <p className="small">{words("record.export.private")}</p>
      </section>
      <section aria-labelledby="record-check">
        <h2 id="record-check">{words("record.check")}</h2>
        <CheckBundle />
      </section>
      <section aria-labelledby="record-proves">
        <h2 id="record-proves">{words("record.proves")}</h2>
        <p>{words("record.proves.order")}</p>
        <p>{words("record.proves.not-all")}</p>
        <p>{words("record.proves.not-true")}</p>
      </section>
    </div>
  );
}
