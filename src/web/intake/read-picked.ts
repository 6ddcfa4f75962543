import type { Intake } from "./intake.ts";
import { readGiven } from "./read-given.ts";

/** The files of `<input type="file">`, or of a folder picked with `webkitdirectory`. */
export function readPicked(picked: FileList | readonly File[]): Promise<Intake> {
  // at once: the list empties when the input is cleared
  const files = Array.from(picked);
  return readGiven(
    files.map((file) => ({ path: file.webkitRelativePath || file.name, file: async () => file })),
    false,
  );
}
