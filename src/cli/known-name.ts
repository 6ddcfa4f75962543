import { ok, type Result } from "#prelude";
import { couldNotRun, type Failure } from "./failure.ts";
import { didYouMean } from "./nearest-name.ts";

/** The name, if it is one of those known; else what there is, and what was probably meant. */
export function knownName(written: string, kind: string, known: readonly string[]): Result<string, Failure> {
  if (known.includes(written)) return ok(written);
  const list =
    known.length === 0 ? "There are none here." : `There ${known.length === 1 ? "is" : "are"}: ${known.join(", ")}.`;
  return couldNotRun(`There is no ${kind} "${written}".${didYouMean(written, known)}\n${list}`);
}
