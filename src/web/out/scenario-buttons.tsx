import { useState } from "react";
import { useDeal } from "../deal/deal-context.tsx";
import { useEngine } from "../engine/engine-context.tsx";
import { zipOf } from "../library/zip-of.ts";
import { download } from "../parts/download.ts";
import { useWords } from "../words/words.tsx";
import { fileName } from "./file-name.ts";

/** The scenario's folder as a zip: as its files are, and with what the reader added to it. */
export function ScenarioButtons() {
  const { files, written, scenario } = useDeal();
  const engine = useEngine();
  const words = useWords();
  const [failed, setFailed] = useState("");
  const { id } = written.agenda;
  const take = async (what: string, folder: () => Promise<Readonly<Record<string, string>>>) => {
    try {
      download(fileName(id, what, "zip"), await zipOf(await folder()));
      setFailed("");
    } catch (error) {
      setFailed(words("out.failed", { why: error instanceof Error ? error.message : String(error) }));
    }
  };
  const changed = async () => Object.fromEntries(await engine.ask("write", { scenario }).answer);
  return (
    <>
      <button type="button" onClick={() => void take("scenario", async () => files)}>
        {words("out.zip")}
      </button>
      {scenario === written ? null : (
        <button type="button" onClick={() => void take("scenario-assumed", changed)}>
          {words("out.zip.changed")}
        </button>
      )}
      <span role="status" className="note">
        {failed}
      </span>
    </>
  );
}
