import type { Result } from "#prelude";
import type { Event } from "#room";
import type { CheckSignature } from "./keys.ts";
import type { BundleFault, VerifiedBundle } from "./verdict.ts";

export type VerifyOptions = {
  /** The exact text that an adoption names by its digest. May throw on an agenda or a motion that makes no sense. */
  readonly settlementText: (of: SettlementSource) => string;
  /** Native code checks signatures about twenty times faster; it must refuse what RFC 8032 refuses. */
  readonly check?: CheckSignature;
};

export type SettlementSource = {
  readonly negotiation: string;
  /** Exact text. */
  readonly agenda: string;
  readonly moved: Extract<Event, { readonly kind: "adoption moved" }>;
};

export function verifyBundle(_text: string, _options: VerifyOptions): Result<VerifiedBundle, BundleFault> {
  throw new Error("Being written.");
}
