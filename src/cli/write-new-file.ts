import { existsSync } from "node:fs";
import type { Result } from "#prelude";
import { couldNotRun, type Failure } from "./failure.ts";
import { writeFile } from "./write-file.ts";

/** Writes the file unless one is there already. */
export function writeNewFile(path: string, text: string): Result<undefined, Failure> {
  if (existsSync(path))
    return couldNotRun(`"${path}" is already there. Name a file that does not exist yet: nothing is written over.`);
  return writeFile(path, text);
}
