import type { PartyId } from "#model";

/** 128 random bits, hexadecimal. Random, so that it tells nothing about how many there are. */
export type SeatId = string;

/** Who sits together and shares one stream of its own: a party, or the people who run the talks. */
export type DelegationId = PartyId | "mediation" | "convening" | "observation" | "training";

export type SeatRole =
  | "negotiator"
  | "support"
  | "mandator"
  | "mediator"
  | "chair"
  | "observer"
  | "trainer"
  | "convenor";

/** Lowest first. */
export const levels = ["expert", "deputy", "minister", "head of government"] as const;
export type Level = (typeof levels)[number];

/** A place at the table: a delegation and a role in it. A person who has two roles holds two seats. */
export type Seat = {
  readonly id: SeatId;
  readonly delegation: DelegationId;
  readonly role: SeatRole;
  readonly level: Level;
  /** What the others read: "Ukraine, negotiator". */
  readonly name: string;
};

export function isAtLeast(level: Level, least: Level): boolean {
  return levels.indexOf(level) >= levels.indexOf(least);
}
