import type { StreamId } from "#room";
import type { SeatSession } from "#seat";

type Watched = {
  readonly subscribe: SeatSession["subscribe"];
  readonly snapshot: () => {
    readonly pending: readonly { readonly key: string; readonly stream: string; readonly what: string }[];
  };
};

/** Tells once that a command of this kind, given after this, is kept in the outbox: from then on it outlives the page. */
export function whenQueued(session: Watched, stream: StreamId, what: string, then: () => void): () => void {
  const before = new Set(session.snapshot().pending.map(({ key }) => key));
  const stop = session.subscribe(() => {
    const { pending } = session.snapshot();
    if (!pending.some((one) => one.stream === stream && one.what === what && !before.has(one.key))) return;
    stop();
    then();
  });
  return stop;
}
