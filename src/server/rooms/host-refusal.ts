import { err, type Result } from "#prelude";

/**
 * Why the host takes no notice of something before the room's rules are asked, or what stands against it that needs keys and
 * hashes, which the room has not. Goes to its sender alone and says nothing but what the sender sees.
 *
 *   H1  it is not a signed command (or answer) in its one form
 *   H2  it was signed for another negotiation, seat or key than it came with
 *   H3  it is not signed by its seat
 *   H4  what it asks for is no command
 *   H5  its key was used for another command
 *   H6  too much at once
 *   H7  it could not be done just now; nothing is known to have changed
 *   H8  a key or a signature that no record could hold
 *   H9  the agenda cannot be read, or is another than the command names
 *   H10 an invitation that cannot be made, used or seen by this seat
 *   H11 a negotiation of that id is there
 */
export type HostRefusal = { readonly rule: string; readonly message: string };

export function refused(rule: `H${number}`, message: string): Result<never, HostRefusal> {
  return err({ rule, message });
}
