import type { Choices, ClusterId } from "#model";
import type { ChannelState, Offer, OfferCondition, OfferStatus, TabledOffer } from "#room";

/** Builders for channels with offers on the table; everything not said takes the plainest default. */

export const agreed: OfferStatus = { kind: "provisionally agreed", at: "2026-01-02T00:00:00.000Z" };
export const live: OfferStatus = { kind: "live", acceptedBy: [], rejectedBy: [] };

export function minute(count: number): string {
  return new Date(Date.UTC(2026, 0, 1, 0, count)).toISOString();
}

export function provided(channel: string, issue: string, ...options: string[]): OfferCondition {
  return { channel, issue, options };
}

export function offer(
  channel: string,
  id: string,
  choices: Choices,
  more: Partial<Offer> & { readonly status?: OfferStatus } = {},
): TabledOffer {
  const { status = agreed, ...rest } = more;
  const plain: Offer = {
    id,
    number: 1,
    channel,
    author: "seat",
    delegation: "A",
    kind: "offer",
    choices,
    conditions: [],
    at: minute(0),
  };
  return { offer: { ...plain, ...rest }, status, version: 1 };
}

/** One channel for each one that the offers name, in the order of first naming. */
export function channelsWith(
  offers: readonly TabledOffer[],
  clusters: Readonly<Record<string, readonly ClusterId[]>> = {},
): readonly ChannelState[] {
  const names = [...new Set([...Object.keys(clusters), ...offers.map(({ offer: { channel } }) => channel)])];
  return names.map((id) => ({
    kind: "channel",
    version: 1,
    plan: { id, kind: "working group", name: id, clusters: clusters[id] ?? [], members: [], level: "expert" },
    wordKeys: {},
    wordKeysAt: {},
    closed: false,
    offers: new Map(
      offers
        .filter(({ offer: { channel } }) => channel === id)
        .map((each, at) => [each.offer.id, { ...each, offer: { ...each.offer, number: at + 1 } }]),
    ),
    tableVersion: 1,
    said: [],
    calls: new Map(),
    motions: new Map(),
    countersigned: new Map(),
  }));
}
