import type { IssueId, OptionId } from "#model";
import type { Instant } from "../instant.ts";
import type { Offer, OfferCondition } from "../offer.ts";
import type { ChannelState } from "../state.ts";
import { add, type BitSet, emptySet, union, without } from "./bit-set.ts";
import type { ClosureProblem } from "./closed-parts.ts";
import type { OfferRef } from "./composition.ts";

/** The agreed and the live offers of the channels by number, agreed ones first, each in the channels' order, then as tabled. */
export type Table = {
  readonly offers: readonly Offer[];
  readonly refs: readonly OfferRef[];
  /** Numbers below this are provisionally agreed. */
  readonly agreed: number;
  readonly conflicts: readonly BitSet[];
  readonly needs: readonly (readonly BitSet[])[];
};

/** Supposals bind nobody, so that they are not among the live ones; nor is what is past its time, where `at` is given. */
export function tableOf(channels: readonly ChannelState[], at: Instant | undefined): Table {
  const agreed: Offer[] = [];
  const live: Offer[] = [];
  for (const { offers, closed } of channels) {
    for (const { offer, status } of offers.values()) {
      if (status.kind === "provisionally agreed") agreed.push(offer);
      if (status.kind !== "live" || offer.kind === "supposal" || closed) continue;
      if (at === undefined || offer.until === undefined || at <= offer.until) live.push(offer);
    }
  }
  const offers = [...agreed, ...live];
  return {
    offers,
    refs: offers.map(({ channel, id }) => ({ channel, offer: id })),
    agreed: agreed.length,
    ...relations(offers),
  };
}

/** The problem of these offers alone; numbers in `chosen` order. */
export function problemAmong({ offers }: Table, chosen: readonly number[]): ClosureProblem {
  return relations(chosen.map((offer) => offers[offer]!));
}

function relations(offers: readonly Offer[]): ClosureProblem {
  const size = offers.length;
  const settling = new Map<IssueId, BitSet>();
  const choosing = new Map<IssueId, Map<OptionId, BitSet>>();
  const inChannel = new Map<string, BitSet>();
  offers.forEach(({ channel, choices }, number) => {
    add(entry(inChannel, channel, size), number);
    for (const [issue, option] of Object.entries(choices)) {
      add(entry(settling, issue, size), number);
      const byOption = choosing.get(issue) ?? new Map<OptionId, BitSet>();
      choosing.set(issue, byOption);
      add(entry(byOption, option, size), number);
    }
  });
  const none = emptySet(size);
  const meeting = ({ channel, issue, options }: OfferCondition): BitSet => {
    const byOption = choosing.get(issue);
    const all = options.reduce((set, option) => union(set, byOption?.get(option) ?? none), none);
    const there = inChannel.get(channel) ?? none;
    return all.map((word, at) => word & there[at]!);
  };
  return {
    conflicts: offers.map(({ choices }) =>
      Object.entries(choices).reduce((against, [issue, option]) => {
        return union(against, without(settling.get(issue)!, choosing.get(issue)!.get(option)!));
      }, none),
    ),
    needs: offers.map(({ conditions }) => conditions.map(meeting)),
  };
}

function entry<Key>(sets: Map<Key, BitSet>, key: Key, size: number): BitSet {
  const set = sets.get(key) ?? emptySet(size);
  sets.set(key, set);
  return set;
}
