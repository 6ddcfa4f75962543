export { memoryStore } from "./memory.ts";
export type {
  Append,
  AppendOutcome,
  AppendPart,
  Created,
  Grown,
  HeldAnswer,
  Invitation,
  KeptAnswer,
  NegotiationId,
  NegotiationRow,
  NewStream,
  SessionRow,
  Store,
  StreamHead,
  StreamKind,
} from "./store.ts";
