import { useMemo, useState } from "react";
import type { Choices } from "#model";
import type { ChannelState, OfferId, TabledOffer } from "#room";
import { useWords } from "../../../words/words.tsx";
import { useMe } from "../live/live-room.tsx";
import { type Against, baseOffer } from "./base-offer.ts";
import { CounteroffersPanel } from "./counteroffers-panel.tsx";
import { OfferCard } from "./offer-card.tsx";

type TableProps = {
  readonly channel: ChannelState;
  readonly counter: (offer: OfferId) => void;
  readonly take: (choices: Choices, counters: TabledOffer) => void;
};

/** What is on the table of a channel: live offers newest first, then what is agreed, then what lapsed. */
export function Table({ channel, counter, take }: TableProps) {
  const words = useWords();
  const me = useMe();
  const [against, setAgainst] = useState<Against>("other");
  const [showLapsed, setShowLapsed] = useState(false);
  const offers = useMemo(() => [...channel.offers.values()], [channel.offers]);
  const newestFirst = offers.toReversed();
  const live = newestFirst.filter(({ status }) => status.kind === "live");
  const agreed = newestFirst.filter(({ status }) => status.kind === "provisionally agreed");
  const lapsed = newestFirst.filter(({ status }) => !["live", "provisionally agreed"].includes(status.kind));
  const lastOfOthers = live.find(({ offer }) => offer.delegation !== me.delegation && offer.kind !== "supposal");
  const card = (tabled: TabledOffer) => (
    <OfferCard
      key={tabled.offer.id}
      tabled={tabled}
      base={baseOffer(offers, tabled, against, me.delegation)}
      plan={channel.plan}
      counter={counter}
    />
  );
  return (
    <section className="room-table" aria-labelledby="room-table-title">
      <div className="room-table-head">
        <h2 id="room-table-title">{words("room.table")}</h2>
        {offers.length > 1 ? (
          <label>
            {words("room.table.against")}{" "}
            <select value={against} onChange={({ target }) => setAgainst(target.value === "mine" ? "mine" : "other")}>
              <option value="other">{words("room.table.against.other")}</option>
              <option value="mine">{words("room.table.against.mine")}</option>
            </select>
          </label>
        ) : null}
      </div>
      {live.length === 0 ? <p className="note">{words("room.table.empty")}</p> : live.map(card)}
      {lastOfOthers && me.role === "negotiator" ? (
        <CounteroffersPanel channel={channel} last={lastOfOthers} take={take} />
      ) : null}
      {agreed.length > 0 ? (
        <>
          <h2>{words("room.table.agreed")}</h2>
          {agreed.map(card)}
        </>
      ) : null}
      {lapsed.length > 0 ? (
        <details onToggle={(event) => setShowLapsed(event.currentTarget.open)}>
          <summary>{words("room.table.lapsed", { count: lapsed.length })}</summary>
          {showLapsed ? lapsed.map(card) : null}
        </details>
      ) : null}
    </section>
  );
}
