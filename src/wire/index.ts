export {
  type CreateAnswer,
  type CreateRequest,
  createAnswer,
  createRequest,
  type InvitationsAnswer,
  invitationsAnswer,
  inviteRequest,
  type JoinAnswer,
  type JoinRequest,
  joinAnswer,
  joinRequest,
  type NewInvitation,
  type RefusalAnswer,
  refusalAnswer,
} from "./rooms-http.ts";
export {
  type ClientFrame,
  clientFrame,
  type HostFrame,
  longestFrame,
  mostInFlight,
  type SignedAnswer,
  type StreamHere,
  subprotocol,
} from "./rooms-socket.ts";
export type { ShippedCard, ShippedList, ShippedScenario } from "./shipped.ts";
