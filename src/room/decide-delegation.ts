import { ok, type Result } from "#prelude";
import type { DelegationCommand } from "./command.ts";
import { seated } from "./deciding.ts";
import type { DelegationSituation } from "./may-address.ts";
import { type Refusal, refuse } from "./refusal.ts";
import type { StreamAppend } from "./situation.ts";
import type { SeatState } from "./state.ts";

/** In characters of base64: 768 kB sealed, enough for a sheet of a hundred issues with evidence. */
export const longestKept = 1_048_576;

/** Rule R10. What is kept is sealed: only its label and its length can be judged here. */
export function decideDelegation(
  { hall, stream, address }: DelegationSituation,
  seat: SeatState,
  { what, sealed }: DelegationCommand,
): Result<readonly StreamAppend[], Refusal> {
  if (sealed === "" || sealed.length > longestKept) {
    return refuse("R10.2", `What is kept is sealed bytes, at most ${longestKept} characters of base64.`);
  }
  const mandators = seated(hall, stream.members).filter(({ role }) => role === "mandator");
  if ((what === "mandate" || what === "clearance") && mandators.length > 0 && seat.role !== "mandator") {
    return refuse("R10.3", `The ${what} of this delegation is its mandator's to give.`);
  }
  return ok([{ stream: address, events: [{ kind: "kept", seat: seat.id, what, sealed }] }]);
}
