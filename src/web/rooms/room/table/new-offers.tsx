import { useEffect, useRef, useState } from "react";
import type { StreamId } from "#room";
import { useWords } from "../../../words/words.tsx";
import { useChannelPart, useDelegationName, useMe } from "../live/live-room.tsx";
import { type News, stillThere } from "./still-there.ts";

/** Tells who cannot see it that something new is on the table: offers alone, not each word. */
export function NewOffers({ stream }: { readonly stream: StreamId }) {
  const words = useWords();
  const name = useDelegationName();
  const me = useMe();
  const offers = useChannelPart(stream, (channel) => channel.offers);
  const calls = useChannelPart(stream, (channel) => channel.calls);
  const known = useRef({ offers: offers?.size ?? 0, calls: calls?.size ?? 0 });
  const [news, setNews] = useState<readonly News[]>([]);
  useEffect(() => {
    const added = [...(offers?.values() ?? [])].slice(known.current.offers).map(({ offer }) => offer);
    const called = (calls?.size ?? 0) > known.current.calls;
    known.current = { offers: offers?.size ?? 0, calls: calls?.size ?? 0 };
    const said = added.flatMap(({ id, delegation, kind, number }): readonly News[] =>
      delegation === me.delegation
        ? []
        : [{ offer: id, text: words("room.news.offer", { kind, number, by: name(delegation) }) }],
    );
    const told = called ? [...said, { text: words("room.news.call") }] : said;
    if (told.length > 0) setNews(told);
  }, [offers, calls, me.delegation, name, words]);
  return (
    <p className="unseen" role="status">
      {stillThere(news, offers)
        .map(({ text }) => text)
        .join(" ")}
    </p>
  );
}
