import { memo } from "react";
import { type ChannelState, decidingDelegations, type OfferId, type TabledOffer } from "#room";
import { useWords } from "../../../words/words.tsx";
import { DelegationMark } from "../live/delegation-mark.tsx";
import { useDelegationName, useHall, useMe, useRoom } from "../live/live-room.tsx";
import { Moment } from "../live/moment.tsx";
import { usePapers } from "../live/use-papers.ts";
import { useWordsText } from "../talk/use-words-text.ts";
import { settledBy, useWhole } from "../whole/use-whole.tsx";
import type { ActRefused } from "./act-refused.ts";
import { ConditionList } from "./condition-list.tsx";
import { DiffList } from "./diff-list.tsx";
import { MyWorth } from "./my-worth.tsx";
import { OfferActions } from "./offer-actions.tsx";
import { worthOf } from "./worth.ts";

export type OfferCardProps = {
  readonly tabled: TabledOffer;
  readonly base?: TabledOffer | undefined;
  readonly plan: ChannelState["plan"];
  readonly counter: (offer: OfferId) => void;
  readonly tell: (refused: ActRefused | undefined) => void;
};

/** One offer: whose, what it chooses beside another, what it stands on, what it is to me, what I may do about it. */
export const OfferCard = memo(function OfferCard({ tabled, base, plan, counter, tell }: OfferCardProps) {
  const { offer, status } = tabled;
  const { agenda, session } = useRoom();
  const words = useWords();
  const hall = useHall();
  const me = useMe();
  const papers = usePapers();
  const { composition } = useWhole();
  const read = useWordsText(offer.channel);
  const isOpen = status.kind === "live" || status.kind === "provisionally agreed";
  const settled = settledBy(composition);
  const question = { agenda, papers, at: session.now(), level: me.level, settled };
  const worth = worthOf(question, offer.choices, base?.offer.choices);
  const baseName = base && words("room.offer.short", { kind: base.offer.kind, number: base.offer.number });
  const title = `offer-title-${offer.id}`;
  return (
    <article className="room-offer" id={`offer-${offer.id}`} aria-labelledby={title} data-status={status.kind}>
      <header>
        <h3 id={title}>
          {words("room.offer.title", { kind: offer.kind, number: offer.number })}{" "}
          <DelegationMark of={offer.delegation} />
        </h3>
        <p className="note">
          {hall.seats.get(offer.author)?.name} · <Moment at={offer.at} />
          {offer.until ? (
            <>
              {" · "}
              {words("room.offer.until")} <Moment at={offer.until} />
            </>
          ) : null}
        </p>
      </header>
      <Status tabled={tabled} plan={plan} />
      {offer.note ? <blockquote>{read(offer.note) ?? words("room.words.closed")}</blockquote> : null}
      <DiffList choices={offer.choices} {...(base && baseName ? { base: base.offer.choices, baseName } : {})} />
      <ConditionList
        offer={offer}
        isOpen={isOpen}
        base={base && baseName ? { offer: base.offer, name: baseName } : undefined}
      />
      {isOpen ? <MyWorth worth={worth} {...(baseName ? { changeFrom: baseName } : {})} /> : null}
      {isOpen ? <OfferActions tabled={tabled} plan={plan} counter={counter} tell={tell} /> : null}
    </article>
  );
});

function Status({
  tabled: { offer, status },
  plan,
}: {
  readonly tabled: TabledOffer;
  readonly plan: ChannelState["plan"];
}) {
  const { agenda, names, session } = useRoom();
  const words = useWords();
  const hall = useHall();
  const name = useDelegationName();
  const read = useWordsText(offer.channel);
  const listed = (delegations: readonly string[]) => delegations.map(name).join(", ");
  switch (status.kind) {
    case "live": {
      if (offer.kind === "supposal") return <p className="room-status">{words("room.status.supposal")}</p>;
      if (offer.until !== undefined && offer.until < session.now())
        return <p className="room-status">{words("room.status.over")}</p>;
      const deciding = decidingDelegations(agenda, hall, plan.members);
      const wanting = deciding.filter((one) => !status.acceptedBy.includes(one));
      return (
        <>
          <p className="room-status" data-is="live">
            {words("room.status.live", {
              by: status.acceptedBy.length > 0 ? listed(status.acceptedBy) : words("room.nobody"),
              wanting: wanting.length > 0 ? listed(wanting) : words("room.nobody"),
            })}
          </p>
          {status.rejectedBy.map(({ delegation, reasons }) => (
            <div key={delegation} className="room-rejected">
              <p>{words("room.status.rejected", { by: name(delegation) })}</p>
              <ul>
                {reasons.map(({ issue, words: why }, at) => (
                  <li key={`${issue ?? ""} ${at}`}>
                    {issue === undefined ? null : <strong>{names.issue(issue)}: </strong>}
                    {read(why) ?? words("room.words.closed")}
                  </li>
                ))}
              </ul>
            </div>
          ))}
        </>
      );
    }
    case "provisionally agreed":
      return (
        <p className="room-status" data-is="agreed">
          <span className="verdict verdict-yes">{words("room.status.agreed")}</span> <Moment at={status.at} />
        </p>
      );
    case "withdrawn":
      return <p className="room-status">{words("room.status.withdrawn")}</p>;
    case "countered":
      return <p className="room-status">{words("room.status.countered")}</p>;
    case "reopened":
      return (
        <p className="room-status">
          {words("room.status.reopened", { by: name(status.by) })} {read(status.reason) ?? words("room.words.closed")}
        </p>
      );
  }
}
