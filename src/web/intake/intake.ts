/** What was dropped or picked, read under guard: files by their path, what was wrong with others, and the one file if it was one. */
export type Intake = {
  /** By path inside the folder ("sheets/RU.yaml"); a single folder around everything is taken off. */
  readonly files: ReadonlyMap<string, Uint8Array>;
  /** Name of what was given: of the folder, the zip or the file, without an ending. */
  readonly name: string;
  /** The same as the reader knows it, with its ending; empty where several things were given. */
  readonly given: string;
  readonly problems: readonly IntakeProblem[];
  /** Every file that was there, wanted or not, as far as was looked; none of hidden ones and what systems leave behind. */
  readonly seen: readonly string[];
  /** The file as it was given, when it was one and no zip. It may be larger than what is read of folders. */
  readonly single?: { readonly name: string; readonly blob: Blob };
};

/** A file that was not taken, or a reason to take none. What it concerns is missing from `files`. */
export type IntakeProblem = {
  /** Empty for everything together. */
  readonly path: string;
  readonly what:
    | "file-too-large"
    | "all-too-large"
    | "too-many-files"
    | "unsafe-path"
    | "twice"
    | "unreadable"
    | "not-a-zip"
    | "zip-too-large"
    | "zip-encrypted"
    | "zip-method"
    | "zip-link"
    | "zip-damaged"
    | "zip-in-zip";
};

export const mebibyte = 1024 * 1024;
/** The same as the command line's: the language reads no larger file, and no larger scenario. */
export const intakeLimits = {
  file: mebibyte,
  all: 16 * mebibyte,
  files: 500,
  /** A zip of 16 MB of texts is far smaller; one of stored files is a little larger. */
  zip: 20 * mebibyte,
  /** Names that are looked at, wanted or not: a home folder dropped by mistake must end soon. */
  names: 10_000,
  depth: 12,
} as const;
