import type { Choices, Settlement } from "#model";
import type { ChannelPlan, StreamId } from "./channel.ts";
import type { Instant } from "./instant.ts";
import type { OfferCondition, OfferId, Reason } from "./offer.ts";
import type { Procedure } from "./procedure.ts";
import type { Level, Seat, SeatId } from "./seat.ts";
import type { Words } from "./words.ts";

/** What a seat asks for. Each goes to one stream; RULES.md numbers what is refused. */
export type Command = HallCommand | ConveneCommand | ChannelCommand | PlenaryCommand | DelegationCommand;

/** To the hall, which every seat reads. */
export type HallCommand =
  | OpenCommand
  | { readonly kind: "join"; readonly keys: SeatKeys }
  | { readonly kind: "remove seat"; readonly seat: SeatId }
  /** Its keys are lost: it may join anew, with others. */
  | { readonly kind: "free seat"; readonly seat: SeatId }
  | { readonly kind: "set seat level"; readonly seat: SeatId; readonly level: Level }
  | { readonly kind: "set deadline"; readonly deadline: Instant | null }
  | { readonly kind: "end"; readonly reason: string };

/** The first entry of a negotiation, by the convenor's seat. */
export type OpenCommand = {
  readonly kind: "open";
  readonly title: string;
  /** SHA-256 of the agenda's bytes, hexadecimal. */
  readonly agenda: string;
  readonly seats: readonly Seat[];
  /** Plenary and working groups. */
  readonly channels: readonly ChannelPlan[];
  readonly procedure: Procedure;
  readonly keys: SeatKeys;
};

/** Public keys, hexadecimal: Ed25519 to sign with, X25519 to be sealed to. */
export type SeatKeys = { readonly signing: string; readonly sealing: string };

/** To a stream that is not there yet; its id is the host's to choose, so the plan has none. */
export type ConveneCommand = {
  readonly kind: "convene";
  readonly plan: Omit<ChannelPlan, "id">;
  /** A back channel's or caucus's key for its words, sealed to each member. */
  readonly wordKeys?: Readonly<Record<SeatId, string>>;
};

/** To any channel. */
export type ChannelCommand =
  | {
      readonly kind: "table";
      readonly as: "offer" | "supposal" | "proposal";
      readonly offer: OfferId;
      readonly choices: Choices;
      readonly conditions: readonly OfferCondition[];
      readonly counters?: OfferId;
      readonly note?: Words;
      readonly until?: Instant;
    }
  | { readonly kind: "withdraw"; readonly offer: OfferId }
  | { readonly kind: "accept"; readonly offer: OfferId }
  | { readonly kind: "reject"; readonly offer: OfferId; readonly reasons: readonly Reason[] }
  | { readonly kind: "reopen"; readonly offer: OfferId; readonly reason: Words }
  | { readonly kind: "say"; readonly words: Words }
  | { readonly kind: "call sealed yes"; readonly call: string; readonly choices: Choices; readonly until: Instant }
  | { readonly kind: "set level"; readonly level: Level }
  | { readonly kind: "add member"; readonly seat: SeatId; readonly wordKey?: string }
  | { readonly kind: "remove member"; readonly seat: SeatId }
  | { readonly kind: "close channel" };

/** To the plenary alone: the acceptance ladder. */
export type PlenaryCommand =
  | {
      readonly kind: "move adoption";
      readonly motion: string;
      readonly settlement: Settlement;
      /** The provisionally agreed offers it closes: a closed set. */
      readonly closes: readonly { readonly channel: StreamId; readonly offer: OfferId }[];
    }
  | { readonly kind: "vote"; readonly motion: string; readonly says: "yes" | "no" | "abstains" }
  /** `signature`: Ed25519 by the seat over the exact bytes of the settlement and its annexes. */
  | {
      readonly kind: "initial" | "sign" | "ratify";
      readonly motion: string;
      readonly digest: string;
      readonly signature: string;
    }
  | { readonly kind: "reopen settlement"; readonly motion: string; readonly reason: string }
  /** A witness's signature under the head of this stream as the seat's client saw it. */
  | { readonly kind: "countersign"; readonly version: number; readonly head: string; readonly signature: string };

/** To the delegation's own stream. The host keeps bytes; the key is the delegation's. */
export type DelegationCommand = {
  readonly kind: "keep";
  readonly what: "sheet" | "mandate" | "override" | "note" | "clearance";
  readonly sealed: string;
};
