import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { Confirm } from "../parts/confirm.tsx";
import { download } from "../parts/download.ts";
import { Refusal } from "../shelf/refusal.tsx";
import type { Refused, ScenarioRecord } from "../shelf/shelf.ts";
import { useRecords, useShelf } from "../shelf/shelf-context.tsx";
import { useWords } from "../words/words.tsx";
import { copyOf } from "./copy-of.ts";
import { removeScenario } from "./remove-scenario.ts";
import type { SavedCount } from "./saved-counts.ts";
import { SavedLinks } from "./saved-links.tsx";
import { zipOf } from "./zip-of.ts";

/** The reader's own scenarios: open, edit, copy, download, delete. */
export function OwnScenarios({ saved }: { readonly saved: ReadonlyMap<string, SavedCount> }) {
  const words = useWords();
  const shelf = useShelf();
  const records = useRecords("scenario");
  const [deleting, setDeleting] = useState<ScenarioRecord>();
  const [refused, setRefused] = useState<Refused>();
  const newest = [...records].sort((a, b) => (a.changed < b.changed ? 1 : -1));
  return (
    <section aria-labelledby="library-mine">
      <h2 id="library-mine">{words("library.mine")}</h2>
      {refused ? <Refusal refused={refused} /> : null}
      {newest.length === 0 ? <p className="note">{words("library.mine.empty")}</p> : null}
      <ul className="library-own">
        {newest.map((record) => (
          <li key={record.id}>
            <div>
              <Link to="/s/$key" params={{ key: record.id }}>
                <bdi>{record.title}</bdi>
              </Link>
              <span className="soft small">
                {" "}
                {record.origin.kind === "copy"
                  ? words("library.origin.copy", { of: record.origin.of })
                  : words(`library.origin.${record.origin.kind}`)}
                {" · "}
                {words("library.changed", { day: record.changed.slice(0, 10) })}
              </span>
            </div>
            <SavedLinks scenario={record.id} title={record.title} saved={saved.get(record.id)} />
            <div className="row">
              <Link to="/s/$key/edit" params={{ key: record.id }}>
                {words("library.edit")}
              </Link>
              <button
                type="button"
                className="quiet"
                onClick={async () => {
                  const kept = await shelf.save(
                    "scenario",
                    copyOf(record, words("library.copy.title", { title: record.title })),
                  );
                  setRefused(kept.ok ? undefined : kept.error);
                }}
              >
                {words("library.copy")}
              </button>
              <button
                type="button"
                className="quiet"
                onClick={async () => download(`${record.title}.zip`, await zipOf(record.files))}
              >
                {words("library.download")}
              </button>
              <button type="button" className="quiet" onClick={() => setDeleting(record)}>
                {words("library.delete")}
                <span className="unseen"> {record.title}</span>
              </button>
            </div>
          </li>
        ))}
      </ul>
      {deleting ? (
        <Confirm
          title={words("library.delete.sure", { title: deleting.title })}
          detail={words("library.delete.what")}
          yes={words("library.delete")}
          no={words("library.cancel")}
          onAnswer={async (yes) => {
            setDeleting(undefined);
            if (!yes) return;
            const removed = await removeScenario(shelf, deleting.id);
            setRefused(removed.ok ? undefined : removed.error);
          }}
        />
      ) : null}
    </section>
  );
}
