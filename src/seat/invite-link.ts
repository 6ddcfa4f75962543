import { err, ok, type Result } from "#prelude";
import { documentDigest } from "#record";
import type { SeatId } from "#room";
import { fromBase64url, toBase64url } from "#sealing";
import type { RandomBytes } from "./random-bytes.ts";

/**
 * What an invite link holds: `<origin>/join/<negotiation>#<seat>.<token>.<delegationKey>`. What stands after the # is never
 * sent to the host: the token only when the seat is taken, the delegation's key never.
 */
export type InviteLink = {
  /** "https://talks.example:8443", without a slash at its end. */
  readonly origin: string;
  readonly negotiation: string;
  readonly seat: SeatId;
  /** 32 random bytes, base64url. */
  readonly token: string;
  /** 32 bytes, base64url: what the delegation's sheets, mandates and notes are sealed with. */
  readonly delegationKey: string;
};

const secretBytes = 32;
const id = /^[0-9a-f]{32}$/;

export function newToken(random: RandomBytes): string {
  return toBase64url(random(secretBytes));
}

/** All that the host learns of an invitation before it is used: SHA-256 of the token's text. */
export function tokenDigest(token: string): string {
  return documentDigest(token);
}

export function inviteLink({ origin, negotiation, seat, token, delegationKey }: InviteLink): string {
  return `${origin}/join/${negotiation}#${seat}.${token}.${delegationKey}`;
}

/** What the link says, or what is wrong with it, in a sentence that repeats nothing secret. */
export function parseInviteLink(text: string): Result<InviteLink, string> {
  const link = text.trim().replace(/^<|>$/g, "");
  const parts = /^(https?:\/\/[^/?#\s@]+)\/join\/([^/?#]*)(?:\?[^#]*)?(?:#(.*))?$/.exec(link);
  if (!parts) return err("This is no invite link: one begins with https:// or http:// and has /join/ in it.");
  const [, origin = "", negotiation = "", fragment = ""] = parts;
  if (!id.test(negotiation)) return err("This link names no negotiation: after /join/ stand 32 hexadecimal digits.");
  if (fragment === "")
    return err("This link was cut off: what stands after the # is missing, and with it the key to the seat.");
  const [seat = "", token = "", delegationKey = "", ...more] = fragment.split(".");
  if (!id.test(seat)) return err("This link names no seat: after the # stand 32 hexadecimal digits.");
  if (!isSecret(token)) return err("This link's token is incomplete; copy the whole link again.");
  if (!isSecret(delegationKey) || more.length > 0)
    return err("This link's last part, the delegation's key, is incomplete; copy the whole link again.");
  return ok({ origin, negotiation, seat, token, delegationKey });
}

function isSecret(text: string): boolean {
  return fromBase64url(text)?.length === secretBytes;
}
