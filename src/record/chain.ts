import { err, ok, type Result } from "#prelude";
import type { StreamId } from "#room";
import { bytesOf, digest, isHex32, isHex64, isWellFormed, prefixed, utf8 } from "./digest.ts";
import type { Entry } from "./entry.ts";
import { type CheckSignature, checkSignature } from "./keys.ts";

/** How far a stream has come: the number of its entries and the hash of the last. */
export type Head = { readonly version: number; readonly hash: string };

/** The first entry that is wrong, and how, in a sentence. */
export type ChainFault = { readonly version: number; readonly message: string };

/** The head of a stream that holds nothing yet: other for every stream of every negotiation. */
export function startOfStream(negotiation: string, stream: StreamId): Head {
  return { version: 0, hash: digest("stream", utf8(`${negotiation}\n${stream}`)) };
}

export function leafOf(salt: string, body: string): string {
  return digest("leaf", bytesOf(salt), utf8(body));
}

export function hashAfter(previous: string, leaf: string): string {
  return digest("chain", bytesOf(previous), bytesOf(leaf));
}

/** What the host signs under an entry. */
export function receiptMessage(hash: string): Uint8Array {
  return prefixed("receipt", bytesOf(hash));
}

/**
 * Whether a run of entries continues `head` without a gap, each hash fitting and each receipt the host's. The new head, or
 * the first entry that is wrong. Makes no statement about what the bodies say.
 */
export function checkRun(
  head: Head,
  entries: readonly Entry[],
  hostKey: string,
  check: CheckSignature = checkSignature,
): Result<Head, ChainFault> {
  let last = head;
  for (const entry of entries) {
    const message = whatIsWrong(last, entry, hostKey, check);
    if (message !== undefined) return err({ version: last.version + 1, message });
    last = { version: entry.version, hash: entry.hash };
  }
  return ok(last);
}

function whatIsWrong(last: Head, entry: Entry, hostKey: string, check: CheckSignature): string | undefined {
  if (entry.version !== last.version + 1)
    return `An entry numbered ${entry.version} stands where ${last.version + 1} belongs.`;
  if (!isHex32(entry.salt)) return "Its salt is not 64 hexadecimal digits in lower case.";
  if (!isHex32(entry.hash)) return "Its hash is not 64 hexadecimal digits in lower case.";
  if (!isHex64(entry.receipt)) return "Its receipt is not 128 hexadecimal digits in lower case.";
  if (!isWellFormed(entry.body)) return "Its body holds half a surrogate pair, which has no bytes.";
  if (hashAfter(last.hash, leafOf(entry.salt, entry.body)) !== entry.hash)
    return "Its hash does not follow from the entry before it, its salt and its body.";
  if (!check(entry.receipt, receiptMessage(entry.hash), hostKey)) return "Its receipt is not the host's signature.";
  return undefined;
}
