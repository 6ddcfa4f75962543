import { ok } from "#prelude";
import type { ChannelCommand } from "./command.ts";
import type { DecidedInChannel } from "./decide-channel.ts";
import { agrees, decidingDelegations } from "./deciding.ts";
import type { ChannelEvent } from "./event.ts";
import { isPartys } from "./is-partys.ts";
import type { OfferId } from "./offer.ts";
import { refuse } from "./refusal.ts";
import { isAtLeast } from "./seat.ts";
import type { ChannelSituation } from "./situation.ts";
import type { SeatState } from "./state.ts";
import { unfitWords } from "./words.ts";

/** Rules R5.1 to R5.6 and R8.1: ad referendum, and agreed provisionally with the last one that was wanting. */
export function accept(situation: ChannelSituation, seat: SeatState, id: OfferId): DecidedInChannel {
  const { agenda, hall, stream, at } = situation;
  const tabled = stream.offers.get(id);
  if (tabled === undefined) return refuse("R3.13", "This channel has no such offer.");
  const { offer, status } = tabled;
  if (!isPartys(agenda, seat, "negotiator")) return refuse("R5.1", "An offer is accepted by a party's negotiator.");
  if (offer.kind === "supposal") return refuse("R5.3", `Number ${offer.number} is a supposal: it binds nobody.`);
  if (status.kind !== "live") return refuse("R5.2", `Offer ${offer.number} is ${status.kind}.`);
  if (offer.until !== undefined && at > offer.until) {
    return refuse("R5.2", `Offer ${offer.number} stood until ${offer.until}.`);
  }
  if (!isAtLeast(seat.level, stream.plan.level)) {
    return refuse(
      "R8.1",
      `This channel accepts at the level ${stream.plan.level} or above; your seat's is ${seat.level}.`,
    );
  }
  const deciding = decidingDelegations(agenda, hall, stream.plan.members);
  const already = status.acceptedBy.includes(seat.delegation);
  const agreed = agrees(deciding, already ? status.acceptedBy : [...status.acceptedBy, seat.delegation]);
  // said again it confirms: who decides has changed since, and nobody is left to wait for
  if (already && !agreed) return refuse("R5.5", `Your delegation has accepted offer ${offer.number} already.`);
  const accepted: ChannelEvent = { kind: "accepted", offer: id, delegation: seat.delegation };
  return ok(agreed ? [accepted, { kind: "provisionally agreed", offer: id }] : [accepted]);
}

/** Rules R5.7 and R5.8. */
export function reject(
  { agenda, stream }: ChannelSituation,
  seat: SeatState,
  { offer: id, reasons }: Extract<ChannelCommand, { kind: "reject" }>,
): DecidedInChannel {
  const tabled = stream.offers.get(id);
  if (tabled === undefined) return refuse("R3.13", "This channel has no such offer.");
  const { offer, status } = tabled;
  if (!isPartys(agenda, seat, "negotiator")) return refuse("R5.1", "An offer is rejected by a party's negotiator.");
  if (status.kind !== "live") return refuse("R5.7", `Offer ${offer.number} is ${status.kind}.`);
  if (offer.delegation === seat.delegation) {
    return refuse("R5.7", `Offer ${offer.number} is your own delegation's: withdraw it instead.`);
  }
  if (status.rejectedBy.some(({ delegation }) => delegation === seat.delegation)) {
    return refuse("R5.7", `Your delegation has rejected offer ${offer.number} already.`);
  }
  for (const { issue, words } of reasons) {
    if (issue !== undefined && !Object.hasOwn(offer.choices, issue)) {
      return refuse("R5.8", `Offer ${offer.number} does not decide ${issue}.`);
    }
    const unfit = unfitWords(stream.plan.kind, words);
    if (unfit !== undefined) return refuse("R1.10", unfit);
  }
  return ok([{ kind: "rejected", offer: id, delegation: seat.delegation, reasons }]);
}

/** Rules R5.9 and R5.10. */
export function reopen(
  { agenda, hall, stream, address, seenByAll }: ChannelSituation,
  seat: SeatState,
  { offer: id, reason }: Extract<ChannelCommand, { kind: "reopen" }>,
): DecidedInChannel {
  const tabled = stream.offers.get(id);
  if (tabled === undefined) return refuse("R3.13", "This channel has no such offer.");
  const { number } = tabled.offer;
  const decides = decidingDelegations(agenda, hall, stream.plan.members).includes(seat.delegation);
  if (seat.role !== "negotiator" || !decides) {
    return refuse("R5.9", `What is provisionally agreed is reopened by a negotiator of a party that decides here.`);
  }
  if (tabled.status.kind !== "provisionally agreed") {
    return refuse("R5.9", `Offer ${number} is ${tabled.status.kind}; only what is provisionally agreed is reopened.`);
  }
  const adopted = [...seenByAll.values()].some(({ motions }) => {
    return [...motions.values()].some(({ stage, closes }) => {
      if (stage === "moved" || stage === "fell" || stage === "reopened") return false;
      return closes.some((closed) => closed.channel === address && closed.offer === id);
    });
  });
  if (adopted) return refuse("R5.10", `Offer ${number} is part of an adopted settlement: reopen the settlement first.`);
  const unfit = unfitWords(stream.plan.kind, reason);
  if (unfit !== undefined) return refuse("R1.10", unfit);
  return ok([{ kind: "reopened", offer: id, delegation: seat.delegation, reason }]);
}
