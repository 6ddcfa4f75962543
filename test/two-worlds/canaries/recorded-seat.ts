import { randomBytes } from "node:crypto";
import { WebSocket } from "ws";
import {
  type InviteLink,
  joinHall,
  type KeptSeat,
  memoryOutbox,
  newKeptSeat,
  type Outcome,
  openSeat,
  type SeatSession,
  socketAddress,
} from "#seat";
import { subprotocol } from "#wire";

/** Everything that passed between one client and the host. */
export type Wire = { readonly received: string[]; readonly sent: string[] };

export type RecordedSeat = {
  readonly session: SeatSession;
  readonly wire: Wire;
  readonly cookie: string;
  /** What it drew by chance that is as long as a key: signing, sealing and channel keys, and the seeds of sealing. */
  readonly keysDrawn: readonly Uint8Array[];
  readonly get: (path: string) => Promise<string>;
  readonly until: (is: () => boolean) => Promise<void>;
};

export function noWire(): Wire {
  return { received: [], sent: [] };
}

/** A request as `fetch` makes it, written down. */
export async function ask(
  wire: Wire,
  url: string,
  init: RequestInit = {},
): Promise<Response & { readonly text_: string }> {
  const { method = "GET", headers = {}, body } = init;
  wire.sent.push(`${method} ${url} ${JSON.stringify(headers)}\n${body ?? ""}`);
  const response = await fetch(url, init);
  const text = await response.text();
  wire.received.push(`${response.status} ${JSON.stringify([...response.headers])}\n${text}`);
  return Object.assign(response, { text_: text });
}

/** Takes the seat of a link, as a client does: HTTP to join, then a socket. */
export async function takeSeat(link: InviteLink): Promise<RecordedSeat> {
  const drawn: Uint8Array[] = [];
  const random = recordedRandom(drawn);
  const kept = newKeptSeat(link, random);
  const wire = noWire();
  const body = JSON.stringify({ token: link.token, attempt: randomBytes(16).toString("hex") });
  const headers = { "content-type": "application/json" };
  const joined = await ask(wire, `${link.origin}/negotiations/${link.negotiation}/join`, {
    method: "POST",
    headers,
    body,
  });
  if (!joined.ok) throw new Error(`not joined: ${joined.text_}`);
  const { agenda } = JSON.parse(joined.text_);
  return connected(kept, agenda, cookieIn(joined), wire, { random, drawn });
}

export function cookieIn(response: Response): string {
  return (response.headers.getSetCookie()[0] ?? "").split(";")[0] ?? "";
}

/** 32 bytes at once are a key or the seed of one; ids and nonces are shorter, and public. */
export function recordedRandom(drawn: Uint8Array[]): (length: number) => Uint8Array {
  return (length) => {
    const bytes = new Uint8Array(randomBytes(length));
    if (length === 32) drawn.push(bytes);
    return bytes;
  };
}

export async function connected(
  kept: KeptSeat,
  agenda: string,
  cookie: string,
  wire: Wire,
  { random, drawn }: { readonly random: (length: number) => Uint8Array; readonly drawn: readonly Uint8Array[] },
): Promise<RecordedSeat> {
  const session = await openSeat(kept, agenda, {
    openSocket: ({ opened, received, closed }) => {
      const socket = new WebSocket(socketAddress(kept), subprotocol, { headers: { cookie } });
      socket.on("upgrade", ({ rawHeaders }) => wire.received.push(rawHeaders.join("\n")));
      socket.on("open", opened);
      socket.on("message", (data) => {
        wire.received.push(String(data));
        received(String(data));
      });
      socket.on("error", () => {}); // its closing tells
      socket.on("close", () => closed({ forbidden: false }));
      return {
        send: (text) => {
          wire.sent.push(text);
          if (socket.readyState === WebSocket.OPEN) socket.send(text);
        },
        close: () => socket.terminate(),
      };
    },
    clock: {
      now: Date.now,
      after: (milliseconds, then) => {
        const timer = setTimeout(then, milliseconds);
        return () => clearTimeout(timer);
      },
    },
    random,
    outbox: memoryOutbox(),
  });
  const until = async (is: () => boolean): Promise<void> => {
    const end = performance.now() + 30_000;
    while (!is()) {
      if (performance.now() > end) throw new Error("it does not come to it");
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
  };
  await until(() => session.snapshot().streams.caughtUp);
  if (session.snapshot().streams.hall?.seats.get(kept.seat)?.keys === undefined) done(await joinHall(session));
  const base = `${kept.origin}/negotiations/${kept.negotiation}/seats/${kept.seat}`;
  return {
    ...{ session, wire, cookie, until, keysDrawn: drawn },
    get: async (path) => (await ask(wire, `${base}${path}`, { headers: { cookie } })).text_,
  };
}

export function done(outcome: Outcome): Extract<Outcome, { kind: "done" }> {
  if (outcome.kind !== "done") throw new Error(`not done: ${JSON.stringify(outcome)}`);
  return outcome;
}
