import { createPrivateKey, createPublicKey, hkdfSync, type KeyObject, sign, verify } from "node:crypto";
import { type CheckSignature, isSigningKey, type Sign, signingKey } from "#record";
import type { Store } from "#store";

export type HostKey = {
  readonly publicKey: string;
  readonly sign: Sign;
  /** Makes session tokens that only this house can make. */
  readonly tokenSecret: Uint8Array;
};

/** Drawn once for all processes of one database, and kept there. */
export async function loadHostKey(
  store: Store,
  random: (purpose: string, size: number) => Uint8Array,
): Promise<HostKey> {
  const offered = Buffer.from(random("the house: host key", 32)).toString("hex");
  const secret = Buffer.from(await store.keepOnce("host key", offered), "hex");
  if (secret.length !== 32) throw new Error("the host's key in the database is none");
  const { publicKey } = signingKey(secret);
  return {
    publicKey,
    sign: nativeSign(secret),
    tokenSecret: new Uint8Array(hkdfSync("sha256", secret, "", "entente/session-token/1", 32)),
  };
}

/** Ed25519 in Node's own code, many times as fast; by the same letter of RFC 8032. */
function nativeSign(secret: Uint8Array): Sign {
  const der = Buffer.concat([Buffer.from("302e020100300506032b657004220420", "hex"), secret]);
  const key = createPrivateKey({ key: der, format: "der", type: "pkcs8" });
  return (message) => sign(null, message, key).toString("hex");
}

export const nativeCheck: CheckSignature = (signature, message, publicKey) => {
  if (!/^[0-9a-f]{128}$/.test(signature)) return false;
  const key = keyOf(publicKey);
  return key !== undefined && verify(null, message, key, Buffer.from(signature, "hex"));
};

const known = new Map<string, KeyObject>();
const mostKnown = 5000;

function keyOf(publicKey: string): KeyObject | undefined {
  const before = known.get(publicKey);
  if (before) return before;
  if (!isSigningKey(publicKey)) return undefined;
  const der = Buffer.concat([Buffer.from("302a300506032b6570032100", "hex"), Buffer.from(publicKey, "hex")]);
  const key = createPublicKey({ key: der, format: "der", type: "spki" });
  if (known.size >= mostKnown) known.clear();
  known.set(publicKey, key);
  return key;
}
