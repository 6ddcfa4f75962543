import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { chmodSync, chownSync, lstatSync, mkdirSync, realpathSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";

/** Whose rights PostgreSQL runs with: it refuses to be root. */
export type RunsAs = { readonly uid: number; readonly gid: number } | "us";

export type Place = {
  /** Holds everything below; open to be passed through, so that another user's PostgreSQL can reach what is its own. */
  readonly folder: string;
  readonly data: string;
  readonly sockets: string;
  readonly passwords: string;
  readonly log: string;
  readonly lock: string;
  readonly runsAs: RunsAs;
};

/** A socket's whole path may have 107 characters on Linux, 103 on macOS. */
const longestSocketFolder = 80;

/** Where a data folder's PostgreSQL keeps its things. `tell` hears what a person might wonder about. */
export function findPlace(dataFolder: string, tell: (sentence: string) => void): Place {
  const wanted = resolve(dataFolder);
  const runsAs = whoRuns();
  mkdirSync(wanted, { recursive: true });
  const real = realpathSync(wanted);
  let folder = real;
  if (runsAs !== "us" && !isOpenToAll(real)) {
    folder = `/var/lib/entente/${digestOf(real)}`;
    mkdirSync(folder, { recursive: true, mode: 0o755 });
    tell(
      `PostgreSQL does not run as root, and no other user may enter ${real}: the database is kept in ${folder} instead`,
    );
  }
  return {
    folder,
    data: join(folder, "postgres"),
    sockets: socketFolder(folder, runsAs),
    passwords: join(folder, "passwords.json"),
    log: join(folder, "postgres.log"),
    lock: join(folder, "starting.lock"),
    runsAs,
  };
}

/** A folder that only PostgreSQL's user may enter. */
export function ownFolder(path: string, runsAs: RunsAs): void {
  mkdirSync(path, { recursive: true, mode: 0o700 });
  const found = lstatSync(path);
  const owner = runsAs === "us" ? process.getuid?.() : runsAs.uid;
  if (runsAs !== "us" && found.uid === process.getuid?.()) chownSync(path, runsAs.uid, runsAs.gid);
  else if (!found.isDirectory() || (owner !== undefined && found.uid !== owner)) {
    throw new Error(`${path} belongs to somebody else; remove it, or choose another data folder`);
  }
  chmodSync(path, 0o700);
}

/** Whether every user may pass through all the folders down to this one. */
export function isOpenToAll(path: string): boolean {
  const parent = dirname(path);
  return (statSync(path).mode & 0o001) !== 0 && (parent === path || isOpenToAll(parent));
}

function whoRuns(): RunsAs {
  if (process.getuid?.() !== 0) return "us";
  const idOf = (which: "-u" | "-g"): number => Number(execFileSync("id", [which, "nobody"], { encoding: "utf8" }));
  try {
    return { uid: idOf("-u"), gid: idOf("-g") };
  } catch {
    return { uid: 65534, gid: 65534 }; // nobody, on every Linux that has no such name
  }
}

/** Always the same for a folder, so that those who find the server running find its socket too. */
function socketFolder(folder: string, runsAs: RunsAs): string {
  const beside = join(folder, "run");
  if (Buffer.byteLength(beside) <= longestSocketFolder) return beside;
  const user = runsAs === "us" ? (process.getuid?.() ?? "user") : runsAs.uid;
  return join(tmpdir(), `entente-${user}-${digestOf(folder)}`);
}

function digestOf(path: string): string {
  return createHash("sha256").update(path).digest("hex").slice(0, 16);
}
