import { mkdirSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { ok, type Result } from "#prelude";
import { couldNotRun, type Failure } from "./failure.ts";
import { systemReason } from "./system-reason.ts";

/** Writes the file, making its folder when there is none. */
export function writeFile(path: string, text: string): Result<undefined, Failure> {
  try {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
    return ok(undefined);
  } catch (error) {
    return couldNotRun(`"${path}" could not be written: ${systemReason(error)}.`);
  }
}
