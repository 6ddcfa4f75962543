import { randomBytes } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import { WebSocket } from "ws";
import {
  createNegotiation,
  type KeptSeat,
  newKeptSeat,
  type OpenSocket,
  type OutboxStorage,
  openingPlan,
  openSeat,
  type SeatSession,
  socketAddress,
} from "#seat";
import { type CreateAnswer, type JoinAnswer, subprotocol } from "#wire";
import { checkNatively } from "../../src/cli/check-natively.ts";
import { borderAgenda } from "../../src/seat/trial/border-agenda.ts";
import type { Attempt } from "./history.ts";

/** What is seen on all the wires of all seats. */
export type Wires = {
  asked: number;
  /** Stored before the connection was lost, and acknowledged when it was asked about. */
  foundDone: number;
  sentAgain: number;
  /** The most that one client ever had unanswered. */
  mostInFlight: number;
  /** At each durable acknowledgement. */
  acknowledged: () => void;
};

/** A seat with the client that a person would use, and what it has asked for. */
export type SeatUnderTest = {
  readonly name: string;
  readonly kept: KeptSeat;
  readonly session: SeatSession;
  readonly attempts: Attempt[];
  /** Another client of the seat that has seen nothing yet. */
  readonly anew: () => Promise<SeatSession>;
};

export type TalksUnderTest = { readonly seats: readonly SeatUnderTest[]; readonly opening: string };

const random = (size: number): Uint8Array => new Uint8Array(randomBytes(size));
const clock = {
  now: () => Date.now(),
  after: (milliseconds: number, then: () => void) => {
    const timer = setTimeout(then, milliseconds);
    return () => clearTimeout(timer);
  },
};

/** A negotiation with seven seats, each taken, over the wire alone and however often the server dies meanwhile. */
export async function openTalks(origin: string, wires: Wires): Promise<TalksUnderTest> {
  const parties = { A: ["negotiator", "support"], B: ["negotiator", "support"] } as const;
  const plan = openingPlan(borderAgenda, { parties, observers: 1 }, random);
  const expiresAt = new Date(Date.now() + 86_400_000).toISOString();
  const { request, convenor, invites, mistakes } = createNegotiation(
    borderAgenda,
    plan,
    { origin, expiresAt, reusable: false },
    random,
  );
  if (mistakes.length > 0) throw new Error(JSON.stringify(mistakes));
  const created = await post<CreateAnswer>(`${origin}/negotiations`, request);
  wires.acknowledged();
  if (created.answer.negotiation !== convenor.negotiation) throw new Error("another negotiation was created");
  const seats = [await sit("Convenor", convenor, request.agenda, created.cookie, wires)];
  for (const { seat, link } of invites) {
    // the same attempt until it is answered: a single-use link must not be used up by a crash
    const attempt = randomBytes(16).toString("hex");
    const joined = await post<JoinAnswer>(`${origin}/negotiations/${link.negotiation}/join`, {
      token: link.token,
      attempt,
    });
    wires.acknowledged();
    seats.push(await sit(seat.name, newKeptSeat(link, random), joined.answer.agenda, joined.cookie, wires));
  }
  return { seats, opening: request.command };
}

async function sit(name: string, kept: KeptSeat, agenda: string, cookie: string, wires: Wires): Promise<SeatUnderTest> {
  const attempts: Attempt[] = [];
  const outbox: OutboxStorage = {
    load: async () => [],
    put: async ({ key, t, stream, text }) => {
      attempts.push({ key, seat: kept.seat, stream, kind: t, text, askedAt: performance.now() });
    },
    remove: async () => {},
  };
  const lent = { openSocket: wire(kept, cookie, wires), clock, random, check: checkNatively() };
  const session = await openSeat(
    kept,
    agenda,
    { ...lent, outbox },
    {
      settled: ({ key }, outcome) => {
        const index = attempts.findIndex((attempt) => attempt.key === key);
        attempts[index] = { ...attempts[index]!, outcome, settledAt: performance.now() };
        if (outcome.kind === "done") wires.acknowledged();
      },
    },
  );
  const anew = (): Promise<SeatSession> =>
    openSeat(kept, agenda, { ...lent, outbox: { load: async () => [], put: async () => {}, remove: async () => {} } });
  return { name, kept, session, attempts, anew };
}

/** A seat's socket; it counts what passes. */
function wire(kept: KeptSeat, cookie: string, wires: Wires): OpenSocket {
  const sent = new Set<string>();
  return (listener) => {
    const socket = new WebSocket(socketAddress(kept), [subprotocol], { headers: { cookie } });
    const asked = new Set<string>();
    const inFlight = new Set<string>();
    let forbidden = false;
    socket.on("open", listener.opened);
    socket.on("message", (data) => {
      const text = String(data);
      const frame: { readonly t: string; readonly key?: string } = JSON.parse(text); // the host's own
      if (frame.key !== undefined) {
        inFlight.delete(frame.key);
        if (asked.delete(frame.key) && frame.t === "done") wires.foundDone += 1;
      }
      listener.received(text);
    });
    socket.on("error", () => {}); // its closing tells
    socket.on("unexpected-response", (_request, response) => {
      forbidden = response.statusCode === 404;
      socket.terminate();
    });
    socket.on("close", () => listener.closed({ forbidden }));
    return {
      send: (text) => {
        const frame: { readonly t: string; readonly key?: string } = JSON.parse(text); // this client's own
        if (frame.key !== undefined) {
          inFlight.add(frame.key);
          wires.mostInFlight = Math.max(wires.mostInFlight, inFlight.size);
          if (frame.t === "ask") {
            asked.add(frame.key);
            wires.asked += 1;
          } else if (sent.has(frame.key)) wires.sentAgain += 1;
          else sent.add(frame.key);
        }
        socket.send(text);
      },
      close: () => socket.terminate(),
    };
  };
}

/** The very same request until somebody answers it: a server that is being killed does not. */
async function post<Answer>(url: string, body: unknown): Promise<{ readonly answer: Answer; readonly cookie: string }> {
  for (;;) {
    try {
      const response = await fetch(url, {
        method: "POST",
        body: JSON.stringify(body),
        headers: { "content-type": "application/json", connection: "close" },
      });
      const text = await response.text();
      if (response.status === 200) {
        const [cookie = ""] = (response.headers.getSetCookie()[0] ?? "").split(";");
        return { answer: JSON.parse(text), cookie }; // of the contract that client and server share
      }
      if (response.status !== 503) throw new Refused(`${response.status} ${text}`);
    } catch (error) {
      if (error instanceof Refused) throw error;
    }
    await sleep(50);
  }
}

class Refused extends Error {}
