import { type Event, evolveAll, type Instant, type SeatId, type StreamId, type StreamState } from "#room";
import type { Happened } from "#seat";

/** One entry of one stream, at its place among all that the seat saw. */
export type Moment = {
  readonly stream: StreamId;
  readonly version: number;
  readonly at: Instant;
  readonly author: SeatId | "host";
  readonly events: readonly Event[];
};

/**
 * All entries in one order: by the host's clock, which is the only order between streams. Within a stream the numbering
 * holds even if that clock went back; entries of one instant keep the order in which their streams came.
 */
export function momentsOf(happened: ReadonlyMap<StreamId, readonly Happened[]>): readonly Moment[] {
  const all = [...happened].flatMap(([stream, entries], place) => {
    let latest = "";
    return entries.map((entry) => {
      if (entry.at > latest) latest = entry.at;
      return { moment: { stream, ...entry }, latest, place };
    });
  });
  all.sort((a, b) => (a.latest < b.latest ? -1 : a.latest > b.latest ? 1 : a.place - b.place));
  return all.map(({ moment }) => moment);
}

/** What happened in it, one by one. */
export function eventsOf({ stream, at, events }: Moment): readonly { stream: StreamId; at: Instant; event: Event }[] {
  return events.map((event) => ({ stream, at, event }));
}

/** The streams after so many moments; 0: before the first. */
export type Replay = (position: number) => ReadonlyMap<StreamId, StreamState>;

const apart = 64;

/** Folds on from the nearest state that it has kept, so that a slider can be dragged to and fro. */
export function replayOf(moments: readonly Moment[]): Replay {
  const kept = new Map<number, ReadonlyMap<StreamId, StreamState>>([[0, new Map()]]);
  return (position) => {
    const wanted = Math.max(0, Math.min(position, moments.length));
    let from = Math.floor(wanted / apart) * apart;
    while (!kept.has(from)) from -= apart;
    const states = new Map(kept.get(from));
    for (let done = from; done < wanted; done++) {
      if (done % apart === 0 && !kept.has(done)) kept.set(done, new Map(states));
      const { stream, version, at, events } = moments[done]!; // below the length
      states.set(stream, evolveAll(states.get(stream), events, { version, at }));
    }
    return states;
  };
}
