import type { DelegationId, Instant, SeatId, StreamId } from "#room";
import type { BundleStreamKind } from "./bundle.ts";

/** The first thing that is wrong with a bundle, in the order of the file. */
export type BundleFault = {
  readonly where: FaultPlace;
  /** What is wrong, in a sentence. */
  readonly message: string;
};

export type FaultPlace =
  /** It is no bundle, or not one that can be read. */
  | { readonly kind: "file" }
  /** What stands before the agenda: the negotiation, the exporter. */
  | { readonly kind: "header" }
  | { readonly kind: "agenda" }
  | { readonly kind: "entry"; readonly stream: StreamId; readonly version: number }
  | { readonly kind: "manifest" };

/** What has been verified. Everything here follows from signatures and hashes in the file. */
export type VerifiedBundle = {
  readonly negotiation: string;
  readonly title: string;
  /** To be compared with the key that one's own client has kept: the bundle alone cannot say whose it is. */
  readonly hostKey: string;
  /** SHA-256 of the agenda's bytes. */
  readonly agenda: string;
  readonly exporter: SeatId;
  readonly streams: readonly VerifiedStream[];
  readonly entries: number;
  /** Entries that the host has written itself. */
  readonly byHost: number;
  /** In the hall's order of seats. */
  readonly seats: readonly VerifiedSeat[];
  /** By stream and version. */
  readonly milestones: readonly Milestone[];
  /** Not wrong, but worth knowing: a host's clock that went back, a milestone that nobody countersigned. */
  readonly notes: readonly string[];
};

export type VerifiedStream = {
  readonly stream: StreamId;
  readonly kind: BundleStreamKind;
  readonly name: string;
  readonly entries: number;
  readonly head: string;
};

export type VerifiedSeat = {
  readonly seat: SeatId;
  readonly name: string;
  readonly delegation: DelegationId;
  readonly commands: number;
  readonly keys: number;
  readonly removed: boolean;
};

export type Milestone = {
  readonly kind: "adopted" | "initialled" | "signed" | "ratified";
  readonly stream: StreamId;
  readonly version: number;
  readonly at: Instant;
  readonly motion: string;
  /** SHA-256 of the settlement's exact bytes. */
  readonly digest: string;
  /** Whose act it is; an adoption is the plenary's. */
  readonly delegation?: DelegationId;
  /** The seats whose countersignature covers it, under this entry or a later head of the stream. */
  readonly countersignedBy: readonly SeatId[];
};
