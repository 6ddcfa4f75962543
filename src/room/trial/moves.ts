import type { Choices, Settlement } from "#model";
import type { Result } from "#prelude";
import type { StreamId } from "../channel.ts";
import type { Command } from "../command.ts";
import type { OfferCondition, OfferId, OfferStatus } from "../offer.ts";
import type { Refusal } from "../refusal.ts";
import type { SeatId } from "../seat.ts";
import type { StreamAppend } from "../situation.ts";
import { done, type TrialRoom } from "./trial-room.ts";

/** Moves as trials write them. */
type Table = Extract<Command, { kind: "table" }>;

export function offer(id: OfferId, choices: Choices, more: Partial<Table> = {}): Table {
  return { kind: "table", as: "offer", offer: id, choices, conditions: [], ...more };
}

export function supposal(id: OfferId, choices: Choices, more: Partial<Table> = {}): Table {
  return offer(id, choices, { as: "supposal", ...more });
}

export function proposal(id: OfferId, choices: Choices, more: Partial<Table> = {}): Table {
  return offer(id, choices, { as: "proposal", ...more });
}

export function onlyIf(channel: StreamId, issue: string, ...options: string[]): OfferCondition {
  return { channel, issue, options };
}

export function said(plain: string): Command {
  return { kind: "say", words: { plain } };
}

export function accept(id: OfferId): Command {
  return { kind: "accept", offer: id };
}

export function reject(id: OfferId): Command {
  return { kind: "reject", offer: id, reasons: [] };
}

export function withdraw(id: OfferId): Command {
  return { kind: "withdraw", offer: id };
}

export function reopen(id: OfferId): Command {
  return { kind: "reopen", offer: id, reason: { plain: "new facts" } };
}

/** Tabled by the first of the seats and accepted by the others. */
export function agreed(room: TrialRoom, channel: StreamId, command: Table, ...seats: readonly SeatId[]): void {
  const [author = "", ...others] = seats;
  done(room.send(author, channel, command));
  for (const other of others) done(room.send(other, channel, accept(command.offer)));
  if (statusOf(room, channel, command.offer) !== "provisionally agreed")
    throw new Error(`${command.offer} is not agreed`);
}

export function statusOf(room: TrialRoom, channel: StreamId, id: OfferId): OfferStatus["kind"] | undefined {
  return room.channel(channel).offers.get(id)?.status.kind;
}

export function move(
  motion: string,
  settlement: Settlement,
  ...closes: readonly (readonly [StreamId, OfferId])[]
): Command {
  return {
    kind: "move adoption",
    motion,
    settlement,
    closes: closes.map(([channel, id]) => ({ channel, offer: id })),
  };
}

export function vote(motion: string, says: "yes" | "no" | "abstains" = "yes"): Command {
  return { kind: "vote", motion, says };
}

/** The number of the rule that stands against it; undefined if it was done. */
export function rule(outcome: Result<readonly StreamAppend[], Refusal>): string | undefined {
  return outcome.ok ? undefined : outcome.error.rule;
}

/** A back channel or caucus of these seats, convened by the first; its stream. */
export function secret(room: TrialRoom, kind: "back channel" | "caucus", ...members: readonly SeatId[]): StreamId {
  const [convening = ""] = members;
  const wordKeys = Object.fromEntries(members.map((member) => [member, `sealed to ${member}`]));
  const plan = { kind, name: `A ${kind}`, clusters: [], members, level: "expert" as const };
  const [append] = done(room.send(convening, "new", { kind: "convene", plan, wordKeys }));
  if (append === undefined) throw new Error("convening writes something");
  return append.stream;
}
