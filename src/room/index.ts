export { audienceOf, seenByAll, sees } from "./audience.ts";
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
export { composeIfAccepted, type IfAccepted } from "./compose/compose-if-accepted.ts";
export { type CompositionOptions, composeOf } from "./compose/compose-of.ts";
export type {
  Circle,
  ClosedSet,
  Closing,
  ClusterProgress,
  Composition,
  CompositionStatus,
  ConditionState,
  Contradiction,
  Fork,
  OfferRef,
  Waiting,
} from "./compose/composition.ts";
export {
  actRecency,
  actStrength,
  type Belief,
  beliefAbout,
  believedScore,
  type IssueBelief,
  type OptionBelief,
  type OptionEvidence,
} from "./counteroffers/belief.ts";
export {
  type Counteroffer,
  type CounterofferOptions,
  type Counteroffers,
  counteroffers,
} from "./counteroffers/counteroffers.ts";
export { offersSeen, type SeenOffer } from "./counteroffers/offers-seen.ts";
export type {
  AdoptedSettlement,
  ConcessionPattern,
  Debrief,
  Improvement,
  LeftOnTheTable,
  PositionStep,
  Series,
  SettlementValue,
  StepReading,
  TabledStep,
} from "./debrief/debrief.ts";
export { debriefOf } from "./debrief/debrief-of.ts";
export { localImprovements } from "./debrief/local-improvements.ts";
export { decide } from "./decide.ts";
export { longestKept } from "./decide-delegation.ts";
export { decideForHost, type HostCommand } from "./decide-for-host.ts";
export { lacksKey } from "./decide-members.ts";
export { mayAnswerSealedYes, sealedYesOutcome } from "./decide-sealed-yes.ts";
export { agrees, decidingDelegations, isAcceptable, seated } from "./deciding.ts";
export type { ChannelEvent, DelegationEvent, Event, HallEvent, PlenaryEvent } from "./event.ts";
export { evolve, evolveAll, type Place } from "./evolve.ts";
export { type Instant, isInstant } from "./instant.ts";
export { type Breach, checkMandate, type MandateCheck, type MandateQuestion } from "./mandate/check-mandate.ts";
export {
  type Instruction,
  type Mandate,
  type MandateInForce,
  type MandateItem,
  mandateInForce,
} from "./mandate/mandate.ts";
export { longestMandateText, mandateText, readMandate } from "./mandate/mandate-text.ts";
export { type ValueRange, valueRange } from "./mandate/value-range.ts";
export type { Offer, OfferCondition, OfferId, OfferStatus, Reason, Rejection } from "./offer.ts";
export { opening, openingMistakes } from "./opening.ts";
export { issuesOf } from "./package-mistake.ts";
export type { DecisionRule, Procedure } from "./procedure.ts";
export type { Refusal } from "./refusal.ts";
export { type DelegationId, isAtLeast, type Level, levels, type Seat, type SeatId, type SeatRole } from "./seat.ts";
export { type SettlementTextParts, settlementText, settlementTextOf } from "./settlement-text.ts";
export type { ChannelSituation, OpenSituation, Situation, StreamAppend } from "./situation.ts";
export { type Holding, type Shell, situationFor } from "./situation-for.ts";
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
export { silenceConsentsAt, type VoteOutcome, voteOutcome } from "./vote-outcome.ts";
export { longestWords, type Words } from "./words.ts";
