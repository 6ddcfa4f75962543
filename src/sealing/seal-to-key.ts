import { xchacha20poly1305 } from "@noble/ciphers/chacha.js";
import { x25519 } from "@noble/curves/ed25519.js";
import { hkdf } from "@noble/hashes/hkdf.js";
import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex, concatBytes, hexToBytes } from "@noble/hashes/utils.js";
import { fromBase64url, toBase64url } from "./base64url.ts";
import { keyBytes, nonceBytes } from "./seal.ts";
import { contextBytes, type SealContext } from "./seal-context.ts";

const version = 2;
const pointBytes = 32;
const tagBytes = 16;

/** An X25519 pair. `secret`: 32 random bytes, which the caller draws and keeps. */
export type SealingKey = { readonly publicKey: string; readonly secret: Uint8Array };

export function sealingKey(secret: Uint8Array): SealingKey {
  return { publicKey: bytesToHex(x25519.getPublicKey(secret)), secret };
}

/**
 * Wraps a key for one seat: X25519 with a pair made for this call alone, HKDF-SHA256 (salt: both public keys; info: the
 * context) to a key and a nonce, XChaCha20-Poly1305. The text: base64url of version byte | ephemeral public key | ciphertext
 * with its tag, 81 bytes always. It does not say who has wrapped: that the command around it is signed does.
 * @param publicKey  the seat's X25519 key, hexadecimal.
 * @param ephemeral  32 random bytes, drawn for this call alone.
 * @returns undefined if `publicKey` is no key that can be sealed to.
 */
export function sealToKey(
  key: Uint8Array,
  publicKey: string,
  context: SealContext,
  ephemeral: Uint8Array,
): string | undefined {
  if (key.length !== keyBytes) throw new Error(`A key has ${keyBytes} bytes, not ${key.length}.`);
  if (!/^[0-9a-f]{64}$/.test(publicKey)) return undefined;
  const theirs = hexToBytes(publicKey);
  const ours = x25519.getPublicKey(ephemeral);
  const cipher = cipherFor(ephemeral, theirs, ours, theirs, context);
  return cipher && toBase64url(concatBytes(Uint8Array.of(version), ours, cipher.encrypt(key)));
}

/** The key that was wrapped for this pair and this place; undefined for anything else. */
export function openWithKey(sealed: string, pair: SealingKey, context: SealContext): Uint8Array | undefined {
  const bytes = fromBase64url(sealed);
  if (bytes?.[0] !== version || bytes.length !== 1 + pointBytes + keyBytes + tagBytes) return undefined;
  const theirs = bytes.subarray(1, 1 + pointBytes);
  const cipher = cipherFor(pair.secret, theirs, theirs, hexToBytes(pair.publicKey), context);
  try {
    return cipher?.decrypt(bytes.subarray(1 + pointBytes));
  } catch {
    return undefined; // the tag does not fit
  }
}

function cipherFor(
  secret: Uint8Array,
  point: Uint8Array,
  ephemeral: Uint8Array,
  recipient: Uint8Array,
  context: SealContext,
): ReturnType<typeof xchacha20poly1305> | undefined {
  const shared = sharedSecret(secret, point);
  if (!shared) return undefined;
  const info = contextBytes(version, context);
  const derived = hkdf(sha256, shared, concatBytes(ephemeral, recipient), info, keyBytes + nonceBytes);
  return xchacha20poly1305(derived.subarray(0, keyBytes), derived.subarray(keyBytes), info);
}

/** Undefined for a point of small order, with which the secret would be known to all. */
function sharedSecret(secret: Uint8Array, point: Uint8Array): Uint8Array | undefined {
  try {
    return x25519.getSharedSecret(secret, point);
  } catch {
    return undefined;
  }
}
