import { xchacha20poly1305 } from "@noble/ciphers/chacha.js";
import { concatBytes } from "@noble/hashes/utils.js";
import { toBase64url } from "./base64url.ts";
import { pad } from "./padding.ts";
import { contextBytes, type SealContext } from "./seal-context.ts";

/** The first byte of what `seal` makes. */
export const sealVersion = 1;
export const keyBytes = 32;
export const nonceBytes = 24;

/**
 * Seals bytes with XChaCha20-Poly1305 (draft-irtf-cfrg-xchacha-03), padded so that only the bucket of their length shows.
 * The text: base64url of version byte | nonce | ciphertext with its tag.
 * @param nonce  24 random bytes, drawn for this call alone.
 */
export function seal(plain: Uint8Array, key: Uint8Array, context: SealContext, nonce: Uint8Array): string {
  if (key.length !== keyBytes) throw new Error(`A key has ${keyBytes} bytes, not ${key.length}.`);
  if (nonce.length !== nonceBytes) throw new Error(`A nonce has ${nonceBytes} bytes, not ${nonce.length}.`);
  const sealed = xchacha20poly1305(key, nonce, contextBytes(sealVersion, context)).encrypt(pad(plain));
  return toBase64url(concatBytes(Uint8Array.of(sealVersion), nonce, sealed));
}
