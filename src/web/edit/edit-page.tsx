import { useNavigate } from "@tanstack/react-router";
import { useEffect, useState } from "react";
import { useOpenedScenario } from "../open/opened-context.ts";
import type { ScenarioRecord } from "../shelf/shelf.ts";
import { useShelf } from "../shelf/shelf-context.tsx";
import { useWords } from "../words/words.tsx";
import { Copying } from "./copying.tsx";
import { type Desk, openDesk } from "./desk.ts";
import { editorPhrases } from "./editor-phrases.ts";
import { keptEdits } from "./kept-edits.ts";
import { OwnEditor } from "./own-editor.tsx";
import { sameFiles, withoutEditable, withPlainBreaks } from "./scenario-files.ts";
import { Workplace } from "./workplace.tsx";
import "./edit.css";

/** A desk outlives this page's components: mending the last mistake makes the page around the editor another one. */
let open: { readonly key: string; readonly desk: Desk; readonly base: ScenarioRecord } | undefined;

/** The scenario's files, as forms and as source. One that comes with Entente can be read, and copied to be changed. */
export function EditPage() {
  const { opened } = useOpenedScenario();
  return opened.own ? <Own key={opened.key} id={opened.key} /> : <Shipped key={opened.key} />;
}

function Own({ id }: { readonly id: string }) {
  const shelf = useShelf();
  const words = useWords();
  const navigate = useNavigate();
  const [found, setFound] = useState(open?.key === id ? open : undefined);
  useEffect(() => {
    let wanted = true;
    const begin = async (): Promise<void> => {
      const record = await shelf.read("scenario", id);
      if (!wanted) return;
      if (!record) return void navigate({ to: "/" });
      if (open?.key === id) {
        const untouched = sameFiles(open.desk.view().files, withPlainBreaks(open.base.files));
        if (untouched && open.base.version < record.version) {
          open.desk.writeAll(record.files);
          open = { ...open, base: record };
        }
        return setFound(open);
      }
      const kept = keptEdits(id);
      const desk = openDesk(
        kept ? { ...withoutEditable(record.files), ...kept.files } : record.files,
        kept?.front ?? "",
        false,
        editorPhrases(words),
      );
      // work that began from an earlier version is saved over that one, so that a later one is noticed
      open = { key: id, desk, base: { ...record, version: kept?.version ?? record.version } };
      setFound(open);
    };
    void begin();
    return () => {
      wanted = false;
    };
  }, [shelf, id]);
  if (!found) return <p aria-busy="true">{words("frame.loading")}</p>;
  return (
    <OwnEditor
      desk={found.desk}
      begun={found.base}
      onBase={(base) => {
        open = { key: id, desk: found.desk, base };
      }}
    />
  );
}

function Shipped() {
  const { opened } = useOpenedScenario();
  const words = useWords();
  const [desk] = useState(() => openDesk(opened.files, "", true, editorPhrases(words)));
  return (
    <Workplace desk={desk} readOnly>
      <Copying />
    </Workplace>
  );
}
