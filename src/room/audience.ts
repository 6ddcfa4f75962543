import type { StreamId } from "./channel.ts";
import type { SeatId } from "./seat.ts";
import type { ChannelState, HallState, StreamState } from "./state.ts";

/**
 * Who sees a stream, in the hall's order of seats: everybody in the hall, its members in a channel, the delegation in its
 * own. A seat that was removed from the negotiation sees nothing more, one removed from a channel nothing more of that channel.
 */
export function audienceOf(hall: HallState, stream: StreamState): readonly SeatId[] {
  const invited = membersOf(stream);
  return [...hall.seats.values()].flatMap(({ id, removed }) => {
    return !removed && (invited === "everybody" || invited.includes(id)) ? [id] : [];
  });
}

export function sees(hall: HallState, stream: StreamState, seat: SeatId): boolean {
  return audienceOf(hall, stream).includes(seat);
}

/**
 * The channels that every one of the members sees, in the order given. `members` is an audience, so that a seat that was
 * removed hides nothing from those who stay.
 */
export function seenByAll(
  streams: Iterable<readonly [StreamId, StreamState]>,
  members: readonly SeatId[],
): ReadonlyMap<StreamId, ChannelState> {
  const seen = new Map<StreamId, ChannelState>();
  if (members.length === 0) return seen;
  for (const [id, stream] of streams) {
    if (stream.kind !== "channel") continue;
    if (members.every((member) => stream.plan.members.includes(member))) seen.set(id, stream);
  }
  return seen;
}

function membersOf(stream: StreamState): readonly SeatId[] | "everybody" {
  switch (stream.kind) {
    case "hall":
      return "everybody";
    case "channel":
      return stream.plan.members;
    case "delegation":
      return stream.members;
  }
}
