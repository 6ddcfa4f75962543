import type { DelegationId, TabledOffer } from "#room";

/** With what an offer is compared: what the other side had last put there, or what my own side had. */
export type Against = "other" | "mine";

/**
 * The offer that another one is laid beside. Of the other side: the one that it counters, else the last tabled before it by
 * another delegation. Of mine: the last of my delegation, before it if it is mine too.
 * @param offers  of one channel, in order of tabling.
 */
export function baseOffer(
  offers: readonly TabledOffer[],
  { offer }: TabledOffer,
  against: Against,
  mine: DelegationId,
): TabledOffer | undefined {
  const others = offers.filter((each) => each.offer.id !== offer.id);
  const before = others.filter((each) => each.offer.number < offer.number);
  if (against === "mine") {
    const from = offer.delegation === mine ? before : others;
    return from.findLast((each) => each.offer.delegation === mine);
  }
  const countered = others.find((each) => each.offer.id === offer.counters);
  return countered ?? before.findLast((each) => each.offer.delegation !== offer.delegation);
}
