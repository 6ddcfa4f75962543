import type { StreamId } from "#room";
import type { SeatSession } from "#seat";

/** Resolves once the page has read the stream up to this version; false if that takes too long. */
export function untilSeen(session: SeatSession, stream: StreamId, version: number, wait = 10_000): Promise<boolean> {
  const isSeen = (): boolean => (session.snapshot().streams.states.get(stream)?.version ?? 0) >= version;
  if (isSeen()) return Promise.resolve(true);
  return new Promise((resolve) => {
    const end = (seen: boolean): void => {
      stop();
      clearTimeout(timer);
      resolve(seen);
    };
    const stop = session.subscribe(() => {
      if (isSeen()) end(true);
    });
    const timer = setTimeout(() => end(false), wait);
  });
}
