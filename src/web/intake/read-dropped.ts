import { type Intake, intakeLimits } from "./intake.ts";
import { type Given, readGiven } from "./read-given.ts";
import { safePath } from "./safe-path.ts";

/** What of a drop is looked at; a `DataTransfer` has it. */
export type Dropped = {
  readonly items: Iterable<Pick<DataTransferItem, "kind" | "webkitGetAsEntry" | "getAsFile">> | DataTransferItemList;
};

/**
 * The files and folders that were dropped, folders with all that lies in them. Call it in the drop event itself: what was
 * dropped may be asked for only until the event is over, which is why nothing is awaited before it is all taken.
 */
export function readDropped(dropped: Dropped): Promise<Intake> {
  const entries: FileSystemEntry[] = [];
  const given: Given[] = [];
  for (const item of Array.from(dropped.items as Iterable<DataTransferItem>)) {
    if (item.kind !== "file") continue;
    const entry = item.webkitGetAsEntry?.();
    const file = entry ? null : item.getAsFile();
    if (entry) entries.push(entry);
    else if (file) given.push({ path: file.name, file: async () => file });
  }
  return walk(entries, given);
}

async function walk(entries: readonly FileSystemEntry[], files: readonly Given[]): Promise<Intake> {
  const given = [...files];
  const open = entries.map((entry) => ({ entry, path: entry.name })).reverse();
  let looked = 0;
  for (let next = open.pop(); next && looked < intakeLimits.names; next = open.pop()) {
    looked++;
    const { entry, path } = next;
    if (entry.isDirectory) {
      if (safePath(path).kind !== "file") continue;
      // safe: an entry that says it is a directory is one
      const inside = await entriesOf(entry as FileSystemDirectoryEntry, intakeLimits.names - looked);
      for (const inner of inside.reverse()) open.push({ entry: inner, path: `${path}/${inner.name}` });
    } else if (entry.isFile) {
      // safe: an entry that says it is a file is one; it is asked for only when it is wanted
      given.push({ path, file: () => fileOf(entry as FileSystemFileEntry) });
    }
  }
  return readGiven(given, looked >= intakeLimits.names, entries.length === 1 ? entries[0]!.name : "");
}

/** A folder answers in batches (of 100 in Chromium), the last of them empty. One that cannot be read counts as empty. */
async function entriesOf(folder: FileSystemDirectoryEntry, most: number): Promise<FileSystemEntry[]> {
  const reader = folder.createReader();
  const all: FileSystemEntry[] = [];
  for (;;) {
    const batch = await new Promise<FileSystemEntry[]>((resolve) => reader.readEntries(resolve, () => resolve([])));
    if (batch.length === 0 || all.length > most) return all;
    all.push(...batch);
  }
}

function fileOf(entry: FileSystemFileEntry): Promise<File> {
  return new Promise((resolve, reject) => entry.file(resolve, reject));
}
