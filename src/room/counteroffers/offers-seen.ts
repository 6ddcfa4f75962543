import type { Agenda } from "#model";
import { decidingDelegations } from "../deciding.ts";
import type { Instant } from "../instant.ts";
import type { Offer, OfferStatus } from "../offer.ts";
import type { DelegationId } from "../seat.ts";
import type { ChannelState, HallState } from "../state.ts";

/** An offer as one seat sees it, with who accepted it as far as the state of its channel tells. */
export type SeenOffer = {
  readonly offer: Offer;
  readonly status: OfferStatus;
  readonly channelName: string;
  /** All that decide there now, once it is provisionally agreed: the state does not keep who decided then. */
  readonly acceptedBy: readonly DelegationId[];
};

/** What is on the tables of these channels, in order of tabling; in one moment in the channels' order. */
export function offersSeen(agenda: Agenda, hall: HallState, channels: readonly ChannelState[]): readonly SeenOffer[] {
  const seen = channels.flatMap(({ plan, offers }) =>
    [...offers.values()].map(({ offer, status }) => ({
      offer,
      status,
      channelName: plan.name,
      acceptedBy:
        status.kind === "live"
          ? status.acceptedBy
          : status.kind === "provisionally agreed"
            ? [...new Set([offer.delegation, ...decidingDelegations(agenda, hall, plan.members)])]
            : [],
    })),
  );
  return seen.toSorted((a, b) => byInstant(a.offer.at, b.offer.at));
}

function byInstant(a: Instant, b: Instant): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
