import type { OfferId, TabledOffer } from "#room";

/** Something that was announced; `offer`: that it is about this one. */
export type News = { readonly offer?: OfferId; readonly text: string };

/** Without what was announced of an offer that has left the table since: who reads on must not come upon it as new. */
export function stillThere(
  news: readonly News[],
  offers: ReadonlyMap<OfferId, Pick<TabledOffer, "status">> | undefined,
): readonly News[] {
  return news.filter(({ offer }) => {
    if (offer === undefined) return true;
    const kind = offers?.get(offer)?.status.kind;
    return kind === "live" || kind === "provisionally agreed";
  });
}
