import { spawn } from "node:child_process";
import { chownSync, closeSync, existsSync, openSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import type { Binaries } from "./binaries.ts";
import type { Passwords } from "./passwords.ts";
import { ownFolder, type Place, type RunsAs } from "./place.ts";
import { type RunningServer, readPidFile } from "./running-server.ts";

const patience = 60_000;

/** Nothing of our own surroundings, such as PGDATA or a proxy, reaches PostgreSQL. */
const surroundings = { PATH: process.env.PATH ?? "", LC_ALL: "C", TZ: "UTC" };

/** Makes the data folder, once: beside, and put in place when it is whole. */
export async function initialise(place: Place, binaries: Binaries, { superuser }: Passwords): Promise<void> {
  const making = `${place.data}.new`;
  const passwordFile = join(place.folder, `first-password.${process.pid}`);
  rmSync(making, { recursive: true, force: true });
  ownFolder(making, place.runsAs);
  try {
    writeFileSync(passwordFile, superuser, { mode: 0o600, flag: "wx" });
    if (place.runsAs !== "us") chownSync(passwordFile, place.runsAs.uid, place.runsAs.gid);
    await run(
      join(binaries.folder, "initdb"),
      [
        ...["--pgdata", making, "--username=postgres", `--pwfile=${passwordFile}`, "--auth=scram-sha-256"],
        ...["--encoding=UTF8", "--locale=C", "--locale-provider=builtin", "--builtin-locale=C.UTF-8"],
        ...["--data-checksums", "--no-instructions"],
      ],
      place.runsAs,
    );
  } finally {
    rmSync(passwordFile, { force: true });
  }
  renameSync(making, place.data);
}

/** A data folder can be used only by the PostgreSQL whose major version made it. */
export function checkVersion(place: Place, { major }: Binaries): void {
  const made = readFileSync(join(place.data, "PG_VERSION"), "utf8").trim();
  if (made !== String(major)) {
    throw new Error(
      `${place.data} was made by PostgreSQL ${made} and this is PostgreSQL ${major}: start the Entente that made it, ` +
        "dump the database, and restore it into a new data folder",
    );
  }
}

export async function startServer(
  place: Place,
  binaries: Binaries,
  { loopback }: { readonly loopback: boolean },
): Promise<RunningServer> {
  if (!loopback) ownFolder(place.sockets, place.runsAs);
  const until = performance.now() + patience;
  for (;;) {
    const outcome = await tryToStart(place, binaries, loopback);
    if (typeof outcome !== "string") return outcome;
    // a predecessor that was killed still holds its memory or its file
    const willPass = /pre-existing shared memory block|lock file ".*" already exists/.test(outcome);
    if (!willPass || performance.now() > until) throw new Error(`PostgreSQL did not start: ${outcome}`);
    await sleep(100);
  }
}

async function tryToStart(place: Place, binaries: Binaries, loopback: boolean): Promise<RunningServer | string> {
  const port = loopback ? await portFor(join(place.folder, "port")) : 5432;
  const log = openSync(place.log, "w", 0o600);
  const child = spawn(join(binaries.folder, "postgres"), ["-D", place.data, ...settings(place, loopback, port)], {
    cwd: "/",
    env: surroundings,
    stdio: ["ignore", log, log],
    detached: true, // Ctrl-C is for us: we stop it when our own work is done
    ...(place.runsAs === "us" ? {} : place.runsAs),
  });
  closeSync(log);
  let ended: string | undefined;
  child.once("error", (error) => {
    ended = error.message;
  });
  child.once("exit", (code, signal) => {
    ended = `it ended with ${signal ?? code}: ${tailOf(place.log)}`;
  });
  child.unref();
  const until = performance.now() + patience;
  while (ended === undefined) {
    const named = readPidFile(place.data);
    if (named?.isReady && named.pid === child.pid) return named;
    if (performance.now() > until) {
      child.kill("SIGQUIT");
      throw new Error(`PostgreSQL has not been ready for ${patience / 1000} s: ${tailOf(place.log)}`);
    }
    await sleep(10);
  }
  return ended;
}

function settings(place: Place, loopback: boolean, port: number): readonly string[] {
  const values = {
    port,
    listen_addresses: loopback ? "127.0.0.1" : "",
    unix_socket_directories: loopback ? "" : place.sockets,
    max_connections: 100,
    // what is being negotiated stands in no log: neither statements nor the values that an error would name
    log_min_messages: "log",
    log_min_error_statement: "panic",
    log_error_verbosity: "terse",
    log_statement: "none",
    log_checkpoints: "off",
  };
  return Object.entries(values).flatMap(([name, value]) => ["-c", `${name}=${value}`]);
}

/** The port of last time if nobody has taken it, so that those who know the address find the server again. */
async function portFor(file: string): Promise<number> {
  const last = existsSync(file) ? Number(readFileSync(file, "utf8")) : 0;
  const port = await freePort(last).catch(() => freePort(0));
  writeFileSync(file, `${port}\n`);
  return port;
}

function freePort(wanted: number): Promise<number> {
  return new Promise((found, failed) => {
    const server = createServer();
    server.once("error", failed);
    server.listen(wanted, "127.0.0.1", () => {
      const address = server.address();
      server.close(() => found(typeof address === "object" && address !== null ? address.port : 0));
    });
  });
}

function tailOf(log: string): string {
  if (!existsSync(log)) return "";
  return readFileSync(log, "utf8").trim().split("\n").slice(-5).join(" | ");
}

function run(program: string, args: readonly string[], runsAs: RunsAs): Promise<void> {
  return new Promise((done, failed) => {
    const child = spawn(program, args, {
      cwd: "/",
      env: surroundings,
      stdio: ["ignore", "ignore", "pipe"],
      ...(runsAs === "us" ? {} : runsAs),
    });
    let said = "";
    child.stderr.setEncoding("utf8").on("data", (text: string) => {
      said += text;
    });
    child.once("error", failed);
    child.once("close", (code, signal) => {
      if (code === 0) done();
      else failed(new Error(`${program} ended with ${signal ?? code}: ${said.trim()}`));
    });
  });
}
