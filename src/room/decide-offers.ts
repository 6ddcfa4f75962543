import { err, ok } from "#prelude";
import type { ChannelCommand } from "./command.ts";
import { conditionMistake } from "./condition-mistake.ts";
import type { DecidedInChannel } from "./decide-channel.ts";
import { isInstant } from "./instant.ts";
import type { Offer, OfferId } from "./offer.ts";
import { packageMistake } from "./package-mistake.ts";
import { type Refusal, refuse } from "./refusal.ts";
import { isAtLeast, type SeatRole } from "./seat.ts";
import type { ChannelSituation } from "./situation.ts";
import type { SeatState } from "./state.ts";
import { unfitWords } from "./words.ts";

type Table = Extract<ChannelCommand, { kind: "table" }>;

const mayTable: Readonly<Record<Table["as"], readonly SeatRole[]>> = {
  offer: ["negotiator"],
  supposal: ["negotiator", "mediator", "chair"],
  proposal: ["mediator", "chair"],
};

/** Rules R3 and R4. */
export function table(situation: ChannelSituation, seat: SeatState, command: Table): DecidedInChannel {
  const { agenda, stream, address, at } = situation;
  const { plan } = stream;
  const mistake =
    unfitAuthor(seat, command, plan.level) ??
    packageMistake(agenda, plan, command.choices) ??
    conditionMistake(situation, command) ??
    unfitFrame(situation, command) ??
    unfitCounter(situation, seat, command);
  if (mistake !== undefined) return err(mistake);
  const { as, offer: id, choices, conditions, counters, note, until } = command;
  const offer: Offer = {
    id,
    number: stream.offers.size + 1,
    channel: address,
    author: seat.id,
    delegation: seat.delegation,
    kind: as,
    choices,
    conditions,
    ...(counters === undefined ? {} : { counters }),
    ...(note === undefined ? {} : { note }),
    at,
    ...(until === undefined ? {} : { until }),
  };
  return ok([{ kind: "tabled", offer }]);
}

function unfitAuthor(seat: SeatState, { as }: Table, level: SeatState["level"]): Refusal | undefined {
  if (!mayTable[as].includes(seat.role)) {
    const who = mayTable[as].map((role) => `a ${role}`).join(" or ");
    return { rule: "R3.1", message: `${as === "offer" ? "An" : "A"} ${as} is tabled by ${who}.` };
  }
  if (as === "offer" && !isAtLeast(seat.level, level)) {
    return {
      rule: "R8.2",
      message: `An offer is its author's acceptance, and this channel accepts at the level ${level} or above. A supposal needs no level.`,
    };
  }
}

function unfitFrame({ stream, at }: ChannelSituation, { offer, until, note }: Table): Refusal | undefined {
  if (stream.offers.has(offer)) return { rule: "R3.6", message: "This channel has an offer of that id already." };
  if (until !== undefined && (!isInstant(until) || until <= at)) {
    return { rule: "R3.8", message: `An offer stands until a moment later than now (${at}), written like it.` };
  }
  const unfit = note === undefined ? undefined : unfitWords(stream.plan.kind, note);
  return unfit === undefined ? undefined : { rule: "R1.10", message: unfit };
}

function unfitCounter({ stream }: ChannelSituation, seat: SeatState, { as, counters }: Table): Refusal | undefined {
  if (counters === undefined) return;
  const countered = stream.offers.get(counters);
  if (countered === undefined) return { rule: "R3.13", message: "This channel has no such offer." };
  const { number, kind, delegation } = countered.offer;
  if (countered.status.kind !== "live") {
    return { rule: "R3.9", message: `Offer ${number} is ${countered.status.kind}: there is nothing to counter.` };
  }
  if (delegation === seat.delegation) {
    return { rule: "R3.9", message: `Offer ${number} is your own delegation's: withdraw it instead.` };
  }
  if (as === "proposal" || (as === "supposal" && kind !== "supposal")) {
    return { rule: "R3.10", message: `A ${as} makes no ${kind} lapse: table it beside offer ${number}.` };
  }
}

/** Rule R3.12. */
export function withdraw({ stream }: ChannelSituation, seat: SeatState, id: OfferId): DecidedInChannel {
  const tabled = stream.offers.get(id);
  if (tabled === undefined) return refuse("R3.13", "This channel has no such offer.");
  const { number, delegation, kind } = tabled.offer;
  if (delegation !== seat.delegation || !mayTable[kind].includes(seat.role)) {
    return refuse("R3.12", `Offer ${number} is withdrawn by those of its own delegation who may table one.`);
  }
  if (tabled.status.kind !== "live") return refuse("R3.12", `Offer ${number} is ${tabled.status.kind} already.`);
  return ok([{ kind: "withdrawn", offer: id }]);
}
