import { type CheckSignature, type Entry, type EntryBody, type Head, startOfStream } from "#record";
import {
  type Event,
  evolveAll,
  type HallState,
  type Instant,
  type SeatId,
  type StreamId,
  type StreamState,
} from "#room";
import type { StreamHere } from "#wire";
import { type Checking, checkCheaply, signatureChecks } from "./check-entries.ts";

/** Everything that the seat sees, folded. A new object after each change, and the same one as long as nothing changes. */
export type SeatStreams = {
  /** The first thing that was wrong with what the host has shown; nothing was taken up since. */
  readonly fault?: HistoryFault;
  readonly hallStream?: StreamId;
  readonly hall?: HallState;
  /** The streams that the seat sees now, the hall first and then as they came. */
  readonly states: ReadonlyMap<StreamId, StreamState>;
  readonly happened: ReadonlyMap<StreamId, readonly Happened[]>;
  readonly heads: ReadonlyMap<StreamId, Head>;
  /** Whether everything that was there on the last connecting has come. */
  readonly caughtUp: boolean;
};

/** One entry, read. */
export type Happened = {
  readonly version: number;
  readonly at: Instant;
  readonly author: SeatId | "host";
  readonly events: readonly Event[];
};

/** The host shows another history than the one that it has signed or shown before. */
export type HistoryFault = { readonly stream: StreamId; readonly version: number; readonly message: string };

/** What a client remembers of earlier visits, so that a host cannot begin anew with another history. */
export type Remembered = {
  readonly hostKey?: string;
  readonly heads: Readonly<Record<StreamId, Head>>;
};

export type Taken = "taken" | "gap" | "fault";

/** The entries of the seat's streams as they arrive. */
export type StreamKeeper = {
  readonly snapshot: () => SeatStreams;
  /** For the `resume` frame. */
  readonly have: () => Readonly<Record<StreamId, number>>;
  readonly welcome: (streams: readonly StreamHere[]) => Taken;
  /** "gap": something is missing before them; the host is to be asked again. */
  readonly take: (stream: StreamId, kind: StreamHere["kind"], entries: readonly Entry[]) => Taken;
  readonly gone: (stream: StreamId) => void;
  readonly entries: (stream: StreamId) => readonly Entry[];
  /** Checks at most so many signatures; whether some that can be checked are left. */
  readonly checkSome: (atMost: number) => boolean;
  readonly remembered: () => Remembered;
};

type Stream = {
  readonly kind: StreamHere["kind"];
  readonly entries: Entry[];
  head: Head;
  state: StreamState | undefined;
  happened: readonly Happened[];
};

/**
 * Hashes are checked as entries arrive: cheap, and a changed past shows at once. Signatures cost about a thousandth of a second
 * each; `checkSome` does them when there is time, the oldest first.
 * @param agenda  the digest of the agenda that this client has read.
 */
export function streamKeeper(
  { negotiation, agenda }: { readonly negotiation: string; readonly agenda: string },
  before: Remembered = { heads: {} },
  check?: CheckSignature,
): StreamKeeper {
  const streams = new Map<StreamId, Stream>();
  const checks = signatureChecks(negotiation, check);
  let hallStream: StreamId | undefined;
  let expected: ReadonlyMap<StreamId, number> | undefined;
  let current: SeatStreams = { states: new Map(), happened: new Map(), heads: new Map(), caughtUp: false };

  function take(id: StreamId, kind: StreamHere["kind"], entries: readonly Entry[]): Taken {
    if (current.fault) return "fault";
    const stream = streams.get(id) ?? newStream(id, kind);
    const fresh: Checking[] = [];
    let { head, state } = stream;
    const happened: Happened[] = [];
    for (const entry of entries) {
      if (entry.version <= head.version) {
        // sent again: it must be what was sent before
        const known = stream.entries[entry.version - 1] ?? fresh[entry.version - 1 - stream.entries.length]?.entry;
        if (known?.hash === entry.hash) continue;
        return faulty(id, entry.version, "The host has sent this entry again, and it is another one.");
      }
      if (entry.version !== head.version + 1) return "gap";
      const read = checkCheaply(negotiation, id, head, entry);
      if (!read.ok) return faulty(id, head.version + 1, read.error);
      const memory = before.heads[id];
      if (memory?.version === entry.version && memory.hash !== entry.hash)
        return faulty(id, entry.version, "It is another one than on an earlier visit.");
      try {
        state = evolveAll(state, read.value.events, { version: entry.version, at: read.value.at });
      } catch {
        return faulty(id, entry.version, "What it says cannot have happened there.");
      }
      const misplaced = wrongBeginning(kind, state, read.value);
      if (misplaced !== undefined) return faulty(id, entry.version, misplaced);
      fresh.push({ stream: id, before: head, entry, body: read.value });
      happened.push(happenedOf(read.value));
      head = { version: entry.version, hash: entry.hash };
    }
    if (fresh.length === 0) return "taken";
    streams.set(id, stream);
    stream.entries.push(...fresh.map(({ entry }) => entry));
    stream.head = head;
    stream.state = state;
    stream.happened = [...stream.happened, ...happened];
    if (kind === "hall") hallStream = id;
    checks.add(kind === "hall", fresh);
    renew();
    // the last receipt covers all before it, since its hash does
    const fault = checks.last(id);
    return fault ? faulty(fault.stream, fault.version, fault.message) : "taken";
  }

  /** The hall says which agenda and which host this is; it comes first, and neither can change later. */
  function wrongBeginning(kind: StreamHere["kind"], state: StreamState, body: EntryBody): string | undefined {
    if (state.kind !== kind) return `It makes a ${state.kind} of what the host calls a ${kind}.`;
    if (state.kind !== "hall" || body.version !== 1) return undefined;
    if (state.agenda !== agenda) return "The hall names another agenda than the one that this client was given.";
    if (before.hostKey !== undefined && before.hostKey !== state.hostKey)
      return "The host signs with another key than on an earlier visit.";
    return undefined;
  }

  function newStream(id: StreamId, kind: StreamHere["kind"]): Stream {
    return { kind, entries: [], head: startOfStream(negotiation, id), state: undefined, happened: [] };
  }

  function renew(): void {
    const shown = [...streams].sort(([, a], [, b]) => Number(b.kind === "hall") - Number(a.kind === "hall"));
    const hall = hallStream === undefined ? undefined : streams.get(hallStream)?.state;
    current = {
      ...(current.fault ? { fault: current.fault } : {}),
      ...(hallStream === undefined ? {} : { hallStream }),
      ...(hall?.kind === "hall" ? { hall } : {}),
      states: new Map(shown.flatMap(([id, { state }]) => (state ? [[id, state] as const] : []))),
      happened: new Map(shown.map(([id, { happened }]) => [id, happened])),
      heads: new Map(shown.map(([id, { head }]) => [id, head])),
      caughtUp:
        expected !== undefined &&
        [...expected].every(([id, version]) => (streams.get(id)?.head.version ?? 0) >= version),
    };
  }

  function faulty(stream: StreamId, version: number, message: string): Taken {
    current = { ...current, fault: { stream, version, message } };
    return "fault";
  }

  return {
    snapshot: () => current,
    have: () => Object.fromEntries([...streams].map(([id, { head }]) => [id, head.version])),
    welcome: (shown) => {
      for (const { stream, version } of shown) {
        const known = Math.max(streams.get(stream)?.head.version ?? 0, before.heads[stream]?.version ?? 0);
        if (version < known)
          return faulty(stream, version + 1, `The host shows ${version} entries, and has shown ${known} before.`);
      }
      const there = new Set(shown.map(({ stream }) => stream));
      const lost = [...streams.keys()].filter((id) => !there.has(id));
      for (const id of lost) forget(id);
      expected = new Map(shown.map(({ stream, version }) => [stream, version]));
      renew();
      return current.fault ? "fault" : "taken";
    },
    take,
    gone: forget,
    entries: (id) => streams.get(id)?.entries ?? [],
    checkSome: (atMost) => {
      if (current.fault) return false;
      const { fault, more } = checks.some(atMost);
      if (fault) faulty(fault.stream, fault.version, fault.message);
      return more && !fault;
    },
    remembered: () => {
      const hostKey = current.hall?.hostKey ?? before.hostKey;
      const heads = Object.fromEntries([...streams].map(([id, { head }]) => [id, head]));
      return { ...(hostKey === undefined ? {} : { hostKey }), heads: { ...before.heads, ...heads } };
    },
  };

  function forget(id: StreamId): void {
    if (expected) expected = new Map([...expected].filter(([stream]) => stream !== id));
    if (streams.delete(id)) checks.forget(id);
    renew();
  }
}

function happenedOf({ version, at, author, events }: EntryBody): Happened {
  return { version, at, author, events };
}
