import type { Agenda, IssueId } from "#model";
import { isAcceptable } from "../deciding.ts";
import type { ChannelState } from "../state.ts";
import { type CompositionOptions, composeOf } from "./compose-of.ts";
import type { Composition, OfferRef } from "./composition.ts";

export type IfAccepted = {
  readonly composition: Composition;
  /** Offers that would be in a listed closed set and are in none now, the accepted one among them if it closes. */
  readonly closesToo: readonly OfferRef[];
  /** Issues that the only closed set would settle and the only closed set now does not; empty while there are several. */
  readonly settles: readonly IssueId[];
};

/**
 * What the composition would be if this live offer were provisionally agreed and all else stayed. Undefined when there is
 * no such offer to accept. Cost: one more composition.
 */
export function composeIfAccepted(
  agenda: Agenda,
  channels: readonly ChannelState[],
  { channel, offer }: OfferRef,
  options: CompositionOptions = {},
  now: Composition = composeOf(agenda, channels, options),
): IfAccepted | undefined {
  const stream = channels.find(({ plan }) => plan.id === channel);
  const tabled = stream?.offers.get(offer);
  const at = options.at ?? tabled?.offer.at;
  if (stream === undefined || stream.closed || tabled === undefined || at === undefined) return;
  if (!isAcceptable(tabled, at)) return;
  const offers = new Map(stream.offers).set(offer, { ...tabled, status: { kind: "provisionally agreed", at } });
  const composition = composeOf(
    agenda,
    channels.map((each) => (each === stream ? { ...stream, offers } : each)),
    options,
  );
  const before = closedOffers(now);
  const settled = now.closing.kind === "closes" ? now.closing.set.choices : {};
  const closing = composition.closing.kind === "closes" ? composition.closing.set.choices : {};
  return {
    composition,
    closesToo: [...closedOffers(composition)].filter(([key]) => !before.has(key)).map(([, ref]) => ref),
    settles: Object.keys(closing).filter((issue) => settled[issue] === undefined),
  };
}

function closedOffers({ closedSets }: Composition): ReadonlyMap<string, OfferRef> {
  const refs = closedSets.flatMap(({ offers }) => offers);
  return new Map(refs.map((ref) => [JSON.stringify([ref.channel, ref.offer]), ref]));
}
