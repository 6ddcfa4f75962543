import type { Choices, Settlement } from "#model";
import type { Random } from "#prelude";
import type { StreamId } from "../channel.ts";
import type { Command } from "../command.ts";
import { issuesOf } from "../package-mistake.ts";
import { levels, type SeatId } from "../seat.ts";
import type { ChannelState } from "../state.ts";
import { trialAgenda } from "./trial-agenda.ts";
import { type TrialRoom, trialKeys } from "./trial-room.ts";

export type Move = {
  readonly author: SeatId;
  readonly address: StreamId | "new";
  readonly command: Command;
  readonly after: number;
};

/** Where a random move may go and what it may name beside what is there. */
export type Reach = { readonly addresses: readonly (StreamId | "new")[]; readonly names: readonly StreamId[] };

/** A move that may be valid, or wrong in any way: a wrong seat, a wrong stream, an old view, an unfit content. */
export function randomMove(room: TrialRoom, random: Random, reach: Reach): Move {
  const hall = room.hall();
  const seats = [...hall.seats.keys()];
  const address = one(random, reach.addresses);
  const stream = address === "new" ? undefined : room.streams.get(address);
  // mostly somebody who may be there, and mostly a negotiator, since most can be done by one
  const inside =
    stream?.kind === "channel" ? stream.plan.members : stream?.kind === "delegation" ? stream.members : seats;
  const usual = stream?.kind === "hall" ? "convenor" : "negotiator";
  const talking = inside.filter((seat) => hall.seats.get(seat)?.role === usual);
  const author = one(
    random,
    random.below(10) < 7 && talking.length > 0 ? talking : random.below(8) === 0 ? seats : inside,
  );
  const version = stream?.version ?? 0;
  const after = random.below(12) === 0 ? random.below(version + 2) : version;
  return { author, address, after, command: randomCommand(room, random, stream, address, reach.names, seats) };
}

function randomCommand(
  room: TrialRoom,
  random: Random,
  stream: ReturnType<TrialRoom["streams"]["get"]>,
  address: StreamId | "new",
  names: readonly StreamId[],
  seats: readonly SeatId[],
): Command {
  if (random.below(30) === 0) return hallCommand(random, seats);
  if (address === "new") return conveneCommand(random, seats);
  switch (stream?.kind) {
    case undefined:
    case "channel": {
      const inPlenary = stream?.plan.kind === "plenary" && random.below(2) === 0;
      return inPlenary ? plenaryCommand(room, random, stream, names) : channelCommand(random, stream, names, seats);
    }
    case "delegation":
      return {
        kind: "keep",
        what: one(random, ["sheet", "mandate", "note"] as const),
        sealed: one(random, ["", "c2VhbGVk"]),
      };
    case "hall":
      return hallCommand(random, seats);
  }
}

function hallCommand(random: Random, seats: readonly SeatId[]): Command {
  const seat = one(random, seats);
  switch (random.below(20)) {
    case 0:
      return random.below(3) > 0 ? { kind: "remove seat", seat } : { kind: "end", reason: "enough" };
    case 1:
      return { kind: "set deadline", deadline: one(random, [null, "2026-11-23T13:40:00.000Z"]) };
    case 2:
      return { kind: "join", keys: trialKeys(one(random, [...seats, ...seats.map((other) => `${other} anew`)])) };
    case 3:
      return { kind: "free seat", seat };
    default:
      return { kind: "set seat level", seat, level: one(random, levels) };
  }
}

function conveneCommand(random: Random, seats: readonly SeatId[]): Command {
  const kind = one(random, ["working group", "working group", "back channel", "caucus"] as const);
  const members = some(random, ["ua", "ru", "us", "mediator", ...some(random, seats)]);
  const wordKeys = kind === "working group" ? {} : Object.fromEntries(members.map((member) => [member, "sealed"]));
  const plan = {
    kind,
    name: "A channel",
    clusters: some(random, ["S", "T", "P"]),
    members,
    level: one(random, levels),
  };
  return { kind: "convene", plan, wordKeys };
}

function channelCommand(
  random: Random,
  stream: ChannelState | undefined,
  names: readonly StreamId[],
  seats: readonly SeatId[],
): Command {
  const offers = [...(stream?.offers.values() ?? [])];
  const live = offers.filter(({ status }) => status.kind === "live");
  const offer = one(random, random.below(10) === 0 ? offers : live)?.offer.id ?? "nothing";
  const words =
    stream?.plan.kind === "back channel" || stream?.plan.kind === "caucus" ? { sealed: "c2VhbGVk" } : { plain: "x" };
  const choices = randomChoices(random, stream);
  switch (random.below(20)) {
    case 0:
    case 1:
    case 2:
    case 3: {
      const conditions = random.below(3) > 0 ? [] : [condition(random, names)];
      const id = random.below(20) === 0 ? offer : `offer-${random.uint32()}`;
      const as = one(random, ["offer", "offer", "offer", "supposal", "proposal"] as const);
      const counters = random.below(4) === 0 && offers.length > 0 ? { counters: offer } : {};
      return { kind: "table", as, offer: id, choices, conditions, ...counters };
    }
    case 4:
      return { kind: "withdraw", offer };
    case 5:
      return { kind: "reject", offer, reasons: [{ words }] };
    case 6: {
      const agreed = offers.filter(({ status }) => status.kind === "provisionally agreed");
      return { kind: "reopen", offer: one(random, agreed)?.offer.id ?? offer, reason: words };
    }
    case 7:
      return { kind: "say", words };
    case 8:
      return { kind: "call sealed yes", call: `call-${random.below(9)}`, choices, until: "2026-11-23T18:00:00.000Z" };
    case 9:
      return random.below(4) > 0 ? { kind: "say", words } : { kind: "set level", level: one(random, levels) };
    case 10:
      return { kind: one(random, ["add member", "remove member"] as const), seat: one(random, seats) };
    case 11:
      return random.below(6) > 0 ? { kind: "say", words } : { kind: "close channel" };
    default:
      return { kind: "accept", offer };
  }
}

function plenaryCommand(room: TrialRoom, random: Random, plenary: ChannelState, names: readonly StreamId[]): Command {
  const motions = [...plenary.motions.values()];
  const last = motions.at(-1);
  const motion = random.below(10) === 0 ? (one(random, motions)?.motion ?? "none") : (last?.motion ?? "none");
  const digest = random.below(10) === 0 ? "other bytes" : (last?.digest ?? "none");
  if (random.below(20) === 0) return { kind: "reopen settlement", motion, reason: "new facts" };
  switch (last?.stage) {
    case "moved":
      return {
        kind: "vote",
        motion,
        says: one(random, ["yes", "yes", "yes", "yes", "yes", "no", "abstains"] as const),
      };
    case "adopted":
      return { kind: "initial", motion, digest, signature: "s" };
    case "initialled":
      return { kind: "sign", motion, digest, signature: "s" };
    case "signed":
      return { kind: "ratify", motion, digest, signature: "s" };
    default:
      return adoption(room, random, names, `motion-${random.below(50)}`);
  }
}

/** A settlement that mostly follows what is agreed where everybody sees it. */
function adoption(room: TrialRoom, random: Random, names: readonly StreamId[], motion: string): Command {
  const closes: { channel: StreamId; offer: string }[] = [];
  const settlement: Record<string, string> = { ...randomSettlement(random) };
  for (const channel of ["plenary", "security", ...names]) {
    const stream = room.streams.get(channel);
    if (stream?.kind !== "channel" || random.below(3) === 0) continue;
    for (const { offer, status } of stream.offers.values()) {
      if (status.kind !== "provisionally agreed" || random.below(2) === 0) continue;
      closes.push({ channel, offer: offer.id });
      Object.assign(settlement, offer.choices);
    }
  }
  return { kind: "move adoption", motion, settlement, closes };
}

function randomSettlement(random: Random): Settlement {
  return Object.fromEntries(trialAgenda.issues.map(({ id, options }) => [id, one(random, options).id]));
}

function randomChoices(random: Random, stream: ChannelState | undefined): Choices {
  const issues =
    stream === undefined || random.below(15) === 0 ? trialAgenda.issues : issuesOf(trialAgenda, stream.plan);
  return Object.fromEntries(some(random, issues).map(({ id, options }) => [id, one(random, options).id]));
}

function condition(random: Random, names: readonly StreamId[]) {
  const { id, options } = one(random, trialAgenda.issues);
  return { channel: one(random, names), issue: id, options: [one(random, options).id] };
}

/** Of an empty list, undefined: the caller says what then, where that can be. */
function one<T>(random: Random, of: readonly T[]): T {
  return of[random.below(Math.max(1, of.length))] as T;
}

function some<T>(random: Random, of: readonly T[]): readonly T[] {
  return [...new Set(of)].filter(() => random.below(3) > 0);
}
