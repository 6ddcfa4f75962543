import type { SeatId } from "#room";
import { isWellFormed, prefixed, utf8 } from "./digest.ts";
import { type CheckSignature, checkSignature, type Sign } from "./keys.ts";

/** One attempt to be let in to a seat: with another attempt, seat or negotiation it proves nothing. */
export type Joining = { readonly negotiation: string; readonly seat: SeatId; readonly attempt: string };

/** Shows the host that whoever asks to be let in holds the seat's key. Goes to the host alone and into no record. */
export function proveJoining(joining: Joining, sign: Sign): string {
  return sign(messageOf(joining));
}

export function isJoiningProvedBy(
  joining: Joining,
  proof: string,
  publicKey: string,
  check: CheckSignature = checkSignature,
): boolean {
  const { negotiation, seat, attempt } = joining;
  return isWellFormed(`${negotiation}\n${seat}\n${attempt}`) && check(proof, messageOf(joining), publicKey);
}

function messageOf({ negotiation, seat, attempt }: Joining): Uint8Array {
  return prefixed("join", utf8(JSON.stringify({ negotiation, seat, attempt })));
}
