import type { Choices, IssueId, OptionId } from "#model";
import type { StreamId } from "./channel.ts";
import type { Instant } from "./instant.ts";
import type { DelegationId, SeatId } from "./seat.ts";
import type { Words } from "./words.ts";

/** 128 random bits, hexadecimal, chosen by the author. */
export type OfferId = string;

/** What a party puts on the table of one channel, as it is stored. */
export type Offer = {
  readonly id: OfferId;
  /** Its number in this channel, from 1: never a number across channels. */
  readonly number: number;
  readonly channel: StreamId;
  readonly author: SeatId;
  readonly delegation: DelegationId;
  /** An offer binds its author when accepted; a supposal ("what if") binds nobody; a proposal is the mediator's. */
  readonly kind: "offer" | "supposal" | "proposal";
  readonly choices: Choices;
  /** Stands only if each of them is met; empty: stands by itself. */
  readonly conditions: readonly OfferCondition[];
  /** The offer that this one answers; it lapses. */
  readonly counters?: OfferId;
  readonly note?: Words;
  readonly at: Instant;
  /** Not accepted after this moment. */
  readonly until?: Instant;
};

/** "Provided that the group on territory provisionally agrees one of these options on this issue." */
export type OfferCondition = {
  readonly channel: StreamId;
  readonly issue: IssueId;
  readonly options: readonly OptionId[];
};

export type OfferStatus =
  /** On the table: may be accepted, rejected, countered, withdrawn. */
  | { readonly kind: "live"; readonly acceptedBy: readonly DelegationId[]; readonly rejectedBy: readonly Rejection[] }
  /** Closed subject to the whole: every deciding delegation of the channel has accepted it ad referendum. */
  | { readonly kind: "provisionally agreed"; readonly at: Instant }
  | { readonly kind: "withdrawn"; readonly at: Instant }
  | { readonly kind: "countered"; readonly by: OfferId }
  | { readonly kind: "reopened"; readonly by: DelegationId; readonly reason: Words };

export type Rejection = { readonly delegation: DelegationId; readonly reasons: readonly Reason[] };

/** Why, for one issue or for the whole. */
export type Reason = { readonly issue?: IssueId; readonly words: Words };
