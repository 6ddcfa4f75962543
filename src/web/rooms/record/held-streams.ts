import type { HallState, Instant, SeatId, StreamId } from "#room";
import type { SeatStreams } from "#seat";

/** What this seat holds of one stream. */
export type HeldStream = {
  readonly stream: StreamId;
  readonly kind: "hall" | "channel" | "delegation";
  readonly entries: number;
  readonly head: string;
  readonly last?: Instant;
  /** Whose signed commands stand in it, most first; the host's own outcomes beside. */
  readonly authors: readonly { readonly seat: SeatId; readonly entries: number }[];
  readonly byHost: number;
  /** Who has countersigned a head of it, and up to which entry. */
  readonly witnesses: readonly { readonly seat: SeatId; readonly upTo: number }[];
};

/** The hall first, then the channels as they were convened in it, then those that it does not know, then the own papers. */
export function heldStreams({ states, happened, heads }: SeatStreams, hall: HallState): readonly HeldStream[] {
  const publicly = new Map(hall.channels.map(({ id }, place) => [id, place]));
  const placeOf = ({ stream, kind }: HeldStream): number => {
    if (kind === "hall") return -1;
    return kind === "delegation" ? publicly.size + 1 : (publicly.get(stream) ?? publicly.size);
  };
  const all = [...states].map(([stream, state]): HeldStream => {
    const entries = happened.get(stream) ?? [];
    const counts = new Map<SeatId, number>();
    for (const { author } of entries) counts.set(author, (counts.get(author) ?? 0) + 1);
    const byHost = counts.get("host") ?? 0;
    counts.delete("host");
    const last = entries.at(-1)?.at;
    const countersigned = state.kind === "channel" ? [...state.countersigned] : [];
    const upTo = new Map<SeatId, number>();
    for (const [version, all] of countersigned)
      for (const { seat } of all) upTo.set(seat, Math.max(version, upTo.get(seat) ?? 0));
    return {
      stream,
      kind: state.kind,
      entries: state.version,
      head: heads.get(stream)?.hash ?? "",
      ...(last === undefined ? {} : { last }),
      authors: [...counts].map(([seat, count]) => ({ seat, entries: count })).sort((a, b) => b.entries - a.entries),
      byHost,
      witnesses: [...hall.seats.keys()].flatMap((seat) => {
        const version = upTo.get(seat);
        return version === undefined ? [] : [{ seat, upTo: version }];
      }),
    };
  });
  return all.sort((a, b) => placeOf(a) - placeOf(b));
}
