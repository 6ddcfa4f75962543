import type { Event, Instant, SeatId, StreamId } from "#room";

/**
 * One entry of a stream, stored and sent as it is: `body` is exact text and is never serialised again.
 *
 *   leaf = SHA-256("entente/leaf/1\n"  | salt | body)          salt: 32 random bytes, so that a leaf hides what it covers
 *   hash = SHA-256("entente/chain/1\n" | previous hash | leaf)
 *   before the first: SHA-256("entente/stream/1\n" | negotiation | "\n" | stream)
 *
 * docs/reference/record-format.md says it byte by byte.
 */
export type Entry = {
  readonly version: number;
  readonly body: string;
  /** Hexadecimal, 64 digits. */
  readonly salt: string;
  readonly hash: string;
  /** The host's Ed25519 signature over "entente/receipt/1\n" and `hash`: it cannot show another history later. */
  readonly receipt: string;
};

/** What `body` is the JSON of. */
export type EntryBody = {
  readonly v: 1;
  readonly negotiation: string;
  readonly stream: StreamId;
  readonly version: number;
  /**
   * The version of the hall from which the host decided; in the hall itself that of the entry before. It says which keys
   * and which seats were in force, as streams have no common order.
   */
  readonly hall: number;
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
  /** "new" to open or to convene: the host chooses the id. */
  readonly stream: StreamId | "new";
  readonly seat: SeatId;
  /** Chosen by the client, once per command: the same key asks for the same answer. */
  readonly key: string;
  /** The version of the stream that the author had seen. */
  readonly after: number;
  readonly command: unknown;
};
