import { createContext, useContext, useEffect, useState } from "react";
import type { StreamId } from "#room";
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
  return useLive(({ streams }) => unreadIn(streams.happened.get(stream) ?? [], read, seat));
}

export function unreadIn(happened: readonly Happened[], read: number, me: string): number {
  let unread = 0;
  for (const { version, author, events } of happened.slice(Math.max(0, read - (happened[0]?.version ?? 1) + 1))) {
    if (version > read && author !== me && events.some(({ kind }) => kind !== "countersigned")) unread++;
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
