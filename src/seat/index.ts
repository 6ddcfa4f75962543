export {
  acceptOffer,
  addMember,
  answerSealedYes,
  callSealedYes,
  clearance,
  closeChannel,
  convene,
  endNegotiation,
  freeSeat,
  joinHall,
  keepMandate,
  keepNote,
  keepOverride,
  keepSheet,
  motionText,
  moveAdoption,
  type OfferDraft,
  outgoingOf,
  ownPapers,
  plenaryOf,
  putName,
  rejectOffer,
  removeMember,
  removeSeat,
  reopenOffer,
  reopenSettlement,
  say,
  setDeadline,
  setLevel,
  setSeatLevel,
  tableFreely,
  tableOffer,
  vote,
  withdrawOffer,
} from "./act.ts";
export { type Clock, instantOf } from "./clock.ts";
export { type Connection, type ConnectionState, type Lent, patience } from "./connection.ts";
export {
  agendaText,
  createNegotiation,
  type InviteTerms,
  invitationOf,
  type NewNegotiation,
} from "./create-negotiation.ts";
export { delegationStream, type Override, type Papers, papersOf } from "./delegation-papers.ts";
export { exportRecord } from "./export-record.ts";
export { type InviteLink, inviteLink, newToken, parseInviteLink, tokenDigest } from "./invite-link.ts";
export { joinRequestOf } from "./join-request.ts";
export type { LadderView } from "./ladder-view.ts";
export { countersignMilestones } from "./milestones.ts";
export { type Change, changesBetween, type OfferView } from "./offer-view.ts";
export { type OpeningChoices, type OpeningPlan, openingPlan, type PartyRole } from "./opening-plan.ts";
export { memoryOutbox, type OutboxStorage, type Outcome, type Pending } from "./outbox.ts";
export { type Cleared, type NotCleared, type Outgoing, ownCheck } from "./outgoing-check.ts";
export { type RandomBytes, randomId } from "./random-bytes.ts";
export {
  type KeptSeat,
  type Keys,
  keysOf,
  newKeptSeat,
  openSealedSeat,
  readKeptSeat,
  type SealedSeat,
  sealKeptSeat,
} from "./seat-keys.ts";
export {
  foreseenRefusal,
  holdingOf,
  openSeat,
  type SeatOptions,
  type SeatSession,
  type SeatSnapshot,
} from "./seat-session.ts";
export {
  type Activity,
  type CallView,
  type ChannelView,
  channelsOf,
  type PresentSeat,
  type SaidView,
  type SeatView,
  seatViewer,
  type ViewQuestion,
} from "./seat-view.ts";
export { type OpenSocket, type SeatPlace, type Socket, type SocketListener, socketAddress } from "./socket.ts";
export type { Happened, HistoryFault, Remembered, SeatStreams } from "./streams.ts";
export { wordKeyOf, wordsText } from "./words.ts";
