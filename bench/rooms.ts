import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { loadavg, tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { buildServer } from "../test/crash/build-server.ts";
import { type ServerUnderTest, startServer } from "../test/crash/server-under-test.ts";
import { judge, type Measurement, median, rounded } from "./measurement.ts";
import { databaseCpuSeconds } from "./rooms/database-cpu.ts";
import type { LoadAnswer, LoadOrder } from "./rooms/load-order.ts";

const rooms = 100;
const perSecond = 50;
const windows = { count: 6, seconds: 20 };
const restarts = 5;
const [port, echoPort] = [46_180, 46_181];

/**
 * A thousand clients in a hundred rooms on this machine: the server, its PostgreSQL and the generator share its cores. The
 * generator is measured first against a server that does nothing.
 */
export async function roomsUnderLoad(): Promise<readonly Measurement[]> {
  const own = await calibrated();
  const built = await buildServer();
  const dataFolder = mkdtempSync(join(tmpdir(), "entente-load-"));
  chmodSync(dataFolder, 0o755);
  const start = (): ServerUnderTest => startServer(built.program, { port, dataFolder }, (told) => console.error(told));
  let server = start();
  await server.listening;
  const generator = startGenerator();
  try {
    const seated = await generator.obey({ t: "seat", origin: `http://127.0.0.1:${port}`, rooms, at: "rooms" });
    console.error(JSON.stringify(seated));
    await generator.obey({ t: "offer", perSecond, seconds: 10 });
    const runs: Extract<LoadAnswer, { t: "offer" }>[] = [];
    const load: number[] = [];
    const before = { server: (await server.usage()).cpuSeconds, database: databaseCpuSeconds(dataFolder) };
    for (let window = 0; window < windows.count; window++) {
      runs.push(await generator.obey({ t: "offer", perSecond, seconds: windows.seconds }));
      load.push(rounded(loadavg()[0] ?? 0));
      console.error(JSON.stringify(runs.at(-1)), `load ${load.at(-1)}`);
    }
    const usage = await server.usage();
    const seconds = windows.count * windows.seconds;
    const cpuShare = {
      server: rounded((usage.cpuSeconds - before.server) / seconds),
      database: rounded((databaseCpuSeconds(dataFolder) - before.database) / seconds),
      generator: rounded(runs.reduce((sum, { cpuSeconds }) => sum + cpuSeconds, 0) / seconds),
    };

    const back: Extract<LoadAnswer, { t: "come back" }>[] = [];
    const listening: number[] = [];
    for (let restart = 0; restart < restarts; restart++) {
      // half of them have missed the last offers; the server dies among others
      await generator.obey({ t: "hang up", places: [2, 3, 6, 7, 9] });
      await generator.obey({ t: "offer", perSecond, seconds: 2 });
      await server.kill();
      server = start();
      await server.listening;
      listening.push((performance.now() - server.startedAt) / 1000);
      back.push(await generator.obey({ t: "come back" }));
      console.error(JSON.stringify(back.at(-1)), `listening after ${listening.at(-1)} s, load ${loadavg()[0]}`);
    }
    const compared = await generator.obey({ t: "compare" });
    console.error(JSON.stringify(compared));
    const missing = runs.reduce((sum, run) => sum + run.missing + run.refused, 0);
    if (missing > 0 || compared.faults.length > 0) throw new Error(`lost: ${missing}, ${compared.faults.join("; ")}`);

    const of = (name: "delivery" | "acknowledgement", share: "p50" | "p99" | "p999" | "worst"): number =>
      rounded(median(runs.map((run) => run[name][share])));
    return [
      {
        ...judge(
          {
            promise: `1,000 live clients in 100 rooms at 50 offers/s: delivery p99`,
            ...{ unit: "ms", of: "elapsed", promised: 150 },
          },
          runs.map(({ delivery }) => delivery.p99),
        ),
        detail: {
          ...{ deliveryP50: of("delivery", "p50"), deliveryP999: of("delivery", "p999") },
          ...{ deliveryWorst: Math.max(...runs.map(({ delivery }) => delivery.worst)) },
          ...{ acknowledgementP50: of("acknowledgement", "p50"), acknowledgementP99: of("acknowledgement", "p99") },
          offers: runs.reduce((sum, { offers }) => sum + offers, 0),
          deliveries: runs.reduce((sum, { deliveries }) => sum + deliveries, 0),
          ...{ lost: missing, entriesCompared: compared.entries },
          ...{ coresUsed: cpuShare, serverMegabytes: rounded(usage.megabytes) },
          ...{ loadOfTheMachine: load, generatorAlone: own },
        },
      },
      {
        ...judge(
          {
            promise: "1,000 clients reconnecting at once after kill -9 of the server: all consistent",
            ...{ unit: "s", of: "elapsed", promised: 10 },
          },
          back.map(({ seconds: took }, index) => took + (listening[index] ?? 0)),
        ),
        detail: {
          clients: back.map(({ clients }) => clients),
          listeningAfter: listening.map(rounded),
          medianClient: back.map((each) => rounded(each.median + (listening[back.indexOf(each)] ?? 0))),
        },
      },
    ];
  } finally {
    generator.end();
    if (server.isOver()) server = start();
    await server.listening;
    await server.stop();
    built.remove();
    rmSync(dataFolder, { recursive: true, force: true });
  }
}

/** The generator's own delay, by bare sockets, for the same clients and pace. */
async function calibrated(): Promise<Readonly<Record<string, number>>> {
  const echo = spawn(process.execPath, [fileOf("./rooms/echo.ts"), String(echoPort)], {
    stdio: ["ignore", "inherit", "inherit", "ipc"],
  });
  await once(echo, "message");
  const generator = startGenerator();
  try {
    await generator.obey({ t: "seat", origin: `http://127.0.0.1:${echoPort}`, rooms, at: "echo" });
    await generator.obey({ t: "offer", perSecond, seconds: 3 });
    const { delivery, missing, cpuSeconds } = await generator.obey({ t: "offer", perSecond, seconds: 15 });
    if (missing > 0) throw new Error(`the generator itself loses ${missing} deliveries`);
    const { p50, p99, p999 } = delivery;
    const own = { p50: rounded(p50), p99: rounded(p99), p999: rounded(p999), coresUsed: rounded(cpuSeconds / 15) };
    console.error(`the generator alone: ${JSON.stringify(own)}`);
    return own;
  } finally {
    generator.end();
    echo.kill();
  }
}

type Generator = {
  readonly obey: <Order extends LoadOrder>(order: Order) => Promise<Extract<LoadAnswer, { readonly t: Order["t"] }>>;
  readonly end: () => void;
};

function startGenerator(): Generator {
  const child: ChildProcess = spawn(process.execPath, [fileOf("./rooms/load-generator.ts")], {
    stdio: ["ignore", "inherit", "inherit", "ipc"],
  });
  const ended = once(child, "exit").then(() => {
    throw new Error("the load generator has ended");
  });
  ended.catch(() => {}); // heard of by whoever waits for an answer
  return {
    obey: async (order) => {
      const heard = new Promise((resolve) => child.once("message", resolve));
      child.send(order);
      // it answers each order with the answer of its name
      return (await Promise.race([heard, ended])) as Extract<LoadAnswer, { readonly t: (typeof order)["t"] }>;
    },
    end: () => void child.kill(),
  };
}

function fileOf(path: string): string {
  return fileURLToPath(new URL(path, import.meta.url));
}
