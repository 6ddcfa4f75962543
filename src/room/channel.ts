import type { ClusterId } from "#model";
import type { Level, SeatId } from "./seat.ts";

/** 128 random bits, hexadecimal. */
export type StreamId = string;

/**
 * Plenary and working groups are named in the hall; that a bilateral back channel or a caucus exists is known to its
 * members only.
 */
export type ChannelKind = "plenary" | "working group" | "back channel" | "caucus";

/** A line of talk as it is convened. */
export type ChannelPlan = {
  readonly id: StreamId;
  readonly kind: ChannelKind;
  readonly name: string;
  /** The clusters whose issues may be tabled here; empty: every issue. */
  readonly clusters: readonly ClusterId[];
  readonly members: readonly SeatId[];
  /** The least level at which its members accept here. */
  readonly level: Level;
  readonly chair?: SeatId;
};

export function isPublic(kind: ChannelKind): boolean {
  return kind === "plenary" || kind === "working group";
}
