import type { Agenda } from "#model";
import type { Instant } from "./instant.ts";
import type { DelegationId, SeatId } from "./seat.ts";
import type { HallState, SeatState, TabledOffer } from "./state.ts";

/** The seats among these that are still in the negotiation. */
export function seated(hall: HallState, members: readonly SeatId[]): readonly SeatState[] {
  return members.flatMap((member) => {
    const seat = hall.seats.get(member);
    return seat === undefined || seat.removed ? [] : [seat];
  });
}

/** The consent parties with a negotiator among the members, in the agenda's order: those whose acceptance agrees an offer. */
export function decidingDelegations(
  agenda: Agenda,
  hall: HallState,
  members: readonly SeatId[],
): readonly DelegationId[] {
  const negotiators = seated(hall, members).filter(({ role }) => role === "negotiator");
  return agenda.consent.filter((party) => negotiators.some(({ delegation }) => delegation === party));
}

/**
 * Whether these acceptances agree an offer: every deciding delegation's, and at least two delegations'. A party alone with
 * the mediator agrees nothing with itself.
 */
export function agrees(deciding: readonly DelegationId[], acceptedBy: readonly DelegationId[]): boolean {
  return deciding.length > 0 && acceptedBy.length > 1 && deciding.every((party) => acceptedBy.includes(party));
}

/** On the table and not past its own time. */
export function isAcceptable({ offer, status }: TabledOffer, at: Instant): boolean {
  return status.kind === "live" && offer.kind !== "supposal" && (offer.until === undefined || at <= offer.until);
}
