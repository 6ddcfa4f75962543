import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { WebSocket } from "ws";
import { memoryStore, type Store } from "#store";
import type { ClientFrame, HostFrame } from "#wire";
import type { Door } from "../host.ts";
import type { Limits } from "../limits.ts";
import { type RoomsOnStore, roomsOn } from "../open-rooms.ts";
import { seededBytes, trialStart } from "./trial-talks.ts";

export type TrialServer = {
  readonly origin: string;
  readonly port: number;
  readonly close: () => Promise<void>;
};

export const manyAtOnce: Limits = {
  seat: { atOnce: 10_000, perSecond: 10_000 },
  joining: { atOnce: 10_000, perSecond: 10_000 },
  creating: { atOnce: 10_000, perSecond: 10_000 },
};

/** The rooms on a port of their own. */
export async function trialServer(
  options: Partial<RoomsOnStore> & {
    readonly store?: Store;
    readonly seed?: string;
    readonly time?: { now: string };
  } = {},
): Promise<TrialServer> {
  const { store = memoryStore(), seed = "trial", time = { now: trialStart }, ...more } = options;
  const rooms = await roomsOn(store, {
    ...{ isOwnHost: () => true, limits: manyAtOnce, clock: () => time.now, random: seededBytes(`host of ${seed}`) },
    ...more,
  });
  const server = createServer(rooms.handle);
  server.on("upgrade", rooms.upgrade);
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo; // it listens on a port, not on a pipe
  return {
    origin: `http://127.0.0.1:${port}`,
    port,
    close: async () => {
      await rooms.close();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** A seat's socket as a test reads it: every frame in order. */
export type TrialClient = {
  readonly frames: HostFrame[];
  readonly socket: WebSocket;
  readonly send: (frame: ClientFrame | string) => void;
  readonly command: (signed: {
    readonly text: string;
    readonly signature: string;
    readonly key: string;
  }) => Promise<HostFrame>;
  /** The first frame that is so, waited for. */
  readonly until: (is: (frame: HostFrame) => boolean) => Promise<HostFrame>;
  readonly closed: Promise<number>;
};

export async function trialClient(
  server: TrialServer,
  door: Door,
  session: string,
  {
    have = {},
    headers = {},
  }: { readonly have?: Record<string, number>; readonly headers?: Record<string, string> } = {},
): Promise<TrialClient> {
  const client = await openSocket(server, door, session, headers);
  client.send({ t: "resume", have });
  await client.until(({ t }) => t === "welcome");
  return client;
}

export async function openSocket(
  server: TrialServer,
  { negotiation, seat }: Door,
  session: string,
  headers: Record<string, string> = {},
): Promise<TrialClient> {
  const url = `ws://127.0.0.1:${server.port}/negotiations/${negotiation}/seats/${seat}/socket`;
  const socket = new WebSocket(url, ["entente.room.1"], { headers: { cookie: `entente-seat=${session}`, ...headers } });
  const frames: HostFrame[] = [];
  const waiting = new Set<() => void>();
  socket.on("message", (data) => {
    frames.push(JSON.parse(String(data)));
    for (const look of [...waiting]) look();
  });
  socket.on("error", () => {}); // its closing tells
  const closed = new Promise<number>((resolve) => socket.on("close", resolve));
  await new Promise<void>((resolve, reject) => {
    socket.once("open", resolve);
    socket.once("unexpected-response", (_request, response) => {
      socket.terminate();
      reject(new Error(`HTTP ${response.statusCode}`));
    });
  });
  const until: TrialClient["until"] = (is) =>
    new Promise((resolve, reject) => {
      const timer = setTimeout(
        () => reject(new Error(`no such frame among ${JSON.stringify(frames).slice(0, 2000)}`)),
        5000,
      );
      const look = (): void => {
        const found = frames.find(is);
        if (!found) return;
        clearTimeout(timer);
        waiting.delete(look);
        resolve(found);
      };
      waiting.add(look);
      look();
    });
  return {
    ...{ frames, socket, until, closed },
    send: (frame) => socket.send(typeof frame === "string" ? frame : JSON.stringify(frame)),
    command: ({ text, signature, key }) => {
      socket.send(JSON.stringify({ t: "command", key, command: text, signature }));
      return until((frame) => "key" in frame && frame.key === key);
    },
  };
}

/** The entries of one stream that a client was sent, in the order of their coming. */
export function versionsIn(frames: readonly HostFrame[], stream: string): readonly number[] {
  return frames.flatMap((frame) =>
    frame.t === "entries" && frame.stream === stream ? frame.entries.map(({ version }) => version) : [],
  );
}

export function wordsIn(frames: readonly HostFrame[]): readonly string[] {
  return frames.flatMap((frame) =>
    frame.t === "entries"
      ? frame.entries.flatMap(({ body }) =>
          (JSON.parse(body).events as { words?: { plain: string } }[]).flatMap(({ words }) => words?.plain ?? []),
        )
      : [],
  );
}
