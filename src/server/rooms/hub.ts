import type { SeatId } from "#room";
import type { NegotiationId } from "#store";
import type { HostFrame } from "#wire";
import type { Grew, GrownStream } from "./host.ts";

/** One connected client, as the hub sees it. */
export type Feed = {
  readonly seat: SeatId;
  /** A stream of the seat's has grown. `frameAfter` gives the frame's text for a client that has the stream up to there. */
  readonly grew: (stream: GrownStream, frameAfter: (version: number) => string) => void;
  readonly left: (stream: GrownStream) => void;
  /** The seat was removed from the negotiation. */
  readonly removed: () => void;
  readonly here: (text: string) => void;
  readonly bye: (message: string, again: boolean) => void;
};

/**
 * Hands what was stored to those who see it. The text of a frame is made once for all of them, and from nothing but the
 * stream itself.
 */
export type Hub = {
  readonly add: (negotiation: NegotiationId, feed: Feed) => () => void;
  readonly deliver: (grew: Grew) => void;
  /**
   * About every second: who is connected, where that has changed. `elsewhere`: who is connected to other server processes;
   * of a seat that is in both places it is not told that it is.
   */
  readonly tellWhoIsHere: (elsewhere?: (negotiation: NegotiationId) => readonly SeatId[]) => void;
  /** The seats that are connected to this process, in order. */
  readonly seatsHere: () => ReadonlyMap<NegotiationId, readonly SeatId[]>;
  readonly connected: () => number;
  readonly byeToAll: (message: string) => void;
};

type Hall = { readonly feeds: Map<SeatId, Set<Feed>>; hasChanged: boolean; told: string };

export function newHub(): Hub {
  const halls = new Map<NegotiationId, Hall>();

  function feedsOf({ feeds }: Hall, seat: SeatId): readonly Feed[] {
    return [...(feeds.get(seat) ?? [])]; // a copy: one that is cut leaves while we go through them
  }

  return {
    add: (negotiation, feed) => {
      const hall = halls.get(negotiation) ?? { feeds: new Map<SeatId, Set<Feed>>(), hasChanged: false, told: "" };
      halls.set(negotiation, hall);
      const ofSeat = hall.feeds.get(feed.seat) ?? new Set();
      hall.feeds.set(feed.seat, ofSeat);
      ofSeat.add(feed);
      hall.hasChanged = true;
      return () => {
        if (!ofSeat.delete(feed)) return;
        hall.hasChanged = true;
        if (ofSeat.size === 0) hall.feeds.delete(feed.seat);
        if (hall.feeds.size === 0) halls.delete(negotiation);
      };
    },
    deliver: ({ negotiation, streams }) => {
      const hall = halls.get(negotiation);
      if (!hall) return;
      for (const stream of streams.toSorted(hallFirst)) {
        // first: whoever sees it no more gets nothing of it, and who was removed gets nothing at all
        for (const seat of stream.left) {
          for (const feed of feedsOf(hall, seat)) stream.kind === "hall" ? feed.removed() : feed.left(stream);
        }
        const frameAfter = framesOf(stream);
        for (const seat of stream.audience) {
          for (const feed of feedsOf(hall, seat)) feed.grew(stream, frameAfter);
        }
      }
    },
    tellWhoIsHere: (elsewhere = () => []) => {
      for (const [negotiation, hall] of [...halls]) {
        const seats = new Set([...hall.feeds.keys(), ...elsewhere(negotiation)]);
        const text = frame({ t: "here", seats: [...seats].sort() });
        if (!hall.hasChanged && text === hall.told) continue;
        hall.hasChanged = false;
        hall.told = text;
        for (const seat of [...hall.feeds.keys()]) for (const feed of feedsOf(hall, seat)) feed.here(text);
      }
    },
    seatsHere: () => new Map([...halls].map(([negotiation, { feeds }]) => [negotiation, [...feeds.keys()].sort()])),
    connected: () => [...halls.values()].reduce((sum, { feeds }) => sum + countOf(feeds), 0),
    byeToAll: (message) => {
      for (const hall of [...halls.values()]) {
        for (const seat of [...hall.feeds.keys()]) for (const feed of feedsOf(hall, seat)) feed.bye(message, true);
      }
    },
  };
}

/** Whoever was removed hears nothing of the other streams any more, not even that they are gone. */
function hallFirst(one: GrownStream, other: GrownStream): number {
  return Number(other.kind === "hall") - Number(one.kind === "hall");
}

/** Nearly all clients have the same version, so that the text is made once. */
function framesOf({ stream, kind, entries }: GrownStream): (version: number) => string {
  const made = new Map<number, string>();
  return (version) => {
    const before = made.get(version);
    if (before !== undefined) return before;
    const text = frame({ t: "entries", stream, kind, entries: entries.filter((entry) => entry.version > version) });
    made.set(version, text);
    return text;
  };
}

export function frame(of: HostFrame): string {
  return JSON.stringify(of);
}

function countOf(feeds: ReadonlyMap<SeatId, ReadonlySet<Feed>>): number {
  return [...feeds.values()].reduce((sum, { size }) => sum + size, 0);
}
