import type { Choices, Settlement } from "#model";
import type { ChannelPlan, StreamId } from "./channel.ts";
import type { SeatKeys } from "./command.ts";
import type { Instant } from "./instant.ts";
import type { Offer, OfferId, OfferStatus } from "./offer.ts";
import type { Procedure } from "./procedure.ts";
import type { DelegationId, Seat, SeatId } from "./seat.ts";
import type { Words } from "./words.ts";

/** What the events of one stream amount to. `version` is the number of its entries. */
export type StreamState = HallState | ChannelState | DelegationState;

export type HallState = {
  readonly kind: "hall";
  readonly version: number;
  readonly title: string;
  readonly agenda: string;
  readonly convenor: SeatId;
  readonly hostKey: string;
  readonly procedure: Procedure;
  readonly seats: ReadonlyMap<SeatId, SeatState>;
  /** Plenary and working groups as they were convened, in that order; who sits in one now stands in its own stream. */
  readonly channels: readonly ChannelPlan[];
  readonly deadline?: Instant;
  readonly ended?: { readonly reason: string; readonly at: Instant };
};

export type SeatState = Seat & {
  readonly keys?: SeatKeys;
  /** Those it had before it was freed, the oldest first: what was signed with them stays signed. */
  readonly lostKeys?: readonly SeatKeys[];
  /** When it joined with its keys of now, if it had others before. */
  readonly rejoinedAt?: Instant;
  readonly removed: boolean;
};

export type ChannelState = {
  readonly kind: "channel";
  readonly version: number;
  readonly plan: ChannelPlan;
  readonly wordKeys: Readonly<Record<SeatId, string>>;
  /** When each was sealed. */
  readonly wordKeysAt: Readonly<Record<SeatId, Instant>>;
  readonly closed: boolean;
  /** In order of tabling. */
  readonly offers: ReadonlyMap<OfferId, TabledOffer>;
  /** The version of the entry that last changed what is on the table; words do not. */
  readonly tableVersion: number;
  readonly said: readonly Said[];
  readonly calls: ReadonlyMap<string, SealedYesCall>;
  /** In the plenary alone. */
  readonly motions: ReadonlyMap<string, Motion>;
  readonly countersigned: ReadonlyMap<number, readonly Countersignature[]>;
};

export type TabledOffer = { readonly offer: Offer; readonly status: OfferStatus; readonly version: number };
export type Said = { readonly seat: SeatId; readonly words: Words; readonly at: Instant; readonly version: number };

export type SealedYesCall = {
  readonly call: string;
  readonly by: SeatId;
  readonly choices: Choices;
  readonly at: Instant;
  readonly until: Instant;
  /** Undefined while it is open. */
  readonly allSaidYes?: boolean;
};

export type Motion = {
  readonly motion: string;
  readonly by: SeatId;
  readonly at: Instant;
  readonly settlement: Settlement;
  readonly closes: readonly { readonly channel: StreamId; readonly offer: OfferId }[];
  readonly votes: Readonly<Record<DelegationId, "yes" | "no" | "abstains">>;
  readonly stage: "moved" | "fell" | "adopted" | "initialled" | "signed" | "ratified" | "reopened";
  /** From adoption on. */
  readonly digest?: string;
  readonly initials: Readonly<Record<DelegationId, string>>;
  readonly signatures: Readonly<Record<DelegationId, string>>;
  readonly ratifications: Readonly<Record<DelegationId, string>>;
};

export type Countersignature = { readonly seat: SeatId; readonly head: string; readonly signature: string };

export type DelegationState = {
  readonly kind: "delegation";
  readonly version: number;
  readonly delegation: DelegationId;
  readonly members: readonly SeatId[];
  readonly kept: readonly {
    readonly seat: SeatId;
    readonly what: "sheet" | "mandate" | "override" | "note" | "clearance";
    readonly sealed: string;
    readonly at: Instant;
  }[];
};
