import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { homedir } from "node:os";
import { join, resolve } from "node:path";
import type { Result } from "#prelude";
import type { RoomsOptions, ServeFailure, Serving } from "#server";
import { type ExitCode, endWith } from "../failure.ts";
import { packageRoot } from "../package-root.ts";
import { type StopRequest, stopRequest } from "../stop-request.ts";
import type { Terminal } from "../terminal.ts";

const usualPort = 4680;
/** How many ports from the usual one on are tried when it is taken. */
const portsTried = 20;

/** Serves the workbench until it is told to stop. */
export async function serveCommand(
  flags: { readonly port?: number; readonly host: string; readonly data?: string; readonly rooms: boolean },
  terminal: Terminal,
): Promise<ExitCode> {
  const stop = stopRequest();
  try {
    const [page, { serve }] = await Promise.all([pageBuilt(terminal, stop), import("#server")]);
    if (stop.isAsked()) return 0;
    if (page !== undefined) return endWith(terminal, { exit: 2, message: page });
    const served = await onSomePort(flags, terminal, (port) =>
      serve({
        port,
        host: flags.host,
        page: below("dist/web"),
        fonts: below("dist/fonts"),
        scenarios: below("scenarios"),
        ...(flags.rooms ? { rooms: roomsOptions(flags.data, terminal) } : {}),
      }),
    );
    if (!served.ok) return endWith(terminal, { exit: 2, message: served.error.message });
    if (!served.value.isLocal)
      terminal.tell(`Whoever reaches this machine at ${flags.host} can open it; there is no sign-in.`);
    terminal.print(`Entente is at ${served.value.address}\nCtrl-C stops it.`);
    served.value.openRooms();
    await stop.asked;
    await served.value.close();
    return 0;
  } finally {
    stop.forget();
  }
}

/** Rooms are kept in PostgreSQL: the one that DATABASE_URL names, or one that is started below the data folder. */
function roomsOptions(data: string | undefined, { tell }: Terminal): RoomsOptions {
  const { DATABASE_URL: databaseUrl, DATABASE_OWNER_URL: ownerUrl, ENTENTE_ORIGINS: origins } = process.env;
  return {
    dataFolder: data === undefined ? usualDataFolder() : resolve(data),
    ...(databaseUrl ? { databaseUrl } : {}),
    ...(ownerUrl ? { ownerUrl } : {}),
    ...(origins ? { origins: origins.split(/[\s,]+/).filter((origin) => origin !== "") } : {}),
    tell,
  };
}

/** In a checkout beside its sources; installed, where programs of this user keep their data. */
function usualDataFolder(): string {
  if (existsSync(below("src"))) return below("data");
  return join(process.env.XDG_DATA_HOME || join(homedir(), ".local", "share"), "entente");
}

async function onSomePort(
  { port }: { readonly port?: number },
  terminal: Terminal,
  start: (port: number) => Promise<Result<Serving, ServeFailure>>,
): Promise<Result<Serving, ServeFailure>> {
  if (port !== undefined) return start(port);
  let served = await start(usualPort);
  for (let next = usualPort + 1; isTaken(served) && next < usualPort + portsTried; next++) {
    served = await start(next);
    if (served.ok) terminal.tell(`Port ${usualPort} is taken by another program; ${next} is the next free one.`);
  }
  return served;
}

function isTaken(served: Result<Serving, ServeFailure>): boolean {
  return !served.ok && served.error.reason === "port-taken";
}

/**
 * Nothing when there is a page to serve; else why there is none. In a checkout it is built when its sources have changed,
 * by a program of its own: what the build takes is given back before the first page is asked for.
 */
async function pageBuilt(terminal: Terminal, stop: StopRequest): Promise<string | undefined> {
  const builder = below("bin/build-page.js");
  const isCheckout = existsSync(builder) && existsSync(below("src/web"));
  const built = !isCheckout || (await runToEnd(builder, stop));
  if (existsSync(below("dist/web/index.html"))) {
    if (!built && !stop.isAsked()) terminal.tell("The page of an earlier build is served.");
    return undefined;
  }
  return isCheckout
    ? "There is no page to serve. Correct what is said above, or take a version that builds."
    : "The page is not in this installation: dist/web is missing. Install Entente anew.";
}

/** Whether it ended well. Its words go to standard error, as progress does. */
function runToEnd(program: string, stop: StopRequest): Promise<boolean> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [program], { stdio: ["ignore", "ignore", "inherit"] });
    void stop.asked.then(() => child.kill());
    child.on("error", reject);
    child.on("exit", (code) => resolve(code === 0));
  });
}

function below(path: string): string {
  return join(packageRoot(), path);
}
