import type { Event, Instant, SeatId, StreamId } from "#room";

/**
 * One entry of a stream, stored and sent as it is: `body` is exact text and is never serialised again.
 *
 *   leaf = SHA-256("entente/leaf/1"  | salt | body)          salt: 32 random bytes, so that a leaf hides what it covers
 *   hash = SHA-256("entente/chain/1" | previous hash | leaf)  before the first: SHA-256("entente/stream/1" | negotiation | stream)
 */
export type Entry = {
  readonly version: number;
  readonly body: string;
  /** Hexadecimal, 64 digits. */
  readonly salt: string;
  readonly hash: string;
  /** The host's Ed25519 signature under `hash`: it cannot show another history later. */
  readonly receipt: string;
};

/** What `body` is the JSON of. */
export type EntryBody = {
  readonly v: 1;
  readonly negotiation: string;
  readonly stream: StreamId;
  readonly version: number;
  readonly at: Instant;
  /** The host writes outcomes that no single seat may know before: a sealed yes, a motion decided by silence. */
  readonly author: SeatId | "host";
  /** The signed command, exact text; null when the host is the author. */
  readonly command: string | null;
  /** Ed25519 by the author's key over "entente/command/1\n" and the command's text. */
  readonly signature: string | null;
  readonly events: readonly Event[];
};

/** What a command's text is the JSON of: bound to one negotiation, one stream, one seat, one attempt. */
export type SignedCommand = {
  readonly v: 1;
  readonly negotiation: string;
  /** "new" to convene: the host chooses the id. */
  readonly stream: StreamId | "new";
  readonly seat: SeatId;
  /** Chosen by the client, once per command: the same key asks for the same answer. */
  readonly key: string;
  /** The version of the stream that the author had seen. */
  readonly after: number;
  readonly command: unknown;
};
