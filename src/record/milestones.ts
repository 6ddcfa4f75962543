import { isCountersignedBy } from "./countersignature.ts";
import { documentDigest, isHex32, isHex64, isWellFormed } from "./digest.ts";
import type { ToldEvent } from "./read-body.ts";
import type { SettlementSource, SettlementText } from "./recorded-settlement.ts";
import { isSettlementSignedBy, type SignedSettlement } from "./settlement-signature.ts";
import { isId, isObject, isWholeNumber } from "./strict-json.ts";
import type { Milestone } from "./verdict.ts";
import type { Reading, SoundEntry } from "./walk-stream.ts";

/** The acceptance ladder of one stream, as far as it has been read. */
export type Ladder = {
  readonly judge: (entry: SoundEntry) => string | undefined;
  /** Once all is read: each milestone with those whose countersignature covers it. */
  readonly milestones: () => readonly Milestone[];
};

const acts: Readonly<Record<string, SignedSettlement["act"]>> = {
  initialled: "initial",
  signed: "sign",
  ratified: "ratify",
};

export function readLadder(reading: Reading, stream: string, settlementText: SettlementText): Ladder {
  const { bundle, check, title } = reading;
  const moved = new Map<string, ToldEvent>();
  const adopted = new Map<string, string>();
  const found: Omit<Milestone, "countersignedBy">[] = [];
  const witnesses: { readonly seat: string; readonly version: number }[] = [];

  function judgeEvent(event: ToldEvent, { body, authorKey, hashes }: SoundEntry): string | undefined {
    const { motion, digest, signature } = event;
    if (event.kind === "countersigned") return countersigned(event, hashes, authorKey ?? "");
    if (event.kind === "adoption moved") {
      if (!isId(motion) || moved.has(motion)) return "The motion has no name of its own.";
      if (!isObject(event.settlement)) return "The motion has no settlement.";
      moved.set(motion, event);
      return undefined;
    }
    const act = Object.hasOwn(acts, event.kind) ? acts[event.kind] : undefined;
    if (event.kind !== "adopted" && act === undefined) return undefined;
    if (typeof motion !== "string" || !isHex32(digest)) return `Its event "${event.kind}" names no motion and digest.`;
    if (act === undefined) {
      if (adopted.has(motion)) return "The motion was adopted before.";
      const text = textOf(motion);
      if (text === undefined) return "It adopts a motion that this stream does not hold, or one without a text.";
      if (documentDigest(text) !== digest) return "Its digest is not that of the settlement's exact text.";
      adopted.set(motion, text);
    } else {
      const text = adopted.get(motion);
      if (text === undefined) return "It puts a name to a motion that was not adopted.";
      if (documentDigest(text) !== digest) return "Its digest is not that of the settlement that was adopted.";
      const settlement = { act, negotiation: bundle.negotiation, motion, text };
      if (!isHex64(signature) || !isSettlementSignedBy(settlement, signature, authorKey ?? "", check))
        return "Its signature does not cover the exact text of the settlement.";
    }
    const { at, version } = body;
    const delegation = typeof event.delegation === "string" ? { delegation: event.delegation } : {};
    const kind = event.kind as Milestone["kind"]; // "adopted" or one of the acts, just checked
    found.push({ kind, stream, version, at, motion, digest, ...delegation });
    return undefined;
  }

  function countersigned(event: ToldEvent, hashes: readonly string[], key: string): string | undefined {
    const { seat, version, head, signature } = event;
    if (typeof seat !== "string" || !isWholeNumber(version) || version === 0 || !isHex32(head) || !isHex64(signature))
      return "It countersigns no version and head.";
    if (hashes[version] !== head) return `It countersigns another head than that of entry ${version}.`;
    const witnessed = { negotiation: bundle.negotiation, stream, version, head };
    if (!isCountersignedBy(witnessed, signature, key, check)) return "Its countersignature is not its author's.";
    witnesses.push({ seat, version });
    return undefined;
  }

  /** Undefined if there is no such motion, or nothing can be made of it. */
  function textOf(motion: string): string | undefined {
    const event = moved.get(motion);
    if (event === undefined) return undefined;
    try {
      // its signed command is the author's, and what the text needs of it is for that function to check
      const text = settlementText({
        negotiation: bundle.negotiation,
        title,
        agenda: bundle.agenda,
        moved: event as unknown as SettlementSource["moved"],
      });
      return isWellFormed(text) ? text : undefined;
    } catch {
      return undefined;
    }
  }

  return {
    judge: (entry) => {
      for (const event of entry.body.events) {
        const fault = judgeEvent(event, entry);
        if (fault !== undefined) return fault;
      }
      return undefined;
    },
    milestones: () =>
      found.map((milestone) => {
        const covering = witnesses.filter(({ version }) => version >= milestone.version).map(({ seat }) => seat);
        return { ...milestone, countersignedBy: [...new Set(covering)] };
      }),
  };
}
