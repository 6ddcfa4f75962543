import type { Choices, Settlement } from "#model";
import type { ChannelPlan, StreamId } from "./channel.ts";
import type { SeatKeys } from "./command.ts";
import type { Instant } from "./instant.ts";
import type { Offer, OfferId, Reason } from "./offer.ts";
import type { Procedure } from "./procedure.ts";
import type { DelegationId, Level, Seat, SeatId } from "./seat.ts";
import type { Words } from "./words.ts";

/** What happened, as it is stored in one stream. The whole state of a stream is what `evolve` makes of its events. */
export type Event = HallEvent | ChannelEvent | PlenaryEvent | DelegationEvent;

export type HallEvent =
  | {
      readonly kind: "opened";
      readonly title: string;
      readonly agenda: string;
      readonly seats: readonly Seat[];
      readonly channels: readonly ChannelPlan[];
      readonly procedure: Procedure;
      readonly convenor: SeatId;
      /** The host's Ed25519 key, hexadecimal: under every receipt of every stream of this negotiation. */
      readonly hostKey: string;
    }
  | { readonly kind: "joined"; readonly seat: SeatId; readonly keys: SeatKeys }
  | { readonly kind: "seat removed"; readonly seat: SeatId }
  | { readonly kind: "seat freed"; readonly seat: SeatId }
  | { readonly kind: "seat level set"; readonly seat: SeatId; readonly level: Level }
  | { readonly kind: "group convened"; readonly plan: ChannelPlan }
  | { readonly kind: "deadline set"; readonly deadline: Instant | null }
  | { readonly kind: "ended"; readonly reason: string };

export type ChannelEvent =
  | { readonly kind: "channel opened"; readonly plan: ChannelPlan; readonly wordKeys: Readonly<Record<SeatId, string>> }
  | { readonly kind: "member added"; readonly seat: SeatId; readonly wordKey?: string }
  | { readonly kind: "member removed"; readonly seat: SeatId }
  | { readonly kind: "level set"; readonly level: Level }
  | { readonly kind: "channel closed" }
  | { readonly kind: "tabled"; readonly offer: Offer }
  | { readonly kind: "withdrawn"; readonly offer: OfferId }
  | { readonly kind: "accepted"; readonly offer: OfferId; readonly delegation: DelegationId }
  | { readonly kind: "provisionally agreed"; readonly offer: OfferId }
  | {
      readonly kind: "rejected";
      readonly offer: OfferId;
      readonly delegation: DelegationId;
      readonly reasons: readonly Reason[];
    }
  | { readonly kind: "reopened"; readonly offer: OfferId; readonly delegation: DelegationId; readonly reason: Words }
  | { readonly kind: "said"; readonly seat: SeatId; readonly words: Words }
  | {
      readonly kind: "sealed yes called";
      readonly call: string;
      readonly by: SeatId;
      readonly choices: Choices;
      readonly until: Instant;
    }
  /** All that is ever stored of the answers. */
  | { readonly kind: "sealed yes answered"; readonly call: string; readonly allSaidYes: boolean };

export type PlenaryEvent =
  | {
      readonly kind: "adoption moved";
      readonly motion: string;
      readonly by: SeatId;
      readonly settlement: Settlement;
      readonly closes: readonly { readonly channel: StreamId; readonly offer: OfferId }[];
    }
  | {
      readonly kind: "voted";
      readonly motion: string;
      readonly delegation: DelegationId;
      readonly says: "yes" | "no" | "abstains";
    }
  /** `digest`: SHA-256 of the settlement's exact bytes with its annexes. */
  | { readonly kind: "adopted"; readonly motion: string; readonly digest: string }
  | { readonly kind: "fell"; readonly motion: string }
  | {
      readonly kind: "initialled" | "signed" | "ratified";
      readonly motion: string;
      readonly delegation: DelegationId;
      readonly digest: string;
      readonly signature: string;
      /** It was the last one wanting: the whole settlement is now initialled, signed, ratified. */
      readonly completes: boolean;
    }
  | {
      readonly kind: "settlement reopened";
      readonly motion: string;
      readonly delegation: DelegationId;
      readonly reason: string;
    }
  | {
      readonly kind: "countersigned";
      readonly seat: SeatId;
      readonly version: number;
      readonly head: string;
      readonly signature: string;
    };

export type DelegationEvent =
  | { readonly kind: "delegation opened"; readonly delegation: DelegationId; readonly members: readonly SeatId[] }
  | {
      readonly kind: "kept";
      readonly seat: SeatId;
      readonly what: "sheet" | "mandate" | "override" | "note" | "clearance";
      readonly sealed: string;
    };
