import { createHash, createHmac } from "node:crypto";
import type { Instant, SeatId } from "#room";
import type { NegotiationId, SessionRow } from "#store";
import type { HostParts } from "./host-parts.ts";

/** Talks that are not held at one table go on for weeks; a seat that comes back later is invited again. */
const daysOfSession = 90;

/**
 * The same for the same attempt, so that one whose answer was lost can be repeated; nobody without the house's secret can
 * make one from what is seen outside.
 */
export function sessionToken({ key }: Pick<HostParts, "key">, ...of: readonly string[]): string {
  return createHmac("sha256", key.tokenSecret).update(JSON.stringify(of)).digest("hex");
}

export function sessionRow(negotiation: NegotiationId, seat: SeatId, token: string, at: Instant): SessionRow {
  const expiresAt = new Date(Date.parse(at) + daysOfSession * 86_400_000).toISOString();
  return { negotiation, tokenDigest: tokenDigest(token), seat, createdAt: at, expiresAt };
}

/** Tokens are kept as this alone. */
export function tokenDigest(token: string): string {
  return createHash("sha256").update(token).digest("hex");
}

export const sessionSeconds = daysOfSession * 86_400;
