import { type DragEvent, useEffect, useRef, useState } from "react";
import { useEngine } from "../engine/engine-context.tsx";
import { type ImportChoice, type ImportedFiles, importFiles } from "../intake/import-files.ts";
import type { Intake } from "../intake/intake.ts";
import { readDropped } from "../intake/read-dropped.ts";
import { readPicked } from "../intake/read-picked.ts";
import { Refusal } from "../shelf/refusal.tsx";
import type { Refused } from "../shelf/shelf.ts";
import { useShelf } from "../shelf/shelf-context.tsx";
import { useWords } from "../words/words.tsx";
import { ImportOutcome } from "./import-outcome.tsx";

/** Files in: by drop, by picker, a folder, a zip, one file. What was wrong with them is shown in their own text. */
export function ImportPanel() {
  const words = useWords();
  const engine = useEngine();
  const shelf = useShelf();
  const files = useRef<HTMLInputElement>(null);
  const folder = useRef<HTMLInputElement>(null);
  const [over, setOver] = useState(false);
  const [reading, setReading] = useState(false);
  const [intake, setIntake] = useState<Intake>();
  const [imported, setImported] = useState<ImportedFiles>();
  const [refused, setRefused] = useState<Refused>();
  const [told, setTold] = useState("");

  const take = async (given: Promise<Intake>, choice: ImportChoice = {}): Promise<void> => {
    setReading(true);
    setTold("");
    setImported(undefined);
    setRefused(undefined);
    const read = await given;
    setIntake(read);
    const found = await importFiles(read, engine, choice);
    if (found.kind === "scenario") {
      const saved = await shelf.save("scenario", found.record);
      if (!saved.ok) setRefused(saved.error);
      else setImported(found);
    } else if (found.kind === "shelf") {
      const merged = await shelf.importAll(found.file);
      if (!merged.ok) setRefused(merged.error);
      else setTold(words("library.kept.imported", { added: merged.added, beside: merged.beside, same: merged.same }));
    } else setImported(found);
    setReading(false);
  };
  useEffect(() => folder.current?.setAttribute("webkitdirectory", ""), []);

  return (
    <section aria-labelledby="library-import">
      <h2 id="library-import">{words("library.import")}</h2>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: dropping is a second way; the buttons inside are the first */}
      <div
        className="library-drop"
        data-over={over}
        onDragOver={(event) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={(event: DragEvent) => {
          event.preventDefault();
          setOver(false);
          void take(readDropped(event.dataTransfer));
        }}
      >
        <p className="small">{words("library.import.lead")}</p>
        <p className="row">
          <button type="button" onClick={() => files.current?.click()}>
            {words("library.import.files")}
          </button>
          <button type="button" onClick={() => folder.current?.click()}>
            {words("library.import.folder")}
          </button>
        </p>
        {[files, folder].map((input) => (
          <input
            key={input === files ? "files" : "folder"}
            ref={input}
            type="file"
            multiple
            hidden
            aria-label={words(input === files ? "library.import.files" : "library.import.folder")}
            onChange={({ target }) => {
              if (target.files) void take(readPicked([...target.files])); // none of a folder that is empty
              target.value = ""; // the same files may be chosen again after a change
            }}
          />
        ))}
      </div>
      <p role="status" className="small">
        {reading ? words("library.import.reading") : told}
      </p>
      {refused ? <Refusal refused={refused} /> : null}
      {imported ? (
        <ImportOutcome imported={imported} onChoose={(choice) => intake && take(Promise.resolve(intake), choice)} />
      ) : null}
    </section>
  );
}
