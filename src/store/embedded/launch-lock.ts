import { randomBytes } from "node:crypto";
import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";
import { isAlive, startOf } from "./processes.ts";

const patience = 90_000;

/**
 * One at a time starts or stops the PostgreSQL of a folder; the others wait and then find what it has done. The lock of a
 * process that was killed is taken over.
 */
export async function withLaunchLock<Result>(path: string, work: () => Promise<Result>): Promise<Result> {
  const own = `${process.pid} ${startOf(process.pid)} ${randomBytes(8).toString("hex")}`;
  const until = performance.now() + patience;
  while (!take(path, own)) {
    if (performance.now() > until) {
      throw new Error(`another process has been starting the database for ${patience / 1000} s; see ${path}`);
    }
    await sleep(30);
  }
  try {
    return await work();
  } finally {
    if (read(path) === own) rmSync(path, { force: true });
  }
}

function take(path: string, own: string): boolean {
  try {
    writeFileSync(path, own, { flag: "wx", mode: 0o600 });
    return true;
  } catch (error) {
    if (!(error instanceof Error && "code" in error && error.code === "EEXIST")) throw error;
  }
  const holder = read(path);
  if (holder === undefined || !isAbandoned(holder)) return false;
  // moved away first: whoever moves it knows from the text whether it was still the abandoned one
  const aside = `${path}.${randomBytes(8).toString("hex")}`;
  try {
    renameSync(path, aside);
    if (read(aside) !== holder) linkSync(aside, path);
  } catch {
    // somebody else was quicker
  }
  rmSync(aside, { force: true });
  return false;
}

function isAbandoned(holder: string): boolean {
  const [pid, start] = holder.split(" ");
  if (!isAlive(Number(pid))) return true;
  return start !== "" && startOf(Number(pid)) !== start; // the number has been given to another process
}

/** Undefined also while its owner has made it but not written it yet. */
function read(path: string): string | undefined {
  try {
    return readFileSync(path, "utf8") || undefined;
  } catch {
    return undefined;
  }
}
