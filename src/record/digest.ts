import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex, concatBytes, hexToBytes, utf8ToBytes } from "@noble/hashes/utils.js";

/**
 * What every hash and every signature begins with: one prefix per use, so that bytes made for one are never taken for
 * another. None is the beginning of another, since each ends at its only line break.
 */
export const prefixes = {
  stream: "entente/stream/1\n",
  leaf: "entente/leaf/1\n",
  chain: "entente/chain/1\n",
  receipt: "entente/receipt/1\n",
  command: "entente/command/1\n",
  manifest: "entente/manifest/1\n",
  head: "entente/head/1\n",
  settlement: "entente/settlement/1\n",
  join: "entente/join/1\n",
} as const;

export type Prefix = keyof typeof prefixes;

/** SHA-256 of a document's exact bytes, as `sha256sum` prints it: agendas and settlements, which people keep as files. */
export function documentDigest(text: string): string {
  return bytesToHex(sha256(utf8(text)));
}

/** SHA-256 over the prefix of one use and then the parts, one after the other. Hexadecimal. */
export function digest(prefix: Prefix, ...parts: readonly Uint8Array[]): string {
  return bytesToHex(sha256(prefixed(prefix, ...parts)));
}

/** The bytes that a signature of one use covers. */
export function prefixed(prefix: Prefix, ...parts: readonly Uint8Array[]): Uint8Array {
  return concatBytes(utf8ToBytes(prefixes[prefix]), ...parts);
}

/** Half a surrogate pair has no bytes of its own: two texts that differ in it alone would have one digest. */
export function isWellFormed(text: string): boolean {
  return !/\p{Surrogate}/u.test(text);
}

export function utf8(text: string): Uint8Array {
  if (!isWellFormed(text)) throw new Error("A text with half a surrogate pair has no exact bytes.");
  return utf8ToBytes(text);
}

/** A hash, a salt, a public key: 32 bytes, lower case, so that there is one way to write each. */
export function isHex32(value: unknown): value is string {
  return typeof value === "string" && /^[0-9a-f]{64}$/.test(value);
}

export function isHex64(value: unknown): value is string {
  return typeof value === "string" && /^[0-9a-f]{128}$/.test(value);
}

export { bytesToHex as hexOf, hexToBytes as bytesOf };
