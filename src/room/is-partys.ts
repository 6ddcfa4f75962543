import type { Agenda } from "#model";
import type { Seat, SeatRole } from "./seat.ts";

/** Whether the seat has this role in the delegation of a party of the agenda. */
export function isPartys(agenda: Agenda, seat: Seat, role: SeatRole): boolean {
  return seat.role === role && agenda.parties.some(({ id }) => id === seat.delegation);
}

/** Whether the seat has this role in the delegation of a party whose consent is needed. */
export function isConsentPartys(agenda: Agenda, seat: Seat, role: SeatRole): boolean {
  return seat.role === role && agenda.consent.includes(seat.delegation);
}
