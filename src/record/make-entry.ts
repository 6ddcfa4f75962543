import { type Head, hashAfter, leafOf, receiptMessage } from "./chain.ts";
import { hexOf } from "./digest.ts";
import type { Entry, EntryBody } from "./entry.ts";
import type { Sign } from "./keys.ts";

/** What the host knows of an entry before it has a place. */
export type EntryContent = Omit<EntryBody, "v" | "version">;

/**
 * The entry that follows `previous`.
 * @param salt  32 random bytes, drawn for this entry alone.
 * @param sign  the host's.
 */
export function makeEntry(previous: Head, content: EntryContent, salt: Uint8Array, sign: Sign): Entry {
  if (salt.length !== 32) throw new Error(`A salt has 32 bytes, not ${salt.length}.`);
  const version = previous.version + 1;
  const body = bodyText({ v: 1, ...content, version });
  const salted = hexOf(salt);
  const hash = hashAfter(previous.hash, leafOf(salted, body));
  return { version, body, salt: salted, hash, receipt: sign(receiptMessage(hash)) };
}

/** In one order of members, whatever the order in which the host has put them together. */
function bodyText(body: EntryBody): string {
  const { v, negotiation, stream, version, hall, at, author, command, signature, events } = body;
  return JSON.stringify({ v, negotiation, stream, version, hall, at, author, command, signature, events });
}
