import { ok, type Result } from "#prelude";
import { isJoiningProvedBy } from "#record";
import type { HallState, SeatId } from "#room";
import type { NegotiationId } from "#store";
import type { InvitationsAnswer, JoinRequest, NewInvitation } from "#wire";
import type { Door } from "./host.ts";
import { nativeCheck } from "./host-key.ts";
import { type HostParts, hexOf } from "./host-parts.ts";
import { type HostRefusal, refused } from "./host-refusal.ts";
import { sessionRow, sessionToken, tokenDigest } from "./session-token.ts";

export type Joined = Door & { readonly agenda: string; readonly session: string };

/** How often the hall may move on meanwhile before the sender is asked to try again. */
const mostAttempts = 50;

/**
 * Takes one use of an invitation. A token that is unknown, revoked, or another negotiation's is told nothing. A link alone
 * gives a free seat and no other: to one that was taken it lets in whoever proves to hold its keys.
 */
export async function join(
  parts: HostParts,
  negotiation: NegotiationId,
  { token, attempt, proof }: JoinRequest,
): Promise<Result<Joined, HostRefusal | "unknown">> {
  const { store, clock } = parts;
  const digest = tokenDigest(token);
  const invitation = await store.invitation(digest);
  const row = await store.negotiation(negotiation);
  if (invitation === undefined || row === undefined || invitation.negotiation !== negotiation) {
    return { ok: false, error: "unknown" };
  }
  const { seat } = invitation;
  const session = attempt
    ? sessionToken(parts, "join", token, attempt)
    : hexOf(parts.random(`${seat}: session ${invitation.uses}`, 32));
  for (let attempts = 0; attempts < mostAttempts; attempts++) {
    const hall = await hallOf(parts, { negotiation });
    const key = hall.seats.get(seat)?.keys?.signing;
    const isTheirs = key === undefined || isProved({ negotiation, seat, attempt, proof }, key);
    const wasLetIn = isTheirs || (await store.session(tokenDigest(session))) !== undefined;
    if (!wasLetIn) return invitation.revoked ? { ok: false, error: "unknown" } : refused("H10", takenElsewhere);
    const at = clock();
    const { version } = hall;
    const of = sessionRow(negotiation, seat, session, at);
    const redeemed = await store.redeem(digest, of, at, { stream: row.hall, version });
    if (redeemed === "changed") continue; // perhaps the seat was taken just now
    await parts.at("after joining");
    switch (redeemed) {
      case "redeemed":
        return ok({ negotiation, seat, agenda: row.agenda, session });
      case "unknown":
        return { ok: false, error: "unknown" };
      case "expired":
        return refused("H10", `This invitation was good until ${invitation.expiresAt}: ask for a new one.`);
      case "used":
        return refused("H10", "This invitation was for one use and has been used: ask for a new one.");
    }
  }
  return refused("H7", "Others were quicker each time. Nothing was done; try again.");
}

const takenElsewhere =
  "This seat was taken in another browser or program, and opens to the keys that are kept there alone.";

function isProved(
  { attempt, proof, ...of }: Door & Pick<JoinRequest, "attempt" | "proof">,
  publicKey: string,
): boolean {
  if (attempt === undefined || proof === undefined) return false;
  return isJoiningProvedBy({ ...of, attempt }, proof, publicKey, nativeCheck);
}

/** Always the same work: one look for the session, whatever was asked for. */
export async function opens(
  { store, clock }: HostParts,
  { negotiation, seat }: Door,
  session: string,
): Promise<boolean> {
  const row = await store.session(tokenDigest(session));
  return row !== undefined && row.negotiation === negotiation && row.seat === seat && row.expiresAt > clock();
}

export async function invite(
  parts: HostParts,
  door: Door,
  invitation: NewInvitation,
): Promise<Result<undefined, HostRefusal>> {
  const hall = await hallOf(parts, door);
  const may = mayInvite(hall, door.seat, invitation.seat);
  if (!may.ok) return may;
  if (invitation.expiresAt <= parts.clock())
    return refused("H10", "An invitation is good until a moment later than now.");
  const taken = await parts.store.invitation(invitation.tokenDigest);
  if (taken !== undefined && (taken.negotiation !== door.negotiation || taken.seat !== invitation.seat)) {
    return refused("H10", "Another invitation has this token: each has its own.");
  }
  await parts.store.invite({ negotiation: door.negotiation, ...invitation, uses: 0, revoked: false });
  return ok(undefined);
}

export async function invitations(parts: HostParts, door: Door): Promise<Result<InvitationsAnswer, HostRefusal>> {
  const hall = await hallOf(parts, door);
  if (!invitesAtAll(hall, door.seat)) return refused("H10", notForThisSeat);
  const kept = await parts.store.invitations(door.negotiation);
  const seen = kept.filter(({ seat }) => mayInvite(hall, door.seat, seat).ok);
  return ok({
    invitations: seen.map(({ seat, tokenDigest, reusable, expiresAt, uses, revoked }) => {
      return { seat, tokenDigest, reusable, expiresAt, uses, revoked };
    }),
  });
}

export async function revoke(parts: HostParts, door: Door, digest: string): Promise<Result<undefined, HostRefusal>> {
  const hall = await hallOf(parts, door);
  if (!invitesAtAll(hall, door.seat)) return refused("H10", notForThisSeat);
  const invitation = await parts.store.invitation(digest);
  const isSeen =
    invitation !== undefined &&
    invitation.negotiation === door.negotiation &&
    mayInvite(hall, door.seat, invitation.seat).ok;
  if (!isSeen) return refused("H10", "There is no such invitation.");
  await parts.store.revokeInvitation(door.negotiation, digest);
  return ok(undefined);
}

const notForThisSeat = "Invitations are the convenor's to give, and a mandator's for its own delegation.";

function mayInvite(hall: HallState, by: SeatId, invited: SeatId): Result<undefined, HostRefusal> {
  const seat = hall.seats.get(by);
  const other = hall.seats.get(invited);
  if (!invitesAtAll(hall, by)) return refused("H10", notForThisSeat);
  if (other === undefined || other.removed) return refused("H10", "The hall has no such seat.");
  const isOwn = seat?.role === "convenor" || seat?.delegation === other.delegation;
  return isOwn ? ok(undefined) : refused("H10", notForThisSeat);
}

function invitesAtAll({ seats }: HallState, by: SeatId): boolean {
  const seat = seats.get(by);
  return seat !== undefined && !seat.removed && (seat.role === "convenor" || seat.role === "mandator");
}

async function hallOf({ negotiations }: HostParts, { negotiation }: Pick<Door, "negotiation">): Promise<HallState> {
  const hall = await negotiations.within(negotiation, async ({ held, refresh }) => {
    await refresh();
    return held.states.get(held.row.hall);
  });
  if (hall?.kind !== "hall") throw new Error("a door that was opened has a hall behind it");
  return hall;
}
