export { fromBase64url, toBase64url } from "./base64url.ts";
export { open } from "./open.ts";
export { bucketFor } from "./padding.ts";
export { type PassphraseWork, passphraseCost, passphraseKey, passphraseSaltBytes } from "./passphrase-key.ts";
export { keyBytes, nonceBytes, seal } from "./seal.ts";
export type { SealContext } from "./seal-context.ts";
export { openWithKey, type SealingKey, sealingKey, sealToKey } from "./seal-to-key.ts";
