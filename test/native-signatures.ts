import { createPrivateKey, createPublicKey, type KeyObject, sign, verify } from "node:crypto";

/** Ed25519 by Node's own code, for tests that sign thousands of times and for checks that share no code with Entente. */
export function nativeSign(secret: Uint8Array): (message: Uint8Array) => string {
  const der = Buffer.concat([Buffer.from("302e020100300506032b657004220420", "hex"), secret]);
  const key = createPrivateKey({ key: der, format: "der", type: "pkcs8" });
  return (message) => sign(null, message, key).toString("hex");
}

export function nativeCheck(signature: string, message: Uint8Array, publicKey: string): boolean {
  if (!/^[0-9a-f]{128}$/.test(signature) || !/^[0-9a-f]{64}$/.test(publicKey)) return false;
  try {
    return verify(null, message, keyOf(publicKey), Buffer.from(signature, "hex"));
  } catch {
    return false;
  }
}

const known = new Map<string, KeyObject>();

function keyOf(publicKey: string): KeyObject {
  const before = known.get(publicKey);
  if (before) return before;
  const der = Buffer.concat([Buffer.from("302a300506032b6570032100", "hex"), Buffer.from(publicKey, "hex")]);
  const key = createPublicKey({ key: der, format: "der", type: "spki" });
  known.set(publicKey, key);
  return key;
}
