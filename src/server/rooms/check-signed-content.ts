import { err, ok, type Result } from "#prelude";
import { isCountersignedBy, isSettlementSignedBy, startOfStream } from "#record";
import { type Command, type Situation, settlementTextOf } from "#room";
import type { Store } from "#store";
import { nativeCheck } from "./host-key.ts";
import type { HostRefusal } from "./host-refusal.ts";

/**
 * The signatures that stand inside a command: under a settlement's exact text, under a head. The room compares their digests;
 * whether they are signatures of the seat's key is asked here, since a record with another would be worth nothing.
 */
export async function checkSignedContent(
  store: Store,
  { negotiation, agenda, hall, address, stream }: Situation,
  key: string,
  command: Command,
): Promise<Result<undefined, HostRefusal>> {
  if (hall === undefined || stream?.kind !== "channel") return ok(undefined);
  switch (command.kind) {
    case "initial":
    case "sign":
    case "ratify": {
      const motion = stream.motions.get(command.motion);
      if (motion === undefined) return ok(undefined); // the room has refused it
      const text = settlementTextOf({ negotiation, agenda, hall }, motion);
      const settlement = { act: command.kind, negotiation, motion: command.motion, text };
      return isSettlementSignedBy(settlement, command.signature, key, nativeCheck)
        ? ok(undefined)
        : err({ rule: "R9.15", message: "The signature does not cover the exact text of the settlement." });
    }
    case "countersign": {
      const { version, head, signature } = command;
      const [entry] = await store.entries(negotiation, address, version - 1, 1);
      const hash = version === 0 ? startOfStream(negotiation, address).hash : entry?.hash;
      const isSigned = isCountersignedBy({ negotiation, stream: address, version, head }, signature, key, nativeCheck);
      return hash === head && isSigned
        ? ok(undefined)
        : err({ rule: "R9.18", message: `This is no signature under the head of entry ${version} of this stream.` });
    }
    default:
      return ok(undefined);
  }
}
