import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { copyOf } from "../library/copy-of.ts";
import { useOpenedScenario } from "../open/opened-context.ts";
import { Refusal } from "../shelf/refusal.tsx";
import type { Refused } from "../shelf/shelf.ts";
import { useShelf } from "../shelf/shelf-context.tsx";
import { useWords } from "../words/words.tsx";

/** What comes with Entente is not changed: a copy of the reader's own is. */
export function Copying() {
  const { opened } = useOpenedScenario();
  const shelf = useShelf();
  const words = useWords();
  const navigate = useNavigate();
  const [refused, setRefused] = useState<Refused>();
  const copy = async (): Promise<void> => {
    const record = copyOf({ id: opened.key, files: opened.files }, opened.title);
    const saved = await shelf.save("scenario", record);
    if (saved.ok) await navigate({ to: "/s/$key/edit", params: { key: record.id } });
    else setRefused(saved.error);
  };
  return (
    <div className="edit-shipped card">
      <p>{words("edit.shipped")}</p>
      <button type="button" className="primary" onClick={copy}>
        {words("edit.copy")}
      </button>
      {refused ? <Refusal refused={refused} /> : null}
    </div>
  );
}
