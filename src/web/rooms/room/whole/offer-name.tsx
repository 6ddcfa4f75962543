import { Link } from "@tanstack/react-router";
import { useCallback } from "react";
import type { OfferRef } from "#room";
import { useWords } from "../../../words/words.tsx";
import { channelOf, useRoom } from "../live/live-room.tsx";

/** "offer 2 in Territory": an offer by its number, which counts in its channel alone. */
export function useOfferName(): (ref: OfferRef) => string {
  const { session } = useRoom();
  const words = useWords();
  return useCallback(
    ({ channel, offer }) => {
      const state = channelOf(session.snapshot().streams.states.get(channel));
      const tabled = state?.offers.get(offer)?.offer;
      if (!state || !tabled) return words("room.offer.unknown");
      return words("room.offer.in", { kind: tabled.kind, number: tabled.number, channel: state.plan.name });
    },
    [session, words],
  );
}

/** The same as a way there. */
export function OfferLink({ of }: { readonly of: OfferRef }) {
  const { negotiation, seat } = useRoom();
  const name = useOfferName();
  return (
    <Link
      to="/rooms/$negotiation/$seat/channel/$stream"
      params={{ negotiation, seat, stream: of.channel }}
      hash={`offer-${of.offer}`}
    >
      {name(of)}
    </Link>
  );
}

export function OfferLinks({ of }: { readonly of: readonly OfferRef[] }) {
  return of.map((ref, at) => (
    <span key={`${ref.channel} ${ref.offer}`}>
      {at > 0 ? ", " : ""}
      <OfferLink of={ref} />
    </span>
  ));
}
