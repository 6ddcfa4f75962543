import type { Agenda } from "#model";
import { type Random, type Result, seededRandom } from "#prelude";
import type { StreamId } from "../channel.ts";
import type { Command, OpenCommand, SeatKeys } from "../command.ts";
import { decide } from "../decide.ts";
import { decideForHost, type HostCommand } from "../decide-for-host.ts";
import type { Event } from "../event.ts";
import { evolveAll } from "../evolve.ts";
import type { Instant } from "../instant.ts";
import type { Refusal } from "../refusal.ts";
import type { Seat, SeatId } from "../seat.ts";
import type { Situation, StreamAppend } from "../situation.ts";
import { situationFor } from "../situation-for.ts";
import type { ChannelState, HallState, StreamState } from "../state.ts";
import { trialAgenda } from "./trial-agenda.ts";

/** An entry as the trial keeps it: what the record adds to it is not the rules' concern. */
export type TrialEntry = {
  readonly stream: StreamId;
  readonly version: number;
  readonly at: Instant;
  readonly events: readonly Event[];
};

type Outcome = Result<readonly StreamAppend[], Refusal>;

/** A negotiation in memory, to try rules on: no store, no signatures; a clock that is set by hand. */
export type TrialRoom = {
  readonly streams: Map<StreamId, StreamState>;
  readonly entries: TrialEntry[];
  clock: Instant;
  /** Where the ids of new streams come from. */
  ids: Random;
  /** As if the author had seen everything, unless `after` says how much. */
  readonly send: (author: SeatId, address: StreamId | "new", command: Command, after?: number) => Outcome;
  readonly asHost: (address: StreamId, command: HostCommand) => Outcome;
  readonly situation: (address: StreamId | "new") => Situation;
  readonly hall: () => HallState;
  readonly channel: (stream: StreamId) => ChannelState;
};

export const hallStream = "hall";
export const trialStart: Instant = "2026-11-23T13:00:00.000Z";

export const trialSeats: readonly Seat[] = [
  { id: "convenor", delegation: "convening", role: "convenor", level: "expert", name: "Convenor" },
  { id: "ua", delegation: "UA", role: "negotiator", level: "minister", name: "UA, negotiator" },
  { id: "ua-support", delegation: "UA", role: "support", level: "expert", name: "UA, support" },
  { id: "ua-mandator", delegation: "UA", role: "mandator", level: "head of government", name: "UA, mandator" },
  { id: "ru", delegation: "RU", role: "negotiator", level: "minister", name: "RU, negotiator" },
  { id: "us", delegation: "US", role: "negotiator", level: "minister", name: "US, negotiator" },
  { id: "eu", delegation: "EU", role: "negotiator", level: "deputy", name: "EU, negotiator" },
  { id: "mediator", delegation: "mediation", role: "mediator", level: "expert", name: "Mediator" },
  { id: "chair", delegation: "mediation", role: "chair", level: "expert", name: "Chair" },
  { id: "observer", delegation: "observation", role: "observer", level: "expert", name: "Observer" },
  { id: "trainer", delegation: "training", role: "trainer", level: "expert", name: "Trainer" },
];

/** Whoever sits in the plenary sits in the group on security as well, so that the plenary may close what that group agreed. */
const inPlenary: readonly SeatId[] = ["ua", "ua-mandator", "ru", "us", "eu", "mediator", "chair", "observer"];

export const trialOpening: OpenCommand = {
  kind: "open",
  title: "A trial",
  agenda: "a".repeat(64),
  seats: trialSeats,
  channels: [
    {
      id: "plenary",
      kind: "plenary",
      name: "Plenary",
      clusters: [],
      members: inPlenary,
      level: "deputy",
      chair: "chair",
    },
    {
      id: "security",
      kind: "working group",
      name: "Group on security",
      clusters: ["S"],
      members: [...inPlenary, "ua-support"],
      level: "deputy",
    },
    {
      id: "territory",
      kind: "working group",
      name: "Group on territory",
      clusters: ["T"],
      members: ["ua", "ru", "mediator"],
      level: "deputy",
    },
  ],
  procedure: {
    decision: { kind: "unanimity" },
    mayConvene: {
      "working group": ["convenor", "mediator"],
      "back channel": ["negotiator"],
      caucus: ["mediator", "negotiator"],
    },
    needs: { adopt: "deputy", initial: "deputy", sign: "minister" },
  },
  keys: trialKeys("convenor"),
};

/** Keys that differ from seat to seat and open nothing. */
export function trialKeys(seat: SeatId): SeatKeys {
  const digits = [...seat].map((letter) => (letter.codePointAt(0) ?? 0).toString(16).padStart(2, "0")).join("");
  return { signing: digits.padEnd(64, "1").slice(0, 64), sealing: digits.padEnd(64, "2").slice(0, 64) };
}

/** Opened, and every seat joined; `change` is laid over the opening. */
export function trialRoom(change: Partial<OpenCommand> = {}, { agenda = trialAgenda, seed = 1 } = {}): TrialRoom {
  const room = emptyRoom(agenda, seed);
  const opening = { ...trialOpening, ...change };
  done(room.send("convenor", hallStream, opening, 0));
  for (const { id, role } of opening.seats) {
    if (role !== "convenor") done(room.send(id, hallStream, { kind: "join", keys: trialKeys(id) }));
  }
  return room;
}

export function emptyRoom(agenda: Agenda = trialAgenda, seed = 1): TrialRoom {
  const streams = new Map<StreamId, StreamState>();
  const entries: TrialEntry[] = [];
  const room: TrialRoom = {
    streams,
    entries,
    clock: trialStart,
    ids: seededRandom(seed),
    situation: (address) => {
      const holding = { negotiation: "trial", agenda, hostKey: "f".repeat(64), hallStream, streams };
      return situationFor(holding, address, { at: room.clock, newId: () => randomId(room.ids), digestOf });
    },
    send: (author, address, command, after) => {
      const seen = address === "new" ? 0 : (streams.get(address)?.version ?? 0);
      return kept(decide(room.situation(address), author, after ?? seen, command));
    },
    asHost: (address, command) => kept(decideForHost(room.situation(address), command)),
    hall: () => {
      const hall = streams.get(hallStream);
      if (hall?.kind !== "hall") throw new Error("the trial is not open");
      return hall;
    },
    channel: (stream) => {
      const channel = streams.get(stream);
      if (channel?.kind !== "channel") throw new Error(`the trial has no channel ${stream}`);
      return channel;
    },
  };
  const kept = (outcome: Outcome): Outcome => {
    if (!outcome.ok) return outcome;
    for (const { stream, events } of outcome.value) {
      const before = streams.get(stream);
      const entry = { stream, version: (before?.version ?? 0) + 1, at: room.clock, events };
      entries.push(entry);
      streams.set(stream, evolveAll(before, events, entry));
    }
    return outcome;
  };
  return room;
}

/** What was done; throws if it was refused. */
export function done(outcome: Outcome): readonly StreamAppend[] {
  if (!outcome.ok) throw new Error(`refused under ${outcome.error.rule}: ${outcome.error.message}`);
  return outcome.value;
}

/** Stands for a hash: different texts, different digests. */
function digestOf(text: string): string {
  return `digest of ${text}`;
}

function randomId(random: Random): string {
  return Array.from({ length: 32 }, () => random.below(16).toString(16)).join("");
}
