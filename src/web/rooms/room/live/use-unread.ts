import { createContext, useContext, useEffect, useState } from "react";
import type { Instant, SeatId, StreamId } from "#room";
import type { Happened } from "#seat";
import { keptSeats } from "../../kept-seats/kept-seats.ts";
import { markRead, readVersions } from "../../kept-seats/read-marks.ts";
import { seatKey } from "../../kept-seats/seat-record.ts";
import { useLive, useRoom } from "./live-room.tsx";

type Marks = Readonly<Record<StreamId, number>>;

export const ReadMarksContext = createContext<Marks>({});

/** How far each stream was read here, in this tab or another. */
export function useReadMarks(): Marks {
  const room = useRoom();
  const [marks, setMarks] = useState<Marks>({});
  const key = seatKey(room);
  useEffect(() => {
    let isHere = true;
    const read = (): void => void readVersions(key).then((found) => isHere && setMarks(found));
    read();
    const deaf = keptSeats.onChange((kind) => kind === "read" && read());
    return () => {
      isHere = false;
      deaf();
    };
  }, [key]);
  return marks;
}

/** Entries of others that were not looked at. */
export function useUnread(stream: StreamId): number {
  const { seat } = useRoom();
  const read = useContext(ReadMarksContext)[stream] ?? 0;
  return useLive(({ streams }) => {
    const since = enteredAt(streams.happened.get(streams.hallStream ?? "") ?? [], seat);
    return since === undefined ? 0 : unreadIn(streams.happened.get(stream) ?? [], read, { seat, since });
  });
}

/** When the seat came with its keys of now; the convenor comes with the opening. Undefined: it has not come yet. */
export function enteredAt(hall: readonly Happened[], me: SeatId): Instant | undefined {
  const joined = hall.findLast(({ events }) => events.some((event) => event.kind === "joined" && event.seat === me));
  return (joined ?? hall.find(({ author }) => author === me))?.at;
}

/** What stood there when the seat entered is no news to it. */
export function unreadIn(
  happened: readonly Happened[],
  read: number,
  { seat, since }: { readonly seat: SeatId; readonly since: Instant },
): number {
  let unread = 0;
  for (const { version, at, author, events } of happened.slice(Math.max(0, read - (happened[0]?.version ?? 1) + 1))) {
    const isNews = version > read && at > since && author !== seat;
    if (isNews && events.some(({ kind }) => kind !== "countersigned")) unread++;
  }
  return unread;
}

/** Whatever is in the stream counts as read while it is on the page and the page is looked at. */
export function useReading(stream: StreamId): void {
  const room = useRoom();
  const version = useLive(({ streams }) => streams.states.get(stream)?.version ?? 0);
  const key = seatKey(room);
  useEffect(() => {
    const mark = (): void => {
      if (document.visibilityState === "visible" && version > 0) void markRead(key, stream, version);
    };
    const timer = setTimeout(mark, 250);
    document.addEventListener("visibilitychange", mark);
    return () => {
      clearTimeout(timer);
      document.removeEventListener("visibilitychange", mark);
    };
  }, [key, stream, version]);
}
