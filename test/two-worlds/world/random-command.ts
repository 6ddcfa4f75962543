import type { Agenda, Choices } from "#model";
import type { Random } from "#prelude";
import { countersign, signSettlement } from "#record";
import {
  type ChannelState,
  type Command,
  type HallState,
  issuesOf,
  levels,
  type StreamId,
  settlementTextOf,
  type Words,
} from "#room";
import type { People, SeatName } from "./seats.ts";

export type Drawing = {
  readonly random: Random;
  readonly agenda: Agenda;
  readonly people: People;
  readonly negotiation: string;
  readonly second: number;
  readonly hall: HallState;
  /** Public channels, which a condition may name. */
  readonly named: readonly (readonly [StreamId, ChannelState])[];
  readonly headOf: (stream: StreamId, version: number) => string;
  readonly momentIn: (seconds: number) => string;
};

/** Few names, so that two channels often have the same one. */
export const channelNames = ["Bridge", "Lake", "Garden"] as const;

/** Something that may be done in a channel; mostly by somebody who may. */
export function channelCommand(
  drawing: Drawing,
  as: SeatName,
  stream: StreamId,
  channel: ChannelState,
  words: (text: string) => Words,
): Command {
  const { random, people, headOf } = drawing;
  const offers = [...channel.offers.values()];
  const live = offers.filter(({ status }) => status.kind === "live");
  const agreed = offers.filter(({ status }) => status.kind === "provisionally agreed");
  const offer = one(random, random.below(8) === 0 ? offers : live)?.offer.id ?? "nothing";
  const text = words(`word ${random.below(1000)}`);
  if (channel.plan.kind === "plenary" && random.below(2) === 0) return plenaryCommand(drawing, as, channel);
  const drawn = random.below(18);
  switch (live.length === 0 && drawn > 12 ? 0 : drawn) {
    case 0:
    case 1:
    case 2:
    case 3:
      return {
        kind: "table",
        as:
          people.seat(as).role === "mediator"
            ? "proposal"
            : one(random, ["offer", "offer", "offer", "supposal"] as const)!,
        offer: random.below(15) === 0 ? offer : `offer ${random.below(1_000_000)}`,
        choices: randomChoices(drawing, channel),
        conditions: random.below(3) === 0 ? [condition(drawing)] : [],
        ...(random.below(4) === 0 && live.length > 0 ? { counters: offer } : {}),
        ...(random.below(4) === 0 ? { note: text } : {}),
      };
    case 4:
      return { kind: "withdraw", offer };
    case 5:
      return { kind: "reject", offer, reasons: [{ words: text }] };
    case 6:
      return { kind: "reopen", offer: one(random, agreed)?.offer.id ?? offer, reason: text };
    case 7:
      return { kind: "set level", level: one(random, levels)! };
    case 8: {
      const version = Math.max(1, channel.version - random.below(2));
      const head = headOf(stream, version);
      const { negotiation } = drawing;
      const signature = countersign({ negotiation, stream, version, head }, people.keys(as).sign);
      return { kind: "countersign", version, head, signature };
    }
    case 9: {
      const seat = people.seat(one(random, people.names)!).id;
      return random.below(2) === 0 ? { kind: "add member", seat } : { kind: "remove member", seat };
    }
    case 10:
    case 11:
    case 12:
      return { kind: "say", words: text };
    default:
      return { kind: "accept", offer };
  }
}

function plenaryCommand(drawing: Drawing, as: SeatName, plenary: ChannelState): Command {
  const { random, agenda, people, negotiation, hall } = drawing;
  const last = [...plenary.motions.values()].at(-1);
  const motion = last?.motion ?? "none";
  const signed = (kind: "initial" | "sign" | "ratify"): Command => {
    const text = last ? settlementTextOf({ negotiation, agenda, hall }, last) : "";
    const signature = signSettlement({ act: kind, negotiation, motion, text }, people.keys(as).sign);
    return { kind, motion, digest: last?.digest ?? "0".repeat(64), signature };
  };
  switch (last?.stage) {
    case "moved":
      return { kind: "vote", motion, says: one(random, ["yes", "yes", "yes", "yes", "no", "abstains"] as const)! };
    case "adopted":
      return signed("initial");
    case "initialled":
      return random.below(4) === 0 ? { kind: "reopen settlement", motion, reason: "new facts" } : signed("sign");
    case "signed":
      return signed("ratify");
    default:
      return adoption(drawing);
  }
}

function adoption({ random, agenda, named }: Drawing): Command {
  const closes: { channel: StreamId; offer: string }[] = [];
  const settlement: Record<string, string> = {};
  for (const { id, options } of agenda.issues) settlement[id] = one(random, options)!.id;
  for (const [channel, { offers }] of named) {
    for (const { offer, status } of offers.values()) {
      if (status.kind !== "provisionally agreed" || random.below(3) === 0) continue;
      closes.push({ channel, offer: offer.id });
      Object.assign(settlement, offer.choices);
    }
  }
  return { kind: "move adoption", motion: `motion ${random.below(100_000)}`, settlement, closes };
}

export function randomChoices({ random, agenda }: Drawing, channel: ChannelState): Choices {
  const issues = issuesOf(agenda, channel.plan);
  const some = issues.filter(() => random.below(2) === 0);
  return Object.fromEntries(some.map(({ id, options }) => [id, one(random, options)!.id]));
}

function condition({ random, agenda, named }: Drawing) {
  const { id, options } = one(random, agenda.issues)!;
  return { channel: one(random, named)?.[0] ?? "none", issue: id, options: [one(random, options)!.id] };
}

export function one<Value>(random: Random, of: readonly Value[]): Value | undefined {
  return of[random.below(Math.max(1, of.length))];
}
