import type { EntryBody } from "#record";
import type { SeatId, StreamId } from "#room";
import { type ClientFrame, clientFrame, entriesPerPage, type HostFrame } from "#wire";
import type { GrownStream, OpenedDoor, Outcome, RoomsHost } from "./host.ts";
import { type Feed, frame, type Hub } from "./hub.ts";
import type { Gates } from "./limits.ts";

/** A connection that carries texts; a WebSocket, or a test's own. */
export type Line = {
  readonly send: (text: string) => void;
  /** Resolves when it has left this process, or never will. */
  readonly sendAndWait: (text: string) => Promise<void>;
  /** In bytes: what was sent and has not left. */
  readonly waiting: () => number;
  readonly close: () => void;
};

/** A client that takes in less than it is sent is cut at this, and comes back for the rest. */
const mostWaiting = 2 * 1024 * 1024;

export type SeatSocket = {
  readonly receive: (text: string) => void;
  readonly closed: () => void;
};

/** One client of one seat: first what it has missed, then what happens; its commands, and what becomes of them. */
export function seatSocket(parts: {
  readonly host: RoomsHost;
  readonly hub: Hub;
  readonly gates: Gates;
  readonly door: OpenedDoor;
  readonly line: Line;
}): SeatSocket {
  const { host, hub, gates, door, line } = parts;
  const cursors = new Map<StreamId, number>();
  /** "missed": something has happened while it was catching up. */
  let state: "new" | "catching up" | "missed" | "live" | "over" = "new";
  let leave = (): void => {};
  /** Who is here, for when it has caught up. */
  let here: string | undefined;

  const isOver = (): boolean => state === "over";

  function bye(message: string, again: boolean): void {
    if (isOver()) return;
    end();
    line.send(frame({ t: "bye", message, again }));
    line.close();
  }

  function end(): void {
    state = "over";
    leave();
  }

  function sendText(text: string): void {
    if (isOver()) return;
    if (line.waiting() > mostWaiting) {
      bye("You take in less than you are sent: come back for the rest.", true);
      return;
    }
    line.send(text);
  }
  const send = (of: HostFrame): void => sendText(frame(of));

  const feed: Feed = {
    seat: door.seat,
    grew: (grown, frameAfter) => {
      const happened = whatHappenedTo(door.seat, grown);
      // at once: whatever comes after this is for whoever takes it anew
      if (happened.includes("seat freed")) bye("This seat was freed: it is taken anew, with a new link.", false);
      else if (happened.includes("joined")) void checkSession();
      if (state === "catching up") state = "missed";
      if (state !== "live") return;
      const { stream, version, entries } = grown;
      const had = cursors.get(stream) ?? 0;
      if (had >= version) return;
      const first = entries[0]?.version ?? version + 1;
      if (had + 1 < first) {
        void catchUp(); // it is new to this seat, or we have missed some
        return;
      }
      cursors.set(stream, version);
      sendText(frameAfter(had));
    },
    left: ({ stream }) => {
      if (state === "catching up") state = "missed";
      if (state === "live" && cursors.delete(stream)) send({ t: "gone", stream });
    },
    removed: () => bye("This seat was removed from the negotiation by the convenor.", false),
    here: (text) => {
      if (state === "live") sendText(text);
      else here = text;
    },
    bye,
  };

  /** Whoever takes the seat ends the sessions of others who had opened its link: their sockets end with them. */
  async function checkSession(): Promise<void> {
    try {
      if (await host.opens(door, door.session ?? "")) return;
      bye("This seat was taken in another browser.", false);
    } catch {
      bye("The record cannot be reached just now: come back in a moment.", true);
    }
  }

  async function resume(have: Readonly<Record<string, number>>): Promise<void> {
    state = "catching up";
    leave = hub.add(door.negotiation, feed);
    const letGo = await host.watch(door.negotiation);
    const leaveHub = leave;
    leave = () => {
      leaveHub();
      letGo();
    };
    if (!isOver()) await checkSession(); // the seat may have been taken while this was on its way
    if (isOver()) {
      letGo();
      return;
    }
    const heads = host.held(door);
    const streams = heads.map(({ stream, kind, version }) => ({ stream, kind, version }));
    for (const { stream, version } of heads) {
      const had = Object.hasOwn(have, stream) ? (have[stream] ?? 0) : 0;
      cursors.set(stream, Math.min(had, version));
    }
    send({ t: "welcome", seat: door.seat, now: host.now(), streams });
    // one that is not there and one that it does not see any more look the same
    for (const stream of Object.keys(have)) if (!cursors.has(stream)) send({ t: "gone", stream });
    await catchUp();
  }

  /** Page by page, each taken in before the next is read; over when nothing happened meanwhile. */
  async function catchUp(): Promise<void> {
    try {
      do {
        state = "catching up";
        const heads = host.held(door);
        await host.at("while resuming");
        if (isOver()) return;
        if (heads.length === 0) {
          feed.removed();
          return;
        }
        for (const stream of [...cursors.keys()]) {
          if (heads.some((head) => head.stream === stream)) continue;
          cursors.delete(stream);
          send({ t: "gone", stream });
        }
        for (const head of heads) await sendPages(head);
      } while (needsMore());
      if (isOver()) return;
      state = "live";
      if (here !== undefined) sendText(here);
      here = undefined;
    } catch {
      bye("The record cannot be reached just now: come back in a moment.", true);
    }
  }

  /** A function, since the state changes while others are waited for. */
  const needsMore = (): boolean => state === "missed";

  async function sendPages({
    stream,
    kind,
    version,
  }: {
    stream: StreamId;
    kind: "hall" | "channel" | "delegation";
    version: number;
  }) {
    if (!cursors.has(stream)) cursors.set(stream, 0);
    for (let had = cursors.get(stream) ?? 0; had < version && !isOver(); ) {
      const entries = await host.heldEntries(door, stream, had, entriesPerPage);
      await host.at("while resuming");
      const last = entries?.at(-1);
      if (entries === undefined || last === undefined || isOver()) return; // seen no more: the next look says so
      had = last.version;
      cursors.set(stream, had);
      await line.sendAndWait(frame({ t: "entries", stream, kind, entries }));
    }
  }

  async function answered(key: string, work: () => Promise<Outcome | undefined>): Promise<void> {
    const done = gates.enter(door);
    if (done === undefined) {
      const message = "Too much at once: wait for the answers to what you have sent, then send it again.";
      send({ t: "refused", key, rule: "H6", message });
      return;
    }
    try {
      const outcome = await work();
      if (outcome === undefined) send({ t: "not done", key });
      else if (outcome.kind === "done") send({ t: "done", key, stream: outcome.stream, version: outcome.version });
      else send({ t: "refused", key, rule: outcome.rule, message: outcome.message });
      await host.at("after answer");
    } catch {
      const message = "The record cannot be reached just now. Ask later what became of it, or send it again as it is.";
      send({ t: "refused", key, rule: "H7", message });
    } finally {
      done();
    }
  }

  function take(received: ClientFrame): void {
    if (received.t === "resume") {
      if (state !== "new") {
        bye("A socket resumes once.", false);
        return;
      }
      resume(received.have).catch(() => bye("The record cannot be reached just now: come back in a moment.", true));
      return;
    }
    if (state === "new") {
      bye('The first frame says what you have: {"t":"resume","have":{}}.', false);
      return;
    }
    const { key } = received;
    switch (received.t) {
      case "command":
        return void answered(key, () => host.command(door, received.command, received.signature, key));
      case "answer":
        return void answered(key, () => host.answer(door, received.answer, received.signature, key));
      case "ask":
        return void answered(key, () => host.ask(door, key));
    }
  }

  return {
    receive: (text) => {
      if (isOver()) return;
      const received = readFrame(text);
      if (received === undefined) bye("This is no frame that a room knows.", false);
      else take(received);
    },
    closed: () => {
      if (!isOver()) end();
    },
  };
}

function whatHappenedTo(seat: SeatId, { kind, entries }: GrownStream): readonly ("joined" | "seat freed")[] {
  if (kind !== "hall") return [];
  return entries.flatMap(({ body }) => {
    const { events }: EntryBody = JSON.parse(body); // the host's own
    return events.flatMap((event) =>
      (event.kind === "joined" || event.kind === "seat freed") && event.seat === seat ? [event.kind] : [],
    );
  });
}

function readFrame(text: string): ClientFrame | undefined {
  try {
    const read = clientFrame.safeParse(JSON.parse(text));
    return read.success ? read.data : undefined;
  } catch {
    return undefined;
  }
}
