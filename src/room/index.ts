export { type ChannelKind, type ChannelPlan, isPublic, type StreamId } from "./channel.ts";
export type {
  ChannelCommand,
  Command,
  ConveneCommand,
  DelegationCommand,
  HallCommand,
  OpenCommand,
  PlenaryCommand,
  SeatKeys,
} from "./command.ts";
export type { ChannelEvent, DelegationEvent, Event, HallEvent, PlenaryEvent } from "./event.ts";
export { type Instant, isInstant } from "./instant.ts";
export type { Offer, OfferCondition, OfferId, OfferStatus, Reason, Rejection } from "./offer.ts";
export type { DecisionRule, Procedure } from "./procedure.ts";
export type { Refusal } from "./refusal.ts";
export { type DelegationId, isAtLeast, type Level, levels, type Seat, type SeatId, type SeatRole } from "./seat.ts";
export type {
  ChannelState,
  Countersignature,
  DelegationState,
  HallState,
  Motion,
  Said,
  SealedYesCall,
  SeatState,
  StreamState,
  TabledOffer,
} from "./state.ts";
export type { Words } from "./words.ts";
