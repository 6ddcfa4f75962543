import { type Intake, type IntakeProblem, intakeLimits } from "./intake.ts";
import { isWanted, safePath } from "./safe-path.ts";

/** Takes files one by one, within the limits, however they come: from a folder, a list or a zip. */
export type Gatherer = {
  /** A file is there, whether or not it is wanted. */
  readonly see: (written: string) => void;
  /** Whether to read a file of this path and size at all; what is wrong with it is noted. Room is kept for it. */
  readonly wants: (written: string, size: number) => string | undefined;
  readonly add: (path: string, bytes: Uint8Array) => void;
  readonly refuse: (path: string, what: IntakeProblem["what"]) => void;
  /** No more is looked at: there are too many files, or they are too large together. */
  readonly isFull: () => boolean;
  /** Bytes that may still come. */
  readonly room: () => number;
  readonly finish: (name: string) => Intake;
};

const mostProblems = 100;

export function gatherer(): Gatherer {
  const files = new Map<string, Uint8Array>();
  const problems: IntakeProblem[] = [];
  const reserved = new Set<string>();
  const seen = new Set<string>();
  let room: number = intakeLimits.all;
  let names = 0;
  let full = false;
  const refuse: Gatherer["refuse"] = (path, what) => {
    // a list of a thousand files that were not taken helps nobody
    if (problems.length < mostProblems) problems.push({ path: path.slice(0, 300), what });
  };
  const fill = (what: IntakeProblem["what"]): undefined => {
    if (!full) refuse("", what);
    full = true;
  };
  return {
    see: (written) => {
      const verdict = safePath(written);
      if (verdict.kind === "file" && seen.size < intakeLimits.names) seen.add(verdict.path);
    },
    wants: (written, size) => {
      if (full) return undefined;
      if (++names > intakeLimits.names) return fill("too-many-files");
      const verdict = safePath(written);
      if (verdict.kind === "unsafe") refuse(written, "unsafe-path");
      if (verdict.kind !== "file" || !isWanted(verdict.path)) return undefined;
      const { path } = verdict;
      if (reserved.has(path)) {
        refuse(path, "twice");
        return undefined;
      }
      if (size > intakeLimits.file) {
        refuse(path, "file-too-large");
        return undefined;
      }
      if (reserved.size >= intakeLimits.files) return fill("too-many-files");
      if (size > room) return fill("all-too-large");
      reserved.add(path);
      return path;
    },
    add: (path, bytes) => {
      // counted as it is, not as it was said to be
      if (bytes.length > intakeLimits.file) refuse(path, "file-too-large");
      else if (bytes.length > room) fill("all-too-large");
      else {
        room -= bytes.length;
        files.set(path, bytes);
      }
    },
    refuse,
    isFull: () => full,
    room: () => room,
    finish: (name) => {
      const { inner, folder } = withoutRoot(files);
      return { files: inner, name: folder ?? withoutEnding(name), given: name, problems, seen: [...seen] };
    },
  };
}

/** Folders that hold nothing but one folder are taken off, all of them. */
function withoutRoot(files: ReadonlyMap<string, Uint8Array>): {
  readonly inner: ReadonlyMap<string, Uint8Array>;
  readonly folder: string | undefined;
} {
  let inner = files;
  let folder: string | undefined;
  for (;;) {
    const roots = new Set(
      [...inner.keys()].map((path) => (path.includes("/") ? path.slice(0, path.indexOf("/")) : "")),
    );
    const [root] = roots;
    // a folder "sheets" or "map" around everything is a part of a scenario, not the scenario's own
    if (root === undefined || roots.size !== 1 || root === "" || root === "sheets") return { inner, folder };
    folder = root;
    inner = new Map([...inner].map(([path, bytes]) => [path.slice(root.length + 1), bytes]));
  }
}

function withoutEnding(name: string): string {
  return name.replace(/^.*[\\/]/, "").replace(/\.[A-Za-z0-9]{1,7}$/, "");
}
