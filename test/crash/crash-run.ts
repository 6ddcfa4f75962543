import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { seededRandom } from "#prelude";
import type { CrashPoint } from "../../src/server/rooms/host.ts";
import { readPidFile } from "../../src/store/embedded/running-server.ts";
import { buildServer } from "./build-server.ts";
import { type Judged, judgeTalks } from "./judge-talks.ts";
import type { ServerOrder } from "./server-process.ts";
import { type ServerUnderTest, startServer } from "./server-under-test.ts";
import { openTalks, type TalksUnderTest, type Wires } from "./talks-under-test.ts";
import { expectTrust, until, workAtTheTable } from "./workload.ts";

/** What is killed, and when. "server": at any moment. */
export type Kill = { readonly at: CrashPoint } | "server" | "postmaster" | "server and postmaster";

/** One negotiation: its kills while it is made and joined, then those while seven seats work. */
export type Round = { readonly opening: readonly Kill[]; readonly working: readonly Kill[] };

/** In milliseconds; `after`: what had been killed before. `listening`: of which until the server listens. */
export type Resumed = { readonly after: string; readonly took: number; readonly listening?: number };

export type CrashRun = {
  readonly kills: Readonly<Record<string, number>>;
  readonly serverKills: number;
  readonly postmasterKills: number;
  /** From the order to start the server, or from the kill of the database, to the first durable acknowledgement after it. */
  readonly resumed: { readonly server: readonly Resumed[]; readonly postmaster: readonly Resumed[] };
  readonly wires: Omit<Wires, "acknowledged">;
  readonly judged: readonly Judged[];
  readonly seconds: number;
};

/** A server that dies by itself at a point is given so long to come there. */
const patience = 30_000;

export async function crashRun(
  rounds: readonly Round[],
  options: {
    readonly seed: number;
    readonly databaseUrl?: string;
    /** How often a point is passed at most before the server dies there. */
    readonly mostHits?: number;
    readonly tell?: (sentence: string) => void;
  },
): Promise<CrashRun> {
  const { seed, databaseUrl, mostHits = 30, tell = () => {} } = options;
  const begun = performance.now();
  const random = seededRandom(seed);
  const built = await buildServer();
  const dataFolder = mkdtempSync(join(tmpdir(), "entente-crash-"));
  chmodSync(dataFolder, 0o755);
  const base: ServerOrder = { port: await freePort(), dataFolder, ...(databaseUrl ? { databaseUrl } : {}) };
  const origin = `http://127.0.0.1:${base.port}`;
  const kills: Record<string, number> = {};
  const resumed: { server: Resumed[]; postmaster: Resumed[] } = { server: [], postmaster: [] };
  let killedBefore = "nothing";
  let lastAcknowledgement = 0;
  const wires: Wires = {
    ...{ asked: 0, foundDone: 0, sentAgain: 0, mostInFlight: 0 },
    acknowledged: () => {
      lastAcknowledgement = performance.now();
    },
  };
  let server: ServerUnderTest | undefined;
  let talks: TalksUnderTest | undefined;

  async function start(dieAt?: ServerOrder["dieAt"]): Promise<ServerUnderTest> {
    const started = startServer(built.program, { ...base, ...(dieAt ? { dieAt } : {}) }, tell);
    server = started;
    await Promise.race([started.listening, started.ended]);
    // kills come faster than a client's patience grows: it is told that the server is there, as by a page that is looked at
    for (const { session } of talks?.seats ?? []) setTimeout(() => session.wake(), random.below(200));
    return started;
  }

  /** The first acknowledgement of something, by one who was not there before. */
  async function acknowledgedAfter(moment: number, isOver: () => boolean = () => false): Promise<number> {
    await until(() => {
      for (const seat of talks?.seats ?? []) expectTrust(seat);
      return lastAcknowledgement > moment || isOver();
    });
    return lastAcknowledgement;
  }

  async function resume(started: ServerUnderTest): Promise<void> {
    const listeningAt = performance.now();
    const at = await acknowledgedAfter(listeningAt, started.isOver);
    const took = at - started.startedAt;
    if (at > listeningAt)
      resumed.server.push({ after: killedBefore, took, listening: listeningAt - started.startedAt });
  }

  async function killPostmaster(): Promise<void> {
    const pid = postmaster(dataFolder);
    const killedAt = performance.now();
    process.kill(pid, "SIGKILL");
    await until(() => postmaster(dataFolder) !== pid && isReady(dataFolder));
    const listening = performance.now() - killedAt;
    const took = (await acknowledgedAfter(performance.now())) - killedAt;
    resumed.postmaster.push({ after: "postmaster", took, listening });
  }

  async function carryOut(kill: Kill): Promise<void> {
    const name = typeof kill === "string" ? kill : kill.at;
    kills[name] = (kills[name] ?? 0) + 1;
    if (typeof kill !== "string") {
      // readers who have nothing yet, so that there is much to resume with
      const readers =
        kill.at === "while resuming"
          ? await Promise.all((talks?.seats ?? []).slice(0, 3).map(({ anew }) => anew()))
          : [];
      const started = await start({
        point: kill.at,
        hit: 1 + random.below(Math.min(mostHits, hitsAtMost[kill.at] ?? mostHits)),
      });
      const measured = resume(started);
      measured.catch(() => {}); // heard of below
      const came = await Promise.race([started.ended.then(() => true), sleep(patience, false, { ref: false })]);
      if (!came) throw new Error(`the server did not come to "${kill.at}"`);
      await measured;
      for (const reader of readers) reader.close();
      killedBefore = name;
      return;
    }
    const started = await start();
    await resume(started);
    await sleep(random.below(20 * mostHits));
    if (kill === "postmaster") await killPostmaster();
    else if (kill === "server and postmaster") process.kill(postmaster(dataFolder), "SIGKILL");
    if (kill === "postmaster") await started.stop();
    else await started.kill();
    killedBefore = name;
  }

  const judged: Judged[] = [];
  let serverKills = 0;
  try {
    for (const [index, { opening, working }] of rounds.entries()) {
      talks = undefined;
      const opened = openTalks(origin, wires);
      opened.catch(() => {}); // heard of below
      for (const kill of opening) await carryOut(kill);
      const steady = await start();
      await resume(steady);
      talks = await opened;
      const { seats } = talks;
      let isOver = false;
      const work = seats.map((seat, at) =>
        workAtTheTable(seat, seededRandom(seed * 1000 + index * 10 + at), 40, () => isOver),
      );
      const worked = Promise.all(work);
      worked.catch(() => {}); // heard of below
      await until(() => seats.some(({ attempts }) => attempts.length > 3));
      await steady.kill();
      killedBefore = "server";
      kills.server = (kills.server ?? 0) + 1;
      for (const kill of working) await carryOut(kill);
      await resume(await start());
      isOver = true;
      await worked;
      const found = await judgeTalks(talks);
      judged.push(found);
      for (const { session } of seats) session.close();
      await server?.kill();
      killedBefore = "server";
      kills.server += 1;
      serverKills = Object.entries(kills).reduce((sum, [name, count]) => sum + (name === "postmaster" ? 0 : count), 0);
      tell(`${index + 1} of ${rounds.length}: ${serverKills} kills of the server, ${JSON.stringify(found)}`);
    }
  } finally {
    // a server that is killed leaves its database running: the last one stops it
    talks = undefined;
    if (!server || server.isOver()) server = await start();
    await server.stop();
    const left = postmaster(dataFolder);
    if (left > 0) process.kill(left, "SIGQUIT"); // the server has failed to stop it
    built.remove();
    rmSync(dataFolder, { recursive: true, force: true });
  }
  const { acknowledged: _, ...counted } = wires;
  const postmasterKills = (kills.postmaster ?? 0) + (kills["server and postmaster"] ?? 0);
  return {
    ...{ kills, serverKills, postmasterKills, resumed, wires: counted, judged },
    seconds: (performance.now() - begun) / 1000,
  };
}

/** What is passed a few times only. */
const hitsAtMost: Partial<Record<CrashPoint, number>> = {
  "before creating": 1,
  "after creating": 1,
  "after joining": 3,
  "while resuming": 20,
};

function postmaster(dataFolder: string): number {
  return readPidFile(join(dataFolder, "postgres"))?.pid ?? 0;
}

function isReady(dataFolder: string): boolean {
  return readPidFile(join(dataFolder, "postgres"))?.isReady ?? false;
}

function freePort(): Promise<number> {
  return new Promise((found) => {
    const server = createServer();
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      server.close(() => found(typeof address === "object" && address !== null ? address.port : 0));
    });
  });
}
