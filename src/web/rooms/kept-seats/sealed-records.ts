import { nonceBytes, open, seal } from "#sealing";
import type { KeptSeat, Keys, OutboxStorage, Pending } from "#seat";
import { keptSeats } from "./kept-seats.ts";
import { random } from "./random.ts";
import { seatKey } from "./seat-record.ts";

/**
 * What a seat writes down in this browser before it is sent, sealed with its delegation's key: a seat that is under a
 * passphrase leaves nothing readable behind.
 */
function sealedText(kept: KeptSeat, keys: Keys, use: string, text: string): string {
  const bytes = new TextEncoder().encode(text);
  return seal(bytes, keys.delegation, contextOf(kept, use), random(nonceBytes));
}

function openedText(kept: KeptSeat, keys: Keys, use: string, sealed: string): string | undefined {
  const bytes = open(sealed, keys.delegation, contextOf(kept, use));
  return bytes && new TextDecoder().decode(bytes);
}

function contextOf({ negotiation, seat }: KeptSeat, use: string) {
  return { use: `browser ${use}`, negotiation, stream: seat };
}

/** Commands that the host has not answered yet outlive the page. */
export function outboxOf(kept: KeptSeat, keys: Keys): OutboxStorage {
  const owner = seatKey(kept);
  const idOf = (key: string): string => `${owner}.${key}`;
  return {
    load: async () => {
      const own = (await keptSeats.all("outbox")).filter((record) => record.owner === owner);
      return own.flatMap(({ sealed }): Pending[] => {
        const text = openedText(kept, keys, "outbox", sealed);
        return text === undefined ? [] : [JSON.parse(text)]; // written by `put`, and nobody else has the key
      });
    },
    put: async (pending) => {
      const sealed = sealedText(kept, keys, "outbox", JSON.stringify(pending));
      const done = await keptSeats.put("outbox", { id: idOf(pending.key), owner, sealed });
      if (!done.ok) throw new Error("This browser cannot keep what is to be sent.");
    },
    remove: async (key) => void (await keptSeats.remove("outbox", idOf(key))),
  };
}

/** What was begun and not sent: `name` says where, such as a channel's id. */
export async function readDraft(kept: KeptSeat, keys: Keys, name: string): Promise<string | undefined> {
  const record = await keptSeats.get("draft", `${seatKey(kept)}.${name}`);
  return record && openedText(kept, keys, `draft ${name}`, record.sealed);
}

/** An empty one is removed. */
export async function keepDraft(kept: KeptSeat, keys: Keys, name: string, text: string): Promise<void> {
  const owner = seatKey(kept);
  const id = `${owner}.${name}`;
  if (text === "") await keptSeats.remove("draft", id);
  else await keptSeats.put("draft", { id, owner, sealed: sealedText(kept, keys, `draft ${name}`, text) });
}
