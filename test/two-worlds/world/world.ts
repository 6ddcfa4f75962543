import { createHash } from "node:crypto";
import type { FastifyInstance } from "fastify";
import { type BundleStream, bundleText, type Entry, type Sign } from "#record";
import { memoryStore, type Store } from "#store";
import type { EntriesAnswer, StreamsAnswer } from "#wire";
import { type RoomsHost, roomsHost } from "../../../src/server/rooms/host.ts";
import { type Hub, newHub } from "../../../src/server/rooms/hub.ts";
import { gates, type Limits } from "../../../src/server/rooms/limits.ts";
import { housePresence } from "../../../src/server/rooms/presence.ts";
import { roomsApp } from "../../../src/server/rooms/rooms-app.ts";
import { type Line, type SeatSocket, seatSocket } from "../../../src/server/rooms/seat-socket.ts";
import type { HttpAnswer, RandomSource, Seams } from "./seams.ts";
import type { SeatName } from "./seats.ts";

/** What somebody does to the host, over the wire. `as`: who receives the answer. */
export type Request =
  | {
      readonly via: "http";
      readonly as: SeatName;
      readonly method: "GET" | "POST" | "DELETE";
      readonly url: string;
      readonly body?: string;
      /** Without the seat's session. */
      readonly stranger?: boolean;
    }
  | { readonly via: "connect"; readonly as: SeatName; readonly have: Readonly<Record<string, number>> }
  | { readonly via: "frame"; readonly as: SeatName; readonly text: string }
  | { readonly via: "disconnect"; readonly as: SeatName }
  /** The record as the seat sees it, made of what the host gives it. */
  | { readonly via: "export"; readonly as: SeatName; readonly key: string; readonly sign: Sign }
  /** About every second: who is here, what has run out of time. */
  | { readonly via: "tick" };

/** One room on a host of its own, and every byte that each seat was sent, with the step and the turn in which it came. */
export type World = {
  readonly store: Store;
  readonly received: ReadonlyMap<SeatName, readonly string[]>;
  /** Done at once; over when the host has nothing more to do. */
  readonly act: (label: string, requests: readonly Request[]) => Promise<void>;
  readonly setTime: (seconds: number) => void;
  readonly close: () => Promise<void>;
};

export type WorldOptions = {
  readonly seed: string;
  readonly negotiation: string;
  readonly idOf: (name: SeatName) => string;
  readonly seams?: Seams;
  /** Whether the turn in which something comes is written down; false where secrets are done beside it, at the same time. */
  readonly isTimed?: boolean;
};

const start = Date.parse("2026-11-23T13:00:00.000Z");
const limits: Limits = {
  seat: { atOnce: 30, perSecond: 12 },
  joining: { atOnce: 60, perSecond: 2 },
  creating: { atOnce: 30, perSecond: 0.5 },
};
/** So many turns of the event loop without a word, and nothing under way: the host has nothing more to do. */
const quietTurns = 3;

export function atSecond(seconds: number): string {
  return new Date(start + seconds * 1000).toISOString();
}

/** The same bytes for the same purpose: what one audience draws does not hang on what another drew. */
export function bytesFor(seed: string): RandomSource {
  return (purpose, size) => {
    const blocks = Array.from({ length: Math.ceil(size / 32) }, (_, block) =>
      createHash("sha256")
        .update(JSON.stringify([seed, purpose, block]))
        .digest(),
    );
    return new Uint8Array(Buffer.concat(blocks).subarray(0, size));
  };
}

export async function openWorld({ seed, negotiation, idOf, seams = {}, isTimed = true }: WorldOptions): Promise<World> {
  let seconds = 0;
  let turn = 0;
  let label = "opening";
  let lastWord = 0;
  let underWay = 0;
  const received = new Map<SeatName, string[]>();
  const sessions = new Map<SeatName, string>();
  const sockets = new Map<SeatName, SeatSocket>();

  const note = (name: SeatName, what: string): void => {
    lastWord = turn;
    const log = received.get(name) ?? [];
    received.set(name, log);
    log.push(isTimed ? `${label}, turn ${turn}: ${what}` : `${label}: ${what}`);
  };

  const noteAnswer = (name: SeatName, answer: HttpAnswer): void => {
    const { date, ...headers } = answer.headers; // a date is of the machine, not of the room; it is there or it is not
    note(name, `HTTP ${answer.status} ${JSON.stringify(headers)} ${date !== undefined} ${answer.body}`);
  };

  const plainStore = memoryStore();
  const store = seams.store?.(plainStore) ?? plainStore;
  const plainClock = (): string => atSecond(seconds);
  const clock = seams.clock?.(plainClock) ?? plainClock;
  const plainRandom = bytesFor(`host of ${seed}`);
  const random = seams.random?.(plainRandom) ?? plainRandom;
  const plainHost = await roomsHost({ store, clock, random });
  const host = counted(seams.host?.(plainHost) ?? plainHost, (by) => {
    underWay += by;
    lastWord = turn;
  });
  const plainHub = newHub();
  const hub: Hub = seams.hub?.(plainHub) ?? plainHub;
  const presence = housePresence({ store, hub, clock, process: "this one" });
  const deaf = host.onGrew(hub.deliver);
  const elapsed = (): number => seconds * 1000;
  const plainGates = gates(limits, elapsed);
  const allowances = seams.gates?.(plainGates, elapsed) ?? plainGates;
  const app = await roomsApp({ host, hub, gates: allowances, isOwnHost: () => true });

  async function overHttp(request: Extract<Request, { via: "http" }>): Promise<void> {
    const { as, method, url, body, stranger = false } = request;
    const session = sessions.get(as);
    const answer = await inject(app, method, url, body, stranger ? undefined : session);
    await seams.http?.(answer, { method, url, seat: stranger ? undefined : as });
    const cookie = String(answer.headers["set-cookie"] ?? "");
    const set = /^entente-seat=([0-9a-f]{64});/.exec(cookie);
    if (set?.[1] !== undefined && !stranger) sessions.set(as, set[1]);
    noteAnswer(as, answer);
  }

  async function connect({ as, have }: Extract<Request, { via: "connect" }>): Promise<void> {
    const session = sessions.get(as) ?? "";
    const door = { negotiation, seat: idOf(as), session };
    sockets.get(as)?.closed();
    sockets.delete(as);
    if (!(await host.opens(door, session))) return note(as, "no socket");
    let isOpen = true;
    const plainLine: Line = {
      send: (text) => {
        if (isOpen) note(as, `frame ${text}`);
      },
      sendAndWait: async (text) => {
        if (isOpen) note(as, `frame ${text}`);
      },
      waiting: () => 0,
      close: () => {
        isOpen = false;
        note(as, "closed");
        sockets.delete(as);
      },
    };
    const line = seams.line?.(plainLine, as) ?? plainLine;
    const socket = seatSocket({ host, hub, gates: allowances, door, line });
    sockets.set(as, {
      receive: socket.receive,
      closed: () => {
        isOpen = false;
        socket.closed();
      },
    });
    socket.receive(JSON.stringify({ t: "resume", have }));
  }

  async function exported({ as, key, sign }: Extract<Request, { via: "export" }>): Promise<string> {
    const seat = idOf(as);
    const get = async (path: string): Promise<unknown> => {
      const url = `/negotiations/${negotiation}/seats/${seat}${path}`;
      const answer = await inject(app, "GET", url, undefined, sessions.get(as));
      await seams.http?.(answer, { method: "GET", url, seat: as });
      noteAnswer(as, answer);
      return answer.status === 200 ? JSON.parse(answer.body) : {};
    };
    const { agenda = "" } = (await get("/agenda")) as { agenda?: string }; // as the wire says
    const { streams = [] } = (await get("/streams")) as Partial<StreamsAnswer>; // as the wire says
    const whole: BundleStream[] = [];
    for (const { stream, kind, version } of streams) {
      const entries: Entry[] = [];
      while (entries.length < version) {
        const page = (await get(`/streams/${stream}/entries?after=${entries.length}`)) as Partial<EntriesAnswer>; // as above
        if (page.entries === undefined || page.entries.length === 0) break;
        entries.push(...page.entries);
      }
      whole.push({ stream, kind, entries });
    }
    return bundleText({ negotiation, exporter: seat, agenda, streams: whole, key }, sign);
  }

  async function one(request: Request): Promise<void> {
    switch (request.via) {
      case "http":
        return overHttp(request);
      case "connect":
        return connect(request);
      case "frame":
        return sockets.get(request.as)?.receive(request.text);
      case "disconnect":
        sockets.get(request.as)?.closed();
        sockets.delete(request.as);
        return;
      case "export":
        return note(request.as, `export ${await exported(request)}`);
      case "tick":
        await Promise.all([presence.tick(), host.tick()]);
        return;
    }
  }

  return {
    store: plainStore,
    received,
    setTime: (now) => {
      seconds = now;
    },
    act: async (named, requests) => {
      label = named;
      turn = 0;
      lastWord = 0;
      let open = requests.length;
      const faults: unknown[] = [];
      for (const request of requests) {
        one(request)
          .catch((fault: unknown) => faults.push(fault))
          .finally(() => {
            open -= 1;
            lastWord = turn;
          });
      }
      while (open > 0 || underWay > 0 || turn - lastWord < quietTurns) {
        await new Promise(setImmediate);
        turn += 1;
        if (turn > 10_000) throw new Error(`${label} does not come to an end`);
      }
      if (faults.length > 0) throw faults[0];
    },
    close: async () => {
      await host.close();
      deaf();
      await app.close();
    },
  };
}

async function inject(
  app: FastifyInstance,
  method: "GET" | "POST" | "DELETE",
  url: string,
  body: string | undefined,
  session: string | undefined,
): Promise<HttpAnswer> {
  const { statusCode, headers, payload } = await app.inject({
    method,
    url,
    headers: {
      ...(session === undefined ? {} : { cookie: `entente-seat=${session}` }),
      ...(body === undefined ? {} : { "content-type": "application/json" }),
    },
    ...(body === undefined ? {} : { payload: body }),
  });
  return { status: statusCode, headers: { ...headers }, body: payload };
}

/** The host, with what it has under way counted. */
function counted(host: RoomsHost, count: (by: 1 | -1) => void): RoomsHost {
  const track = <Arguments extends readonly unknown[], Value>(work: (...given: Arguments) => Promise<Value>) => {
    return async (...given: Arguments): Promise<Value> => {
      count(1);
      try {
        return await work(...given);
      } finally {
        count(-1);
      }
    };
  };
  return {
    ...host,
    create: track(host.create),
    join: track(host.join),
    opens: track(host.opens),
    agenda: track(host.agenda),
    command: track(host.command),
    answer: track(host.answer),
    ask: track(host.ask),
    invite: track(host.invite),
    invitations: track(host.invitations),
    revoke: track(host.revoke),
    streams: track(host.streams),
    entries: track(host.entries),
    tick: track(host.tick),
    watch: track(host.watch),
  };
}
