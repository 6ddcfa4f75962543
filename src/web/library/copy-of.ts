import { newScenarioKey } from "../shelf/scenario-key.ts";
import type { ScenarioRecord } from "../shelf/shelf.ts";

/** A new record with the same files. */
export function copyOf(record: Pick<ScenarioRecord, "id" | "files">, title: string): ScenarioRecord {
  return {
    id: newScenarioKey(),
    version: 0,
    changed: "",
    title,
    origin: { kind: "copy", of: record.id },
    files: record.files,
  };
}
