import { proveJoining } from "#record";
import type { JoinRequest } from "#wire";
import type { InviteLink } from "./invite-link.ts";
import { type KeptSeat, keysOf } from "./seat-keys.ts";

/**
 * The body of POST /negotiations/<id>/join. `attempt`: random, the same again after a lost answer. It always shows that this
 * client holds its keys: once the seat was taken with them, they alone open it.
 */
export function joinRequestOf({ token }: Pick<InviteLink, "token">, kept: KeptSeat, attempt: string): JoinRequest {
  const { negotiation, seat } = kept;
  return { token, attempt, proof: proveJoining({ negotiation, seat, attempt }, keysOf(kept).sign) };
}
