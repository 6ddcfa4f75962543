export { type EmbeddedOptions, type EmbeddedPostgres, startEmbeddedPostgres } from "./embedded/embedded-postgres.ts";
export { memoryStore } from "./memory.ts";
export { type OpenStoreOptions, openStore } from "./open-store.ts";
export { StoreUnreachable } from "./postgres/failures.ts";
export { StoreNotInOrder } from "./postgres/store-not-in-order.ts";
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
  Presence,
  SessionRow,
  Store,
  StreamHead,
  StreamKind,
} from "./store.ts";
