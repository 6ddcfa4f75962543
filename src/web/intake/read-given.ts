import { gatherer } from "./gatherer.ts";
import { type Intake, intakeLimits } from "./intake.ts";
import { readZip } from "./read-zip.ts";
import { isWanted, isZipName, safePath } from "./safe-path.ts";
import { looksLikeZip } from "./zip-directory.ts";

/** A file that was given, with its path inside what was given. `file` is asked for only when it is wanted. */
export type Given = { readonly path: string; readonly file: () => Promise<File> };

/** One file, one zip, or the files of folders. `name` is the folder's, which empty ones have too. */
export async function readGiven(given: readonly Given[], truncated: boolean, name = ""): Promise<Intake> {
  const [only] = given;
  if (given.length === 1 && only && !only.path.includes("/")) return readSingle(only);
  const gathered = gatherer();
  for (const { path } of given) gathered.see(path);
  if (truncated) gathered.refuse("", "too-many-files");
  for (const { path: written, file } of given) {
    if (gathered.isFull()) break;
    if (isZipName(written) && safePath(written).kind === "file") gathered.refuse(written, "zip-in-zip");
    if (!isWanted(written)) continue; // photographs and programs are not even looked at
    try {
      const found = await file();
      const path = gathered.wants(written, found.size);
      if (path !== undefined) gathered.add(path, new Uint8Array(await found.arrayBuffer()));
    } catch {
      gathered.refuse(written, "unreadable"); // deleted or forbidden since it was picked
    }
  }
  return gathered.finish(name);
}

async function readSingle({ path, file }: Given): Promise<Intake> {
  const gathered = gatherer();
  gathered.see(path);
  try {
    const blob = await file();
    const head = new Uint8Array(await blob.slice(0, 4).arrayBuffer());
    if (isZipName(path) || looksLikeZip(head)) {
      if (blob.size > intakeLimits.zip) gathered.refuse(path, "zip-too-large");
      else return await readZip(path, new Uint8Array(await blob.arrayBuffer()));
      return gathered.finish(path);
    }
    const single = { name: path, blob };
    if (blob.size > intakeLimits.file) {
      gathered.refuse(path, "file-too-large");
    } else {
      const bytes = new Uint8Array(await blob.arrayBuffer());
      const verdict = safePath(path);
      // one file is taken whatever its ending: what is in it decides
      gathered.add(verdict.kind === "file" ? verdict.path : "file", bytes);
    }
    return { ...gathered.finish(path), single };
  } catch {
    gathered.refuse(path, "unreadable");
    return gathered.finish(path);
  }
}
