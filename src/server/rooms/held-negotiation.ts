import type { Agenda } from "#model";
import type { Entry, EntryBody } from "#record";
import { evolveAll, type Holding, type SeatId, type StreamId, type StreamState } from "#room";
import type { NegotiationRow, StreamHead } from "#store";
import type { GrownStream } from "./host.ts";

/** A negotiation as this process knows it: perhaps behind the store, never ahead of it. */
export type HeldNegotiation = {
  readonly row: NegotiationRow;
  readonly agenda: Agenda;
  readonly heads: Map<StreamId, StreamHead>;
  readonly states: Map<StreamId, StreamState>;
  /** The last entries of each stream, for clients that come back: when a server starts anew they all come at once. */
  readonly tails: Map<StreamId, Entry[]>;
};

const longestTail = 256;
/** In characters of bodies; a stream of sealed sheets is not kept twice. */
const largestTail = 500_000;

/** A stream of the store with the entries that this process has not read yet. */
export type ReadStream = { readonly head: StreamHead; readonly entries: readonly Entry[] };

export function holdingOf({ row, agenda, states }: HeldNegotiation, hostKey: string): Holding {
  return { negotiation: row.id, agenda, hostKey, hallStream: row.hall, streams: states };
}

/** Takes in what was read or written; all of it in one go, so that nobody sees half of an append. */
export function takeIn(held: HeldNegotiation, streams: readonly ReadStream[]): readonly GrownStream[] {
  return streams.flatMap(({ head, entries }) => {
    const { stream, kind, audience, version } = head;
    const before = held.heads.get(stream);
    const isSame = before !== undefined && before.version === version && sameSeats(before.audience, audience);
    if (isSame) return [];
    let state = held.states.get(stream);
    for (const entry of entries) {
      const { events, at }: EntryBody = JSON.parse(entry.body); // the host's own, from its own store
      state = evolveAll(state, events, { version: entry.version, at });
    }
    if (state === undefined || state.version !== version) throw new Error(`stream ${stream} is not in order`);
    held.heads.set(stream, head);
    keepTail(held, stream, entries);
    held.states.set(stream, state);
    const left = (before?.audience ?? []).filter((seat) => !audience.includes(seat));
    return [{ stream, kind, audience, left, version, entries }];
  });
}

function keepTail({ tails }: HeldNegotiation, stream: StreamId, entries: readonly Entry[]): void {
  const tail = [...(tails.get(stream) ?? []), ...entries].slice(-longestTail);
  let size = 0;
  const first = tail.findLastIndex(({ body }) => {
    size += body.length;
    return size > largestTail;
  });
  tails.set(stream, tail.slice(first + 1));
}

/** Those after a version, if they are at hand. */
export function tailAfter(
  { tails, heads }: HeldNegotiation,
  stream: StreamId,
  after: number,
): readonly Entry[] | undefined {
  const version = heads.get(stream)?.version ?? 0;
  const tail = tails.get(stream) ?? [];
  const first = version - tail.length;
  return after >= first ? tail.slice(after - first) : undefined;
}

function sameSeats(one: readonly SeatId[], other: readonly SeatId[]): boolean {
  return one.length === other.length && one.every((seat, index) => seat === other[index]);
}
