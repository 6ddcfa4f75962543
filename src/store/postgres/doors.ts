import type { Selectable } from "kysely";
import type { Instant, StreamId } from "#room";
import type { Invitation, SessionRow } from "../store.ts";
import { changeScope, type Database } from "./scope.ts";
import type { Tables } from "./tables.ts";

export function invitationRow(invitation: Invitation): Selectable<Tables["invitation"]> {
  const { tokenDigest, negotiation, seat, reusable, expiresAt, uses, revoked } = invitation;
  return { token_digest: tokenDigest, negotiation, seat, reusable, expires_at: expiresAt, uses, revoked };
}

export function invitationOf(row: Selectable<Tables["invitation"]>): Invitation {
  const { token_digest, negotiation, seat, reusable, expires_at, uses, revoked } = row;
  return { negotiation, tokenDigest: token_digest, seat, reusable, expiresAt: expires_at, uses, revoked };
}

export function sessionRow(session: SessionRow): Selectable<Tables["session"]> {
  const { tokenDigest, negotiation, seat, createdAt, expiresAt } = session;
  return { token_digest: tokenDigest, negotiation, seat, created_at: createdAt, expires_at: expiresAt };
}

export function sessionOf(row: Selectable<Tables["session"]>): SessionRow {
  const { token_digest, negotiation, seat, created_at, expires_at } = row;
  return { negotiation, tokenDigest: token_digest, seat, createdAt: created_at, expiresAt: expires_at };
}

export async function findInvitation(database: Database, tokenDigest: string): Promise<Invitation | undefined> {
  const row = await database
    .selectFrom("invitation")
    .selectAll()
    .where("token_digest", "=", tokenDigest)
    .executeTakeFirst();
  return row && invitationOf(row);
}

/** Starts at the door and goes on as the host of the invitation's negotiation. */
export async function redeemWithin(
  database: Database,
  tokenDigest: string,
  session: SessionRow,
  at: Instant,
  hall: { readonly stream: StreamId; readonly version: number } | undefined,
): Promise<"redeemed" | "unknown" | "expired" | "used" | "changed"> {
  const known = await findInvitation(database, tokenDigest);
  if (!known) return "unknown";
  if (session.negotiation !== known.negotiation || session.seat !== known.seat) {
    throw new Error("the session is for another seat than the invitation");
  }
  await changeScope(database, { as: "host", negotiation: known.negotiation });
  if (hall) {
    // before the invitation, as appends lock the streams first; held until the session is there, so that whoever takes the
    // seat comes before this or ends the session
    const head = await database
      .selectFrom("stream")
      .select("version")
      .where("negotiation", "=", known.negotiation)
      .where("id", "=", hall.stream)
      .forShare()
      .executeTakeFirst();
    if (head?.version !== hall.version) return "changed";
  }
  const invitation = await database
    .selectFrom("invitation")
    .selectAll()
    .where("token_digest", "=", tokenDigest)
    .forUpdate()
    .executeTakeFirstOrThrow();
  const opened = await database
    .selectFrom("session")
    .select("token_digest")
    .where("token_digest", "=", session.tokenDigest)
    .executeTakeFirst();
  if (opened) return "redeemed"; // the very same, after an answer that was lost
  if (invitation.revoked) return "unknown";
  if (invitation.expires_at <= at) return "expired";
  if (!invitation.reusable && invitation.uses > 0) return "used";
  await database
    .updateTable("invitation")
    .set({ uses: invitation.uses + 1 })
    .where("token_digest", "=", tokenDigest)
    .execute();
  await database.insertInto("session").values(sessionRow(session)).execute();
  return "redeemed";
}
