import { existsSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";
import { Client } from "pg";
import { applicationRole } from "../postgres/connection.ts";
import { type Binaries, findBinaries } from "./binaries.ts";
import { databaseName, makeFirstRoles, ownerRole } from "./first-roles.ts";
import { withLaunchLock } from "./launch-lock.ts";
import { type Passwords, passwordsIn } from "./passwords.ts";
import { findPlace, type Place } from "./place.ts";
import { isAlive } from "./processes.ts";
import { findRunning, type RunningServer, urlOf } from "./running-server.ts";
import { checkVersion, initialise, startServer } from "./start-server.ts";

export type EmbeddedPostgres = {
  /** For migrations: owns the database and its tables, and is no superuser. */
  readonly ownerUrl: string;
  /** For everything else: owns nothing. */
  readonly applicationUrl: string;
  /** The process of the server as it runs now: another one after it was restarted. */
  readonly pid: () => number;
  /** "joined": it ran already, for another process or left over by one that was killed. */
  readonly how: "started" | "joined";
  /** In milliseconds; what was not needed is 0. */
  readonly took: { readonly initialising: number; readonly starting: number };
  /** Stops the server, unless another process is using it too: who leaves last stops it. */
  readonly close: () => Promise<void>;
};

export type EmbeddedOptions = {
  readonly folder: string;
  /** Hears, in whole sentences, what a person might wonder about. */
  readonly tell?: (sentence: string) => void;
  /** On the loopback interface instead of a socket of the file system; as on Windows, where Node knows no such sockets. */
  readonly loopback?: boolean;
};

type House = { readonly place: Place; readonly binaries: Binaries; readonly passwords: Passwords };

const presenceName = "entente launcher";

/**
 * A real PostgreSQL under a data folder, as root or not. It is kept running: if it dies it is started again. It outlives us
 * if we are killed, and the next one who comes takes it over.
 */
export async function startEmbeddedPostgres(options: EmbeddedOptions): Promise<EmbeddedPostgres> {
  const { folder, tell = () => {}, loopback = process.platform === "win32" } = options;
  const place = findPlace(folder, tell);
  const took = { initialising: 0, starting: 0 };
  let isClosed = false;
  let presence: Client | undefined;
  let server: RunningServer;

  const house = await withLaunchLock(place.lock, async (): Promise<House> => {
    const binaries = findBinaries(place, tell);
    const isNew = !existsSync(place.data);
    const passwords = passwordsIn(place.passwords, { mayMake: isNew });
    if (isNew) {
      const from = performance.now();
      await initialise(place, binaries, passwords);
      took.initialising = performance.now() - from;
    }
    checkVersion(place, binaries);
    return { place, binaries, passwords };
  });

  /** Finds it running or starts it, and stays connected: that tells us when it dies, and others that we are here. */
  const bringUp = (): Promise<"started" | "joined"> =>
    withLaunchLock(place.lock, async () => {
      const found = await findRunning(place, house.passwords);
      const from = performance.now();
      server = found ?? (await startServer(place, house.binaries, { loopback }));
      if (!found) took.starting = performance.now() - from;
      try {
        await makeFirstRoles(server, house.passwords);
        presence = await stayConnected();
      } catch (error) {
        if (!found) await stop(server.pid);
        throw error;
      }
      return found ? "joined" : "started";
    });

  async function stayConnected(): Promise<Client> {
    const url = urlOf(server, { user: "postgres", password: house.passwords.superuser, database: "postgres" });
    const client = new Client({ connectionString: url, application_name: presenceName, keepAlive: true });
    let lost = false;
    const onceLost = (): void => {
      if (lost) return;
      lost = true;
      if (!isClosed) void bringBack();
    };
    client.on("error", onceLost);
    await client.connect();
    client.on("end", onceLost);
    return client;
  }

  async function bringBack(): Promise<void> {
    for (let pause = 50; !isClosed; pause = Math.min(pause * 2, 5000)) {
      try {
        const how = await bringUp();
        tell(how === "started" ? "PostgreSQL had died and was started again" : "the connection to PostgreSQL was lost");
        return;
      } catch (error) {
        tell(`PostgreSQL died and does not start again yet: ${error instanceof Error ? error.message : error}`);
        await sleep(pause);
      }
    }
  }

  async function close(): Promise<void> {
    if (isClosed) return;
    isClosed = true;
    await withLaunchLock(place.lock, async () => {
      const running = await findRunning(place, house.passwords);
      if (!running) return;
      const others = await othersPresent(running, house.passwords, presence);
      await presence?.end().catch(() => {});
      if (others === 0) await stop(running.pid);
    });
  }

  const how = await bringUp();
  if (how === "joined") tell(`the PostgreSQL in ${place.folder} runs already and is used`);
  const login = (user: string, password: string) => ({ user, password, database: databaseName });
  return {
    // `bringUp` has set it; and where it listens is the same after a restart
    ownerUrl: urlOf(server!, login(ownerRole, house.passwords.owner)),
    applicationUrl: urlOf(server!, login(applicationRole, house.passwords.application)),
    pid: () => server.pid,
    how,
    took,
    close,
  };
}

async function othersPresent(
  server: RunningServer,
  { superuser }: Passwords,
  own: Client | undefined,
): Promise<number> {
  const client = new Client({
    connectionString: urlOf(server, { user: "postgres", password: superuser, database: "postgres" }),
  });
  client.on("error", () => {});
  await client.connect();
  try {
    const ownPid = own && "processID" in own ? own.processID : null;
    const { rows } = await client.query(
      "select count(*)::int as others from pg_stat_activity where application_name = $1 and pid is distinct from $2",
      [presenceName, ownPid],
    );
    return Number(rows[0]?.others ?? 0);
  } finally {
    await client.end();
  }
}

/** A fast shutdown: sessions are ended, nothing committed is lost. At once, if that takes too long. */
async function stop(pid: number): Promise<void> {
  for (const { signal, patience } of [
    { signal: "SIGINT", patience: 20_000 },
    { signal: "SIGQUIT", patience: 10_000 },
  ] as const) {
    try {
      process.kill(pid, signal);
    } catch {
      return; // gone
    }
    const until = performance.now() + patience;
    while (performance.now() < until) {
      if (!isAlive(pid)) return;
      await sleep(10);
    }
  }
}
