import { ok, type Result, unreachable } from "#prelude";
import { outcome } from "./decide-plenary.ts";
import type { Event } from "./event.ts";
import { type Refusal, refuse } from "./refusal.ts";
import type { ChannelSituation, Situation, StreamAppend } from "./situation.ts";
import { silenceConsentsAt } from "./vote-outcome.ts";

/** What the host writes itself: outcomes that no single seat may know before. */
export type HostCommand =
  /** The answers of all are in, or the call's time is over and silence is no. */
  | { readonly kind: "answer sealed yes"; readonly call: string; readonly allSaidYes: boolean }
  /** The hours of a consensus are over. */
  | { readonly kind: "settle motion"; readonly motion: string };

/** The address is the channel's. Neither the end of the negotiation nor the closing of the channel leaves a call open. */
export function decideForHost(situation: Situation, command: HostCommand): Result<readonly StreamAppend[], Refusal> {
  const { hall, stream, address } = situation;
  if (hall === undefined || stream?.kind !== "channel" || address === "new") {
    return refuse("R1.2", "The host writes outcomes into channels alone.");
  }
  const decided = decideOne({ ...situation, hall, stream, address }, command);
  return decided.ok ? ok([{ stream: address, events: decided.value }]) : decided;
}

function decideOne(situation: ChannelSituation, command: HostCommand): Result<readonly Event[], Refusal> {
  const { hall, stream, at } = situation;
  switch (command.kind) {
    case "answer sealed yes": {
      const { call, allSaidYes } = command;
      const asked = stream.calls.get(call);
      if (asked === undefined || asked.allSaidYes !== undefined) {
        return refuse("R6.7", "No sealed yes of that id is being asked here.");
      }
      return ok([{ kind: "sealed yes answered", call, allSaidYes }]);
    }
    case "settle motion": {
      const motion = stream.motions.get(command.motion);
      if (motion?.stage !== "moved") return refuse("R9.9", "No motion of that id is being voted on.");
      const until = silenceConsentsAt(hall.procedure, motion);
      if (until === undefined) return refuse("R9.11", "Silence decides only under the consensus rule.");
      if (at <= until) return refuse("R9.11", `Silence consents after ${until}.`);
      return ok(outcome(situation, motion, true));
    }
    default:
      return unreachable(command);
  }
}
