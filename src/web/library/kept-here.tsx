import { useRef, useState } from "react";
import { Confirm } from "../parts/confirm.tsx";
import { download } from "../parts/download.ts";
import { Refusal } from "../shelf/refusal.tsx";
import type { Refused } from "../shelf/shelf.ts";
import { useShelf, useShelfTrouble } from "../shelf/shelf-context.tsx";
import { useWords } from "../words/words.tsx";

/** What this browser keeps: out as one file, in again, away. */
export function KeptHere() {
  const words = useWords();
  const shelf = useShelf();
  const trouble = useShelfTrouble();
  const file = useRef<HTMLInputElement>(null);
  const [told, setTold] = useState("");
  const [refused, setRefused] = useState<Refused>();
  const [deleting, setDeleting] = useState(false);
  return (
    <section aria-labelledby="library-kept">
      <h2 id="library-kept">{words("library.kept")}</h2>
      {trouble ? <Refusal refused={trouble} /> : null}
      <p className="note">{words(trouble ? "library.kept.not" : "library.kept.lead")}</p>
      <p className="row">
        <button
          type="button"
          onClick={async () => {
            const all = await shelf.exportAll();
            setRefused(all.ok ? undefined : all.error);
            if (all.ok) download("entente-library.json", all.value);
          }}
        >
          {words("library.kept.export")}
        </button>
        <button type="button" onClick={() => file.current?.click()}>
          {words("library.kept.import")}
        </button>
        <button type="button" onClick={() => setDeleting(true)}>
          {words("library.kept.delete")}
        </button>
      </p>
      <input
        ref={file}
        type="file"
        accept=".json,application/json"
        hidden
        aria-label={words("library.kept.import")}
        onChange={async ({ target }) => {
          const chosen = target.files?.[0];
          target.value = ""; // the same file may be chosen again
          if (!chosen) return;
          const imported = await shelf.importAll(chosen);
          setRefused(imported.ok ? undefined : imported.error);
          if (imported.ok) {
            const { added, beside, same } = imported;
            setTold(words("library.kept.imported", { added, beside, same }));
          }
        }}
      />
      <p role="status" className="small">
        {told}
      </p>
      {refused ? <Refusal refused={refused} /> : null}
      {deleting ? (
        <Confirm
          title={words("library.kept.delete.sure")}
          detail={words("library.kept.delete.what")}
          yes={words("library.kept.delete")}
          no={words("library.cancel")}
          onAnswer={async (yes) => {
            setDeleting(false);
            if (!yes) return;
            const removed = await shelf.removeAll();
            setRefused(removed.ok ? undefined : removed.error);
          }}
        />
      ) : null}
    </section>
  );
}
