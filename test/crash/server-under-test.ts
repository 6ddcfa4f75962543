import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import type { ServerOrder, ServerSays } from "./server-process.ts";

/** A server in a process of its own. */
export type ServerUnderTest = {
  readonly pid: number;
  /** By `performance.now()`: when its start was asked for. */
  readonly startedAt: number;
  readonly listening: Promise<void>;
  readonly ended: Promise<void>;
  readonly isOver: () => boolean;
  /** kill -9 of this very process; over when it is gone. */
  readonly kill: () => Promise<void>;
  /** Asks it to stop, with its database. */
  readonly stop: () => Promise<void>;
  readonly usage: () => Promise<Extract<ServerSays, { t: "usage" }>>;
};

/** Node itself is what is started, with no shell or launcher between. */
export function startServer(
  program: string,
  order: ServerOrder,
  tell: (sentence: string) => void = () => {},
): ServerUnderTest {
  const startedAt = performance.now();
  const child: ChildProcess = spawn(process.execPath, [program, JSON.stringify(order)], {
    stdio: ["ignore", "ignore", "pipe", "ipc"],
  });
  let isOver = false;
  let complaint = "";
  child.stderr?.on("data", (text) => {
    complaint += text;
  });
  const ended = once(child, "exit").then(([code]) => {
    isOver = true;
    if (code !== null && code !== 0) tell(`the server ended with ${code}: ${complaint.slice(-2000)}`);
  });
  const heard = (kind: ServerSays["t"]): Promise<ServerSays> =>
    new Promise((resolve) => {
      child.on("message", function hear(says: ServerSays) {
        if (says.t !== kind) return;
        child.off("message", hear);
        resolve(says);
      });
    });
  child.on("message", (says: ServerSays) => {
    if (says.t === "told") tell(says.sentence);
  });
  return {
    pid: child.pid ?? 0,
    startedAt,
    listening: heard("listening").then(() => {}),
    ended,
    isOver: () => isOver,
    kill: async () => {
      child.kill("SIGKILL");
      await ended;
    },
    stop: async () => {
      child.kill("SIGTERM");
      await ended;
    },
    usage: async () => {
      const usage = heard("usage");
      child.send("usage");
      return (await usage) as Extract<ServerSays, { t: "usage" }>; // that kind was waited for
    },
  };
}
