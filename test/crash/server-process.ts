// The server that the crash and load tests start and kill: rooms as `entente serve` opens them, in a process of its own.
// Its argument is JSON, see `ServerOrder`. It dies by its own `kill -9` where the order says so.
import { serve } from "#server";
import type { CrashPoint } from "../../src/server/rooms/host.ts";

export type ServerOrder = {
  readonly port: number;
  readonly dataFolder: string;
  readonly databaseUrl?: string;
  /** Killed when it comes to this point for the `hit`th time. */
  readonly dieAt?: { readonly point: CrashPoint; readonly hit: number };
};

/** What it says to whoever has started it. */
export type ServerSays =
  | { readonly t: "listening" }
  | { readonly t: "told"; readonly sentence: string }
  | { readonly t: "usage"; readonly cpuSeconds: number; readonly megabytes: number };

const plenty = { atOnce: 1_000_000, perSecond: 1_000_000 };
const order: ServerOrder = JSON.parse(process.argv[2] ?? ""); // written by `startServer`
const { port, dataFolder, databaseUrl, dieAt } = order;
let hits = 0;

function say(what: ServerSays): void {
  if (process.connected) process.send?.(what);
}

const none = dataFolder; // nobody asks for the page here
const served = await serve({
  ...{ port, host: "127.0.0.1", page: none, fonts: none, scenarios: none },
  rooms: {
    dataFolder,
    ...(databaseUrl === undefined ? {} : { databaseUrl }),
    limits: { seat: plenty, joining: plenty, creating: plenty },
    tell: (sentence) => say({ t: "told", sentence }),
    at: (point) => {
      if (point !== dieAt?.point) return;
      hits += 1;
      if (hits === dieAt.hit) process.kill(process.pid, "SIGKILL");
    },
  },
});
if (!served.ok) throw new Error(served.error.message);
const serving = served.value;
serving.openRooms();
say({ t: "listening" });

async function leave(): Promise<void> {
  await serving.close();
  process.exit(0);
}
process.on("SIGTERM", () => void leave());
process.on("disconnect", () => void leave()); // whoever started it is gone
process.on("message", () => {
  const { user, system } = process.cpuUsage();
  say({ t: "usage", cpuSeconds: (user + system) / 1e6, megabytes: process.memoryUsage.rss() / 2 ** 20 });
});
