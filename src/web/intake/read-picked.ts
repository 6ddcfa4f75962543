import type { Intake } from "./intake.ts";
import { readGiven } from "./read-given.ts";

/** The files of `<input type="file">`, or of a folder picked with `webkitdirectory`. */
export function readPicked(picked: FileList | readonly File[]): Promise<Intake> {
  // at once: the list empties when the input is cleared
  const files = Array.from(picked);
  const given = files.map((file) => ({ path: file.webkitRelativePath || file.name, file: async () => file }));
  const roots = new Set(given.map(({ path }) => path.slice(0, Math.max(0, path.indexOf("/")))));
  return readGiven(given, false, roots.size === 1 ? [...roots][0]! : "");
}
