import { ed25519 } from "@noble/curves/ed25519.js";
import { bytesOf, hexOf, isHex32, isHex64 } from "./digest.ts";

/** An Ed25519 pair (RFC 8032). `secret`: 32 random bytes, which the caller draws and keeps. */
export type SigningKey = { readonly publicKey: string; readonly secret: Uint8Array };

/** Signs bytes; hexadecimal, 128 digits. A server may give one of native code. */
export type Sign = (message: Uint8Array) => string;

/** Whether `signature` is that key's under the message; false for anything that is no signature or no key. */
export type CheckSignature = (signature: string, message: Uint8Array, publicKey: string) => boolean;

export function signingKey(secret: Uint8Array): SigningKey {
  return { publicKey: hexOf(ed25519.getPublicKey(secret)), secret };
}

export function signWith({ secret }: SigningKey): Sign {
  return (message) => hexOf(ed25519.sign(message, secret));
}

/** By the letter of RFC 8032, not the laxer ZIP215, so that native code on another machine judges the same. */
export const checkSignature: CheckSignature = (signature, message, publicKey) => {
  if (!isHex64(signature) || !isHex32(publicKey)) return false;
  try {
    return ed25519.verify(bytesOf(signature), message, bytesOf(publicKey), { zip215: false });
  } catch {
    return false; // no point of the curve
  }
};

/** A key under which one signature fits many messages (a point of small order) is none. */
export function isSigningKey(publicKey: unknown): publicKey is string {
  if (!isHex32(publicKey)) return false;
  try {
    return !ed25519.Point.fromHex(publicKey).isSmallOrder();
  } catch {
    return false;
  }
}
