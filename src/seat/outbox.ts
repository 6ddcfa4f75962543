import type { Instant, StreamId } from "#room";
import type { ClientFrame } from "#wire";

/** A signed command, or a private answer to a sealed yes, that the host has not answered yet. Kept before it is sent. */
export type Pending = {
  readonly key: string;
  readonly t: "command" | "answer";
  readonly stream: StreamId | "new";
  /** The command's kind, or "answer": for a person. */
  readonly what: string;
  /** Exact text, and the seat's signature under it. */
  readonly text: string;
  readonly signature: string;
  readonly queuedAt: Instant;
  /** Its place in the row, from 1: what was queued first is sent first. */
  readonly place: number;
};

/** Where the page or the command line keeps them. What `put` has resolved for survives the end of the program. */
export type OutboxStorage = {
  readonly load: () => Promise<readonly Pending[]>;
  readonly put: (pending: Pending) => Promise<void>;
  readonly remove: (key: string) => Promise<void>;
};

/** The end of a command. */
export type Outcome =
  /** Durably stored, as this version of that stream. */
  | { readonly kind: "done"; readonly stream: StreamId; readonly version: number }
  /** `rule`: of RULES.md, "client" if this client did not send it at all, or as the host names its own limits. */
  | { readonly kind: "refused"; readonly rule: string; readonly message: string }
  /** The connection has ended for good before an answer came: it may or may not have been done. It stays kept. */
  | { readonly kind: "unknown"; readonly message: string };

export function memoryOutbox(): OutboxStorage {
  const kept = new Map<string, Pending>();
  return {
    load: async () => [...kept.values()],
    put: async (pending) => void kept.set(pending.key, pending),
    remove: async (key) => void kept.delete(key),
  };
}

type Item = {
  readonly pending: Pending;
  /** Asked about first if it may have reached the host over a connection that is gone. */
  phase: "to ask" | "asked" | "to send" | "sent" | "pausing";
  readonly settle: (outcome: Outcome) => void;
};

type Dispatch = (frame: ClientFrame, pending: Pending) => void;

export type Outbox = {
  readonly pending: () => readonly Pending[];
  readonly isWaiting: () => boolean;
  /** Keeps it, then sends it as soon as its turn comes. */
  readonly add: (pending: Omit<Pending, "place">) => Promise<Outcome>;
  /** The connection is there, or gone (undefined). */
  readonly connected: (send: Dispatch | undefined) => void;
  readonly done: (key: string, stream: StreamId, version: number) => void;
  readonly refused: (key: string, rule: string, message: string) => void;
  readonly notDone: (key: string) => void;
  /** The host can do it only later, and may or may not have begun: it is asked about when the pause is over. */
  readonly later: (key: string) => void;
  readonly resume: () => void;
  /** No connection will come any more. */
  readonly giveUp: (message: string) => void;
};

export async function outbox(
  storage: OutboxStorage,
  {
    atOnce,
    changed,
    settled,
  }: {
    readonly atOnce: number;
    readonly changed: () => void;
    readonly settled: (pending: Pending, outcome: Outcome) => void;
  },
): Promise<Outbox> {
  const kept = [...(await storage.load())].sort((a, b) => a.place - b.place);
  let items: Item[] = kept.map((pending) => ({ pending, phase: "to ask", settle: () => {} }));
  let places = kept.at(-1)?.place ?? 0;
  let listed: readonly Pending[] = kept;
  let send: Dispatch | undefined;
  let over: string | undefined;
  /** What is kept is kept one after the other, so that the row is the order of acting. */
  let tail: Promise<unknown> = Promise.resolve();

  function renew(): void {
    listed = items.map(({ pending }) => pending);
    changed();
  }

  function pump(): void {
    if (!send) return;
    let inFlight = items.filter(({ phase }) => phase === "asked" || phase === "sent").length;
    const waitedFor = new Set<string>();
    for (const item of items) {
      if (inFlight >= atOnce) return;
      const { pending } = item;
      if (item.phase === "to ask") {
        item.phase = "asked";
        send({ t: "ask", key: pending.key }, pending);
        inFlight++;
      } else if (item.phase === "to send" && !waitedFor.has(pending.stream)) {
        item.phase = "sent";
        send(frameOf(pending), pending);
        inFlight++;
      }
      // one at a time in each stream: whatever becomes of it, the order of what is said there is its author's
      waitedFor.add(pending.stream);
    }
  }

  function end(key: string, outcome: Outcome): void {
    const item = items.find(({ pending }) => pending.key === key);
    if (!item) return; // answered before
    items = items.filter((other) => other !== item);
    tail = tail.then(() => storage.remove(key)).catch(() => {}); // kept on, it is asked about again and answered the same
    renew();
    pump();
    item.settle(outcome);
    settled(item.pending, outcome);
  }

  return {
    pending: () => listed,
    isWaiting: () => items.some(({ phase }) => phase === "asked" || phase === "sent"),
    add: (unplaced) => {
      const pending: Pending = { ...unplaced, place: ++places };
      const isKept = tail.then(() => storage.put(pending));
      tail = isKept.catch(() => {});
      return isKept.then(() => {
        if (over !== undefined) return { kind: "unknown", message: over };
        return new Promise<Outcome>((settle) => {
          items.push({ pending, phase: "to send", settle });
          renew();
          pump();
        });
      });
    },
    connected: (to) => {
      send = to;
      if (to === undefined) {
        for (const item of items) if (item.phase !== "to send") item.phase = "to ask"; // pauses end with the line
      } else pump();
    },
    done: (key, stream, version) => end(key, { kind: "done", stream, version }),
    refused: (key, rule, message) => end(key, { kind: "refused", rule, message }),
    notDone: (key) => {
      const item = items.find(({ pending }) => pending.key === key);
      if (item?.phase !== "asked") return;
      item.phase = "to send";
      pump();
    },
    later: (key) => {
      const item = items.find(({ pending }) => pending.key === key);
      if (item) item.phase = "pausing";
    },
    resume: () => {
      for (const item of items) if (item.phase === "pausing") item.phase = "to ask";
      pump();
    },
    giveUp: (message) => {
      over = message;
      for (const { settle } of items) settle({ kind: "unknown", message });
    },
  };
}

/** Exactly what is sent, which is what was kept: the same key and the same text each time. */
export function frameOf({ t, key, text, signature }: Omit<Pending, "place" | "queuedAt">): ClientFrame {
  return t === "command" ? { t, key, command: text, signature } : { t, key, answer: text, signature };
}
