import { useMemo, useState } from "react";
import type { Choices } from "#model";
import type { ChannelState, OfferId, TabledOffer } from "#room";
import { useWords } from "../../../words/words.tsx";
import { useMe } from "../live/live-room.tsx";
import { RefusalText } from "../live/refused.tsx";
import type { ActRefused } from "./act-refused.ts";
import { type Against, baseOffer } from "./base-offer.ts";
import { CounteroffersPanel } from "./counteroffers-panel.tsx";
import { tableTitle } from "./focus-table.ts";
import { OfferCard } from "./offer-card.tsx";
import "./table.css";

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
  const [told, setTold] = useState<ActRefused>();
  const offers = useMemo(() => [...channel.offers.values()], [channel.offers]);
  const newestFirst = offers.toReversed();
  const live = newestFirst.filter(({ status }) => status.kind === "live");
  const agreed = newestFirst.filter(({ status }) => status.kind === "provisionally agreed");
  const lapsed = newestFirst.filter(({ status }) => !["live", "provisionally agreed"].includes(status.kind));
  // while the offer's card stands the card says it; the card goes with its offer, and what was refused must not
  const isCardThere = [...live, ...agreed].some(({ offer }) => offer.id === told?.offer.id);
  const lastOfOthers = live.find(({ offer }) => offer.delegation !== me.delegation && offer.kind !== "supposal");
  const card = (tabled: TabledOffer) => (
    <OfferCard
      key={tabled.offer.id}
      tabled={tabled}
      base={baseOffer(offers, tabled, against, me.delegation)}
      plan={channel.plan}
      counter={counter}
      tell={setTold}
    />
  );
  return (
    <section className="room-table" aria-labelledby={tableTitle}>
      {told && !isCardThere ? (
        <div className="room-told">
          <p>
            {words(`room-moves.refused.${told.act}`, {
              offer: words("room.offer.short", { kind: told.offer.kind, number: told.offer.number }),
            })}
          </p>
          <RefusalText rule={told.rule} message={told.message} />
          <button type="button" className="quiet" onClick={() => setTold(undefined)}>
            {words("room-moves.refused.seen")}
          </button>
        </div>
      ) : null}
      <div className="room-table-head">
        <h2 id={tableTitle} tabIndex={-1}>
          {words("room.table")}
        </h2>
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
