export {
  type Bundle,
  type BundleStream,
  type BundleStreamKind,
  bundleFormat,
  bundleText,
  type Manifest,
} from "./bundle.ts";
export { type ChainFault, checkRun, type Head, startOfStream } from "./chain.ts";
export {
  commandText,
  isCommandSignedBy,
  longestCommand,
  parseSignedCommand,
  signCommand,
} from "./command-text.ts";
export { countersign, isCountersignedBy, type WitnessedHead } from "./countersignature.ts";
export { documentDigest } from "./digest.ts";
export type { Entry, EntryBody, SignedCommand } from "./entry.ts";
export { faultInEvents, faultInHostEvents } from "./follows-from-command.ts";
export { isJoiningProvedBy, type Joining, proveJoining } from "./join-proof.ts";
export {
  type CheckSignature,
  checkSignature,
  isSigningKey,
  type Sign,
  type SigningKey,
  signingKey,
  signWith,
} from "./keys.ts";
export { type EntryContent, makeEntry } from "./make-entry.ts";
export { recordedSettlement, type SettlementSource, type SettlementText } from "./recorded-settlement.ts";
export { isSettlementSignedBy, type SignedSettlement, signSettlement } from "./settlement-signature.ts";
export type { BundleFault, FaultPlace, Milestone, VerifiedBundle, VerifiedSeat, VerifiedStream } from "./verdict.ts";
export { type VerifyOptions, verifyBundle } from "./verify-bundle.ts";
