import type { HallState, SeatId } from "#room";
import { toBase64url } from "#sealing";
import type { KeptSeat } from "#seat";
import { invitationOf, inviteLink, newToken, parseInviteLink, tokenDigest } from "#seat";
import { type Asked, invite, revokeInvitation } from "../host/ask-host.ts";
import { keptSeats } from "../kept-seats/kept-seats.ts";
import { random } from "../kept-seats/random.ts";
import type { InviteRecord } from "../kept-seats/seat-record.ts";

const days = 14;

/** The key of a delegation as far as this browser has it: its own, or in a link that nobody has used yet. */
export function delegationKeyFor(
  { seats }: HallState,
  by: KeptSeat,
  seat: SeatId,
  links: readonly InviteRecord[],
): string | undefined {
  const delegation = seats.get(seat)?.delegation;
  if (seats.get(by.seat)?.delegation === delegation) return by.delegationKey;
  const sibling = links.find(
    (one) => one.negotiation === by.negotiation && seats.get(one.seat)?.delegation === delegation,
  );
  const read = sibling && parseInviteLink(sibling.link);
  return read?.ok ? read.value.delegationKey : undefined;
}

/** A new link for a seat; what was open for it is revoked. Kept here before the host hears of it. */
export async function renewLink(
  by: KeptSeat,
  seat: SeatId,
  known: string | undefined,
  open: readonly string[],
  now: string,
): Promise<Asked<unknown>> {
  const { negotiation } = by;
  const token = newToken(random);
  const expiresAt = new Date(Date.parse(now) + days * 86_400_000).toISOString();
  const link = { origin: location.origin, negotiation, seat, token, delegationKey: known ?? toBase64url(random(32)) };
  const id = tokenDigest(token);
  const kept = await keptSeats.put("invite", { id, negotiation, seat, link: inviteLink(link), expiresAt });
  if (!kept.ok) return { ok: false, why: "refused", message: kept.error.kind };
  const made = await invite(by, invitationOf(link, { expiresAt }));
  if (!made.ok) {
    await keptSeats.remove("invite", id);
    return made;
  }
  return revokeLinks(by, open);
}

export async function revokeLinks(by: KeptSeat, open: readonly string[]): Promise<Asked<unknown>> {
  for (const digest of open) {
    const done = await revokeInvitation(by, digest);
    if (!done.ok) return done;
    await keptSeats.remove("invite", digest);
  }
  return { ok: true, value: undefined };
}
