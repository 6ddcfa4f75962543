import type { Agenda } from "#model";
import type { StreamId } from "./channel.ts";
import type { Event } from "./event.ts";
import type { Instant } from "./instant.ts";
import type { ChannelState, HallState, StreamState } from "./state.ts";

/** Everything that a decision may rest on; nothing of a stream that somebody addressed does not see is among it. */
export type Situation = {
  /** The negotiation's id, which the text of its settlement names. */
  readonly negotiation: string;
  readonly agenda: Agenda;
  /** The host's Ed25519 key, hexadecimal, which the hall's first event names. */
  readonly hostKey: string;
  readonly hallStream: StreamId;
  /** Undefined before "open" alone. */
  readonly hall: HallState | undefined;
  /** The stream that the command goes to; "new" to convene. */
  readonly address: StreamId | "new";
  /** Its state; undefined if there is none, or for "open" and "convene". */
  readonly stream: StreamState | undefined;
  /** The channels that every member of the addressed stream sees, itself among them: `seenByAll` of them. */
  readonly seenByAll: ReadonlyMap<StreamId, ChannelState>;
  /** The host's clock. */
  readonly at: Instant;
  /** Of a new stream: 128 random bits, hexadecimal. Asked only when the command is done. */
  readonly newId: () => StreamId;
  /** SHA-256 of the text as UTF-8, hexadecimal. */
  readonly digestOf: (text: string) => string;
};

/** What is to be written, and where: nearly always one; all of it or nothing. */
export type StreamAppend = { readonly stream: StreamId; readonly events: readonly Event[] };

/** A situation in an open negotiation. */
export type OpenSituation = Situation & { readonly hall: HallState };

/** A situation addressed to a channel. */
export type ChannelSituation = OpenSituation & { readonly stream: ChannelState; readonly address: StreamId };
