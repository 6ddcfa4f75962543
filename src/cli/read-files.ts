import {
  closeSync,
  constants,
  existsSync,
  fstatSync,
  openSync,
  readdirSync,
  readFileSync,
  realpathSync,
} from "node:fs";
import { isAbsolute, join, relative, sep } from "node:path";
import type { Diagnostic } from "#prelude";
import { systemReason } from "./system-reason.ts";

/** Files by their path inside the folder ("sheets/RU.yaml"), and what could not be read. */
export type ReadFiles = {
  readonly files: ReadonlyMap<string, Uint8Array>;
  readonly diagnostics: readonly Diagnostic[];
};

/** The language refuses larger files; this keeps them from being read at all. */
const largestFile = 1024 * 1024;
/** All files of a scenario together. */
const largestFolder = 16 * 1024 * 1024;

/** These files of the folder. A diagnostic names its file as a person at this prompt would. */
export function readFiles(folder: string, names: readonly string[]): ReadFiles {
  const files = new Map<string, Uint8Array>();
  const diagnostics: Diagnostic[] = [];
  let room = largestFolder;
  for (const name of names) {
    const read = readGuarded(join(folder, name), folder, room);
    room -= read.bytes?.length ?? 0;
    if (read.bytes) files.set(name, read.bytes);
    else
      diagnostics.push({
        severity: "error",
        code: read.code,
        at: { file: shownPath(join(folder, name)), line: 1, column: 1 },
        message: read.message,
        fix: read.fix,
      });
  }
  return { files, diagnostics };
}

/** The names in a folder that end in one of these, in one order on every machine; none when there is no such folder. */
export function fileNames(folder: string, endings: readonly string[]): readonly string[] {
  if (!existsSync(folder)) return [];
  const isWanted = (name: string): boolean => endings.some((ending) => name.toLowerCase().endsWith(ending));
  return readdirSync(folder).filter(isWanted).sort();
}

type Guarded =
  | { readonly bytes: Uint8Array }
  | { readonly bytes?: undefined; readonly code: string; readonly message: string; readonly fix: string };

/**
 * The file, if it is an ordinary one of a reasonable size inside `within`. A link that leads out of the folder is not
 * followed: a scenario sent by somebody else must not make Entente read, and then print, another file of this machine.
 */
function readGuarded(path: string, within: string, room: number): Guarded {
  try {
    const real = realpathSync(path);
    if (!real.startsWith(realpathSync(within) + sep))
      return {
        code: "file-outside",
        message: "This is a link to a file outside the scenario's folder.",
        fix: "Put a copy of the file itself here.",
      };
    // non-blocking: opening a named pipe would otherwise wait for a writer for ever
    const descriptor = openSync(real, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
    try {
      return readOrdinary(descriptor, room);
    } finally {
      closeSync(descriptor);
    }
  } catch (error) {
    return {
      code: "file-unreadable",
      message: `This file could not be read: ${systemReason(error)}.`,
      fix: "Check that it exists and that you may read it.",
    };
  }
}

function readOrdinary(descriptor: number, room: number): Guarded {
  const stat = fstatSync(descriptor);
  if (!stat.isFile())
    return { code: "file-not-ordinary", message: "This is not an ordinary file.", fix: "Put an ordinary file here." };
  if (stat.size > largestFile)
    return {
      code: "file-too-large",
      message: `This file has ${(stat.size / largestFile).toFixed(1)} MB; at most 1 MB is read.`,
      fix: "Move long texts and data elsewhere and refer to them by a source.",
    };
  if (stat.size > room)
    return {
      code: "folder-too-large",
      message: `With this file the folder has more than ${largestFolder / largestFile} MB; no more is read.`,
      fix: "Keep only the files of one scenario here.",
    };
  return { bytes: readFileSync(descriptor) };
}

/** The path as a person at this prompt would write it: relative when it lies below. */
export function shownPath(path: string): string {
  const below = isAbsolute(path) ? relative(process.cwd(), path) : path;
  return (isAbsolute(path) && below.startsWith("..") ? path : below).replaceAll(sep, "/");
}
