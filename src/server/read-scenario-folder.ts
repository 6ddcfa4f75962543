import {
  closeSync,
  constants,
  type Dirent,
  fstatSync,
  openSync,
  readdirSync,
  readFileSync,
  realpathSync,
  statSync,
} from "node:fs";
import { join, sep } from "node:path";

/** The language refuses larger files. */
const largestFile = 1024 * 1024;
/** All files of a scenario together. */
const largestFolder = 16 * 1024 * 1024;
const deepest = 4;

/** What a scenario is written in, and what explains it. */
const wanted = /\.(ya?ml|md|geojson|json)$/i;

/**
 * The text files of a scenario's folder by path inside it ("sheets/RU.yaml"), in one order on every machine. Left out is
 * what the command line would refuse to read as well: links that lead out of the folder, what is no ordinary file, what
 * is too large.
 */
export function readScenarioFolder(folder: string): ReadonlyMap<string, string> {
  const files = new Map<string, string>();
  let room = largestFolder;
  for (const path of pathsIn(folder)) {
    const bytes = readGuarded(join(folder, path), folder, Math.min(room, largestFile));
    if (!bytes) continue;
    room -= bytes.length;
    files.set(path, bytes.toString("utf8"));
  }
  return files;
}

/** Differs when one of these files was changed, added or taken away. */
export function versionOf(folder: string): string {
  return pathsIn(folder)
    .map((path) => {
      const stat = statSync(join(folder, path), { throwIfNoEntry: false });
      return `${path} ${stat?.mtimeMs} ${stat?.size}`;
    })
    .join("\n");
}

function pathsIn(folder: string, below = "", depth = deepest): readonly string[] {
  return entriesOf(join(folder, below))
    .filter(({ name }) => !name.startsWith("."))
    .toSorted((one, other) => (one.name < other.name ? -1 : 1))
    .flatMap((entry) => {
      const path = below === "" ? entry.name : `${below}/${entry.name}`;
      if (entry.isDirectory()) return depth > 0 ? pathsIn(folder, path, depth - 1) : [];
      return wanted.test(entry.name) ? [path] : [];
    });
}

function entriesOf(folder: string): readonly Dirent[] {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch {
    return []; // gone, or not ours to read
  }
}

function readGuarded(path: string, within: string, largest: number): Buffer | undefined {
  let descriptor: number | undefined;
  try {
    const real = realpathSync(path);
    if (!real.startsWith(realpathSync(within) + sep)) return undefined;
    // non-blocking: opening a named pipe would otherwise wait for a writer for ever
    descriptor = openSync(real, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
    const stat = fstatSync(descriptor);
    return stat.isFile() && stat.size <= largest ? readFileSync(descriptor) : undefined;
  } catch {
    return undefined; // gone, or not ours to read
  } finally {
    if (descriptor !== undefined) closeSync(descriptor);
  }
}
