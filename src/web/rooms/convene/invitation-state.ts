import type { HallState, SeatState } from "#room";
import type { InvitationsAnswer } from "#wire";
import type { InviteRecord } from "../kept-seats/seat-record.ts";

type Invitation = InvitationsAnswer["invitations"][number];

export type InvitationState =
  | { readonly kind: "you" | "taken" | "removed" | "opened" | "expired" | "revoked" | "none" }
  | { readonly kind: "open"; readonly until: string };

/** One seat with its links, as its convenor sees them. */
export type SeatInvitations = {
  readonly seat: SeatState;
  readonly state: InvitationState;
  /** The digests of those that somebody could still use. */
  readonly open: readonly string[];
  /** The link, if this browser has it and it can still be used. */
  readonly link?: string;
};

/**
 * How each seat that `own` may invite to stands. A taken seat says so whatever its links are; else the best of its links counts.
 */
export function seatInvitations(
  hall: HallState,
  own: string,
  invitations: readonly Invitation[],
  kept: readonly InviteRecord[],
  now: string,
): readonly SeatInvitations[] {
  const me = hall.seats.get(own);
  const mine = [...hall.seats.values()].filter(
    ({ delegation }) => me?.role === "convenor" || delegation === me?.delegation,
  );
  return mine.map((seat) => {
    const its = invitations.filter((one) => one.seat === seat.id);
    const open = its.filter((one) => isOpen(one, now));
    const link = kept.find(({ id }) => open.some(({ tokenDigest }) => tokenDigest === id))?.link;
    return {
      seat,
      state: stateOf(seat, own, its, open),
      open: open.map(({ tokenDigest }) => tokenDigest),
      ...(link === undefined ? {} : { link }),
    };
  });
}

function stateOf(
  seat: SeatState,
  own: string,
  its: readonly Invitation[],
  open: readonly Invitation[],
): InvitationState {
  if (seat.id === own) return { kind: "you" };
  if (seat.removed) return { kind: "removed" };
  if (seat.keys) return { kind: "taken" };
  const until = open
    .map(({ expiresAt }) => expiresAt)
    .sort()
    .at(-1);
  if (until !== undefined) return { kind: "open", until };
  if (its.some(({ uses, revoked }) => uses > 0 && !revoked)) return { kind: "opened" };
  const last = its.at(-1);
  if (!last) return { kind: "none" };
  return { kind: last.revoked ? "revoked" : "expired" };
}

export function isOpen({ uses, reusable, revoked, expiresAt }: Invitation, now: string): boolean {
  return !revoked && (reusable || uses === 0) && expiresAt > now;
}

/** Links kept here that nobody can use any more: they are to be forgotten. */
export function spentLinks(
  kept: readonly InviteRecord[],
  invitations: readonly Invitation[],
  hall: HallState,
  now: string,
): readonly string[] {
  return kept.flatMap(({ id, seat }) => {
    const known = invitations.find(({ tokenDigest }) => tokenDigest === id);
    // a link that was made after the seat was taken lets its own browser back in, and is kept until then
    const isDone = hall.seats.get(seat)?.keys !== undefined && (known?.uses ?? 0) > 0;
    return known && isOpen(known, now) && !isDone ? [] : [id];
  });
}
