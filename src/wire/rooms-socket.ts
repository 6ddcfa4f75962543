import { z } from "zod";
import type { Entry } from "#record";
import type { SeatId, StreamId } from "#room";
import { id128 } from "./rooms-http.ts";

/**
 * The socket of one seat: `/negotiations/<id>/seats/<seat>/socket`. JSON text frames, one message each. The client's first
 * frame is `resume`; what it misses follows in order, then what happens as it happens. A command is answered by exactly one
 * `done` or `refused` with its key; `done` means durably stored. At most `mostInFlight` commands wait for their answer.
 */
export const mostInFlight = 4;
export const longestFrame = 64 * 1024;
export const subprotocol = "entente.room.1";

const streamName = z.string().max(64);
export const clientFrame = z.discriminatedUnion("t", [
  /** The version of each stream that the client has. */
  z.strictObject({ t: z.literal("resume"), have: z.record(streamName, z.number().int().nonnegative()) }),
  /** Exact text of a SignedCommand and its signature. */
  z.strictObject({
    t: z.literal("command"),
    key: id128,
    command: z.string().max(longestFrame),
    signature: z.string().max(200),
  }),
  /** A private answer to a sealed yes: exact text of a SignedAnswer and its signature. */
  z.strictObject({ t: z.literal("answer"), key: id128, answer: z.string().max(2000), signature: z.string().max(200) }),
  /** What became of this key? */
  z.strictObject({ t: z.literal("ask"), key: id128 }),
]);
export type ClientFrame = z.infer<typeof clientFrame>;

/** What an answer's text is the compact JSON of, in this order of members; signed as the text of a command is. */
export const signedAnswer = z.strictObject({
  v: z.literal(1),
  negotiation: id128,
  stream: streamName,
  seat: id128,
  key: id128,
  call: z.string().min(1).max(128),
  saysYes: z.boolean(),
});
export type SignedAnswer = z.infer<typeof signedAnswer>;

export type HostFrame =
  /** After resume; `now`: the host's clock, so that a client whose own is wrong shows the right countdown. */
  | { readonly t: "welcome"; readonly seat: SeatId; readonly now: string; readonly streams: readonly StreamHere[] }
  | {
      readonly t: "entries";
      readonly stream: StreamId;
      readonly kind: StreamHere["kind"];
      readonly entries: readonly Entry[];
    }
  /** This seat sees the stream no more. */
  | { readonly t: "gone"; readonly stream: StreamId }
  | { readonly t: "done"; readonly key: string; readonly stream: StreamId; readonly version: number }
  | { readonly t: "refused"; readonly key: string; readonly rule: string; readonly message: string }
  /** The answer to `ask` when the key was never done: send it again. */
  | { readonly t: "not done"; readonly key: string }
  /** The seats of this negotiation that are connected: of the negotiation as a whole, never of one channel. */
  | { readonly t: "here"; readonly seats: readonly SeatId[] }
  /** Before the host closes the socket: why, and whether to come back. */
  | { readonly t: "bye"; readonly message: string; readonly again: boolean };

export type StreamHere = {
  readonly stream: StreamId;
  readonly kind: "hall" | "channel" | "delegation";
  readonly version: number;
};
