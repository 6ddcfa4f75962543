import { closeSync, constants, fstatSync, openSync, readFileSync, realpathSync } from "node:fs";
import { isAbsolute, join, relative, sep } from "node:path";
import type { Diagnostic } from "#prelude";
import { namesIn } from "./find-scenario.ts";

/** A file as a person knows it (its path as typed or relative to where they are) and its bytes. */
export type ReadFile = { readonly file: string; readonly bytes: Uint8Array };
export type ReadFiles = { readonly files: readonly ReadFile[]; readonly diagnostics: readonly Diagnostic[] };

/** The language refuses larger files; this keeps them from being read at all. */
export const largestFile = 1024 * 1024;

/** Every file of the folder whose name ends in one of these, in name order. Anything else in it is nobody's business. `within`: see readOne. */
export function readFolder(folder: string, endings: readonly string[], within: string): ReadFiles {
  const wanted = namesIn(folder).filter((name) => endings.some((ending) => name.toLowerCase().endsWith(ending)));
  return together(wanted.map((name) => readOne(join(folder, name), within)));
}

export function together(parts: readonly ReadFiles[]): ReadFiles {
  return { files: parts.flatMap((part) => part.files), diagnostics: parts.flatMap((part) => part.diagnostics) };
}

/**
 * One file, if it is an ordinary one of a reasonable size inside `within`. A link that leads out of the folder is not
 * followed: a scenario sent by somebody else must not make Entente read, and then print, another file of this machine.
 */
export function readOne(path: string, within: string): ReadFiles {
  const file = shownPath(path);
  const refuse = (code: string, message: string, fix: string): ReadFiles => ({
    files: [],
    diagnostics: [{ severity: "error", code, at: { file, line: 1, column: 1 }, message, fix }],
  });
  try {
    const real = realpathSync(path);
    if (!real.startsWith(realpathSync(within) + sep))
      return refuse(
        "file-outside",
        "This is a link to a file outside the scenario's folder.",
        "Put a copy of the file itself here.",
      );
    // non-blocking: opening a named pipe would otherwise wait for a writer for ever
    const descriptor = openSync(real, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
    try {
      const stat = fstatSync(descriptor);
      if (!stat.isFile())
        return refuse("file-not-ordinary", "This is not an ordinary file.", "Put an ordinary file here, or remove it.");
      if (stat.size > largestFile)
        return refuse(
          "file-too-large",
          `This file has ${(stat.size / 1024 / 1024).toFixed(1)} MB; at most 1 MB is read.`,
          "Move long texts and data elsewhere and refer to them by a source.",
        );
      return { files: [{ file, bytes: readFileSync(descriptor) }], diagnostics: [] };
    } finally {
      closeSync(descriptor);
    }
  } catch (error) {
    return refuse(
      "file-unreadable",
      `This file could not be read: ${systemReason(error)}.`,
      "Check that it exists and that you may read it.",
    );
  }
}

/** The path as a person at this prompt would write it. */
export function shownPath(path: string): string {
  const shown = isAbsolute(path) ? relative(process.cwd(), path) : path;
  return (shown.startsWith("..") ? path : shown).replaceAll(sep, "/");
}

/** What the operating system said, in words: "permission denied". Anything that is not its error is thrown on. */
export function systemReason(error: unknown): string {
  const code = error instanceof Error && "code" in error ? String(error.code) : undefined;
  if (code === undefined) throw error;
  const words: Readonly<Record<string, string>> = {
    EACCES: "permission denied",
    EPERM: "not permitted",
    ENOENT: "no such file or folder",
    ENOTDIR: "a part of its path is not a folder",
    EISDIR: "it is a folder",
    ELOOP: "its links lead round in a circle",
    ENOSPC: "the disk is full",
    EROFS: "the disk is read-only",
    EEXIST: "something of that name is already there",
    EMFILE: "too many open files",
    ENXIO: "it is not an ordinary file",
  };
  return words[code] ?? code;
}
