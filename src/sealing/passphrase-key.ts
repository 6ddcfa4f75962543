import { scryptAsync } from "@noble/hashes/scrypt.js";
import { keyBytes } from "./seal.ts";

/** scrypt (RFC 7914): 64 MiB and about two seconds of one core, so that a stolen file cannot be tried quickly. */
export const passphraseCost = { N: 65_536, r: 8, p: 2 } as const;
export const passphraseSaltBytes = 16;

export type PassphraseWork = {
  /** From 0 to 1, often enough for a progress bar. */
  readonly onProgress?: (share: number) => void;
};

/**
 * The key that a passphrase stands for, to `seal` a seat's keys with on a shared machine. The passphrase is taken in
 * Unicode form NFKC, so that it opens on a keyboard that composes its letters in another way.
 * @param salt  16 random bytes, drawn once and kept beside what is sealed.
 */
export async function passphraseKey(
  passphrase: string,
  salt: Uint8Array,
  { onProgress }: PassphraseWork = {},
): Promise<Uint8Array> {
  if (salt.length !== passphraseSaltBytes)
    throw new Error(`A passphrase's salt has ${passphraseSaltBytes} bytes, not ${salt.length}.`);
  return scryptAsync(passphrase.normalize("NFKC"), salt, {
    ...passphraseCost,
    dkLen: keyBytes,
    ...(onProgress && { onProgress }),
  });
}
