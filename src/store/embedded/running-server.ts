import { readFileSync, realpathSync, rmSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { Client } from "pg";
import { codeOf } from "../postgres/failures.ts";
import type { Passwords } from "./passwords.ts";
import type { Place } from "./place.ts";
import { isAlive, leftIn, worksIn } from "./processes.ts";

/** A PostgreSQL that answers. */
export type RunningServer = { readonly pid: number; readonly host: string; readonly port: number };

export type Login = { readonly user: string; readonly password: string; readonly database: string };

const patience = 30_000;

/** What PostgreSQL says about itself in its folder: line by line, some of it only when it is ready. */
export function readPidFile(data: string): (RunningServer & { readonly isReady: boolean }) | undefined {
  try {
    const lines = readFileSync(join(data, "postmaster.pid"), "utf8").split("\n");
    const sockets = lines[4]?.trim() ?? "";
    const address = lines[5]?.trim() ?? "";
    const port = Number(lines[3]);
    return { pid: Number(lines[0]), host: sockets || address, port, isReady: lines[7]?.trim() === "ready" };
  } catch {
    return undefined;
  }
}

export function urlOf({ host, port }: RunningServer, { user, password, database }: Login): string {
  return host.startsWith("/")
    ? `postgres://${user}:${password}@localhost:${port}/${database}?host=${encodeURIComponent(host)}`
    : `postgres://${user}:${password}@${host}:${port}/${database}`;
}

/**
 * The server that runs in this folder already, if one does: started by another process, or left over from one that was
 * killed. It is known by answering to our password from our folder. What is left of a dead one is cleared away.
 */
export async function findRunning(place: Place, { superuser }: Passwords): Promise<RunningServer | undefined> {
  const login = { user: "postgres", password: superuser, database: "postgres" };
  const until = performance.now() + patience;
  for (;;) {
    const named = readPidFile(place.data);
    if (!named || Math.abs(named.pid) === 0) return undefined;
    const answer = named.host === "" ? "silent" : await knock(urlOf(named, login), place.data);
    if (answer === "ours") return named;
    if (answer === "not ours") {
      throw new Error(
        `a PostgreSQL that is not this folder's answers where ${place.data}/postmaster.pid says (process ${named.pid})`,
      );
    }
    const works = worksIn(named.pid, place.data);
    if (works === false) {
      clearRemains(place.data, named.pid);
      return undefined;
    }
    if (performance.now() > until) {
      throw new Error(
        `process ${named.pid} ${works === true ? "is the PostgreSQL of" : "is named by"} ${place.data}/postmaster.pid ` +
          `but has not answered for ${patience / 1000} s; stop it and start again`,
      );
    }
    await sleep(50);
  }
}

async function knock(url: string, data: string): Promise<"ours" | "not ours" | "silent"> {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 2000 });
  client.on("error", () => {});
  try {
    await client.connect();
    const { rows } = await client.query("select current_setting('data_directory') as folder");
    return realpathSync(String(rows[0]?.folder)) === data ? "ours" : "not ours";
  } catch (error) {
    return codeOf(error) === "28P01" ? "not ours" : "silent"; // wrong password
  } finally {
    await client.end().catch(() => {});
  }
}

/**
 * The postmaster is dead. Its children notice and go, but a busy one may take seconds, and PostgreSQL does not start beside
 * them; since it will recover from its log anyway, they are ended here. A number that now belongs to quite another
 * process would keep PostgreSQL from starting for ever: then, and when nothing works in the folder, the file goes.
 */
function clearRemains(data: string, pid: number): void {
  for (const left of leftIn(data)) {
    try {
      process.kill(left, "SIGKILL");
    } catch {
      // gone by itself
    }
  }
  if (isAlive(pid) && leftIn(data).length === 0) rmSync(join(data, "postmaster.pid"), { force: true });
}
