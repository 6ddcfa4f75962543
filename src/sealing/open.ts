import { xchacha20poly1305 } from "@noble/ciphers/chacha.js";
import { fromBase64url } from "./base64url.ts";
import { unpad } from "./padding.ts";
import { keyBytes, nonceBytes, sealVersion } from "./seal.ts";
import { contextBytes, type SealContext } from "./seal-context.ts";

/** What was sealed with this key for this place; undefined for anything else, without saying what is wrong with it. */
export function open(sealed: string, key: Uint8Array, context: SealContext): Uint8Array | undefined {
  if (key.length !== keyBytes) throw new Error(`A key has ${keyBytes} bytes, not ${key.length}.`);
  const bytes = fromBase64url(sealed);
  if (bytes?.[0] !== sealVersion || bytes.length < 1 + nonceBytes) return undefined;
  const nonce = bytes.subarray(1, 1 + nonceBytes);
  try {
    const padded = xchacha20poly1305(key, nonce, contextBytes(sealVersion, context)).decrypt(
      bytes.subarray(1 + nonceBytes),
    );
    return unpad(padded);
  } catch {
    return undefined; // the tag does not fit
  }
}
