import type { ChannelPlan, DelegationId, HallState, SeatId, SeatState } from "#room";

/** Seats of a delegation that can be sealed to: they have joined and were not removed. */
export function reachableSeats(hall: HallState, delegation: DelegationId): readonly SeatState[] {
  return [...hall.seats.values()].filter((seat) => {
    return seat.delegation === delegation && seat.keys !== undefined && !seat.removed;
  });
}

/** A caucus of the mediation with one delegation: whoever convenes it sits in it. */
export function caucusPlan(
  hall: HallState,
  convening: SeatId,
  guests: readonly SeatId[],
  name: string,
): Omit<ChannelPlan, "id"> {
  const members = [...hall.seats.keys()].filter((seat) => seat === convening || guests.includes(seat));
  return { kind: "caucus", name, clusters: [], members, level: "expert" };
}
