import { type Entry, makeEntry, startOfStream } from "#record";
import {
  audienceOf,
  type Event,
  evolveAll,
  type Instant,
  type SeatId,
  type StreamAppend,
  type StreamId,
  type StreamState,
  silenceConsentsAt,
} from "#room";
import type { Append, AppendPart, NewStream, StreamHead, StreamKind } from "#store";
import type { HeldNegotiation, ReadStream } from "./held-negotiation.ts";
import type { HostParts } from "./host-parts.ts";

/** Who asked, in whose words; the host itself asks in none. */
export type Authorship =
  | { readonly author: SeatId; readonly command: string; readonly signature: string }
  | { readonly author: "host"; readonly command: null; readonly signature: null };

export const byHost: Authorship = { author: "host", command: null, signature: null };

/** What the store is to write, and how this process will hold it then. */
export type Written = {
  readonly append: Pick<Append, "parts" | "created" | "removesSeats" | "freesSeats" | "opensCall">;
  /** What is closed of what was asked with a time limit: by name, see `callName`. */
  readonly closes: string | undefined;
  readonly streams: readonly ReadStream[];
};

/** The name of something with a time limit among those of its negotiation. */
export const callName = {
  sealedYes: (stream: StreamId, call: string): string => JSON.stringify(["sealed yes", stream, call]),
  motion: (stream: StreamId, motion: string): string => JSON.stringify(["motion", stream, motion]),
};

/** Entries made of what was decided. `at`: the time of the decision. */
export function writeEntries(
  { random, key }: Pick<HostParts, "random" | "key">,
  held: HeldNegotiation,
  decided: readonly StreamAppend[],
  authorship: Authorship,
  at: Instant,
): Written {
  const { row } = held;
  const hallVersion = held.heads.get(row.hall)?.version ?? 0;
  const after = new Map(held.states);
  const made = decided.map(({ stream, events }) => {
    const head = held.heads.get(stream);
    const content = { negotiation: row.id, stream, hall: hallVersion, at, ...authorship, events };
    const previous = head ?? startOfStream(row.id, stream);
    const entry = makeEntry(previous, content, random(`${stream}: salt ${previous.version + 1}`, 32), key.sign);
    after.set(stream, evolveAll(held.states.get(stream), events, { version: entry.version, at }));
    return { stream, head, entry, events };
  });

  const audience = (stream: StreamId): readonly SeatId[] => sortedAudience(after, row.hall, stream);
  const removed = decided.flatMap(({ events }) =>
    events.flatMap((event) => (event.kind === "seat removed" ? [event.seat] : [])),
  );
  const freed = decided.flatMap(({ events }) =>
    events.flatMap((event) => (event.kind === "seat freed" ? [event.seat] : [])),
  );
  const headAfter = (stream: StreamId, entry: Entry): StreamHead => {
    const { kind } = after.get(stream)!; // put there above
    return { stream, kind, version: entry.version, hash: entry.hash, audience: audience(stream) };
  };
  const parts: AppendPart[] = [];
  const created: NewStream[] = [];
  for (const { stream, head, entry } of made) {
    if (head === undefined) {
      const kind: StreamKind = after.get(stream)!.kind; // put there above
      created.push({ stream, kind, audience: audience(stream), entries: [entry] });
    } else {
      const now = audience(stream);
      const isSame = now.join() === head.audience.join();
      parts.push({ stream, expected: head.version, entries: [entry], ...(isSame ? {} : { audience: now }) });
    }
  }
  // whoever is removed leaves every stream, also those in which nothing is written
  const emptied = [...held.heads.values()].filter(
    (head) =>
      !made.some(({ stream }) => stream === head.stream) && head.audience.some((seat) => removed.includes(seat)),
  );
  const calls = made.flatMap(({ stream, events }) => events.flatMap((event) => callOf(held, after, stream, event)));
  const opens = calls.find(({ until }) => until !== undefined);
  return {
    append: {
      parts,
      created,
      ...(removed.length === 0 ? {} : { removesSeats: removed }),
      ...(freed.length === 0 ? {} : { freesSeats: freed }),
      ...(opens?.until === undefined
        ? {}
        : { opensCall: { stream: opens.stream, call: opens.call, until: opens.until } }),
    },
    closes: calls.find(({ until }) => until === undefined)?.call,
    streams: [
      ...made.map(({ stream, entry }) => ({ head: headAfter(stream, entry), entries: [entry] })),
      ...emptied.map((head) => ({
        head: { ...head, audience: head.audience.filter((seat) => !removed.includes(seat)) },
        entries: [],
      })),
    ],
  };
}

type Call = { readonly stream: StreamId; readonly call: string /** Undefined: it closes. */; readonly until?: Instant };

function callOf(
  held: HeldNegotiation,
  after: ReadonlyMap<StreamId, StreamState>,
  stream: StreamId,
  event: Event,
): readonly Call[] {
  switch (event.kind) {
    case "sealed yes called":
      return [{ stream, call: callName.sealedYes(stream, event.call), until: justAfter(event.until) }];
    case "sealed yes answered":
      return [{ stream, call: callName.sealedYes(stream, event.call) }];
    case "adoption moved": {
      const until = silenceIsOver(after, held.row.hall, stream, event.motion);
      return until === undefined
        ? []
        : [{ stream, call: callName.motion(stream, event.motion), until: justAfter(until) }];
    }
    case "adopted":
    case "fell":
      return silenceIsOver(after, held.row.hall, stream, event.motion) === undefined
        ? []
        : [{ stream, call: callName.motion(stream, event.motion) }];
    default:
      return [];
  }
}

function silenceIsOver(
  after: ReadonlyMap<StreamId, StreamState>,
  hallStream: StreamId,
  stream: StreamId,
  name: string,
): Instant | undefined {
  const hall = after.get(hallStream);
  const plenary = after.get(stream);
  const motion = plenary?.kind === "channel" ? plenary.motions.get(name) : undefined;
  return hall?.kind === "hall" && motion ? silenceConsentsAt(hall.procedure, motion) : undefined;
}

/** At its last moment it may still be answered (R6.6, R9.11); the store's time is over when it is reached. */
function justAfter(until: Instant): Instant {
  return new Date(Date.parse(until) + 1).toISOString();
}

/** In order of ids, as the store keeps it. */
function sortedAudience(
  states: ReadonlyMap<StreamId, StreamState>,
  hallStream: StreamId,
  stream: StreamId,
): readonly SeatId[] {
  const hall = states.get(hallStream);
  const state = states.get(stream);
  if (hall?.kind !== "hall" || state === undefined) throw new Error("a stream has an audience once the hall is open");
  return [...audienceOf(hall, state)].sort();
}
