import { readdirSync, readFileSync, readlinkSync } from "node:fs";
import { basename } from "node:path";

export function isAlive(pid: number): boolean {
  if (!Number.isInteger(pid) || pid <= 0) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && "code" in error && error.code === "EPERM"; // there, and another user's
  }
}

/** When a process was started, in the kernel's own count; empty text where there is no /proc. */
export function startOf(pid: number): string {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    // the name in brackets may have spaces in it; the 20th field after it is the start
    return stat.slice(stat.lastIndexOf(")") + 2).split(" ")[19] ?? "";
  } catch {
    return "";
  }
}

/**
 * Whether a process is a PostgreSQL that works in this data folder. "unknown" where the system does not say: there is no
 * /proc, or the process is another user's.
 */
export function worksIn(pid: number, data: string): boolean | "unknown" {
  if (!isAlive(pid)) return false;
  try {
    const program = basename(readlinkSync(`/proc/${pid}/exe`)).replace(/ \(deleted\)$/, "");
    return program === "postgres" && readlinkSync(`/proc/${pid}/cwd`) === data;
  } catch {
    return isAlive(pid) ? "unknown" : false;
  }
}

/** What a killed PostgreSQL has left running in its folder; nothing where the system does not say. */
export function leftIn(data: string): readonly number[] {
  try {
    return readdirSync("/proc")
      .filter((name) => /^\d+$/.test(name))
      .map(Number)
      .filter((pid) => worksIn(pid, data) === true);
  } catch {
    return [];
  }
}
