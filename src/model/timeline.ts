import type { Day } from "#prelude";
import type { PartyId } from "./party.ts";
import type { SourceId } from "./source.ts";

/** A line of talk and the dated sessions it held. */
export type Channel = {
  readonly id: string;
  readonly name: string;
  readonly sessions: readonly Session[];
  readonly note?: string;
};

export type Session = {
  readonly date: Day;
  readonly present: readonly PartyId[];
  /** Expert, deputy, minister, head of government. */
  readonly level?: string;
  readonly note?: string;
  readonly sources: readonly SourceId[];
};

export type TimelineEvent = {
  readonly id: string;
  readonly date: Day;
  readonly what: string;
  readonly sources: readonly SourceId[];
};
