import { useParams } from "@tanstack/react-router";
import { useCallback, useEffect, useMemo, useRef, useState } from "react";
import type { Choices } from "#model";
import type { ChannelState, OfferId, StreamId, TabledOffer } from "#room";
import { PageTitle } from "../../frame/page-title.tsx";
import { useWords } from "../../words/words.tsx";
import { ChannelFoot } from "./channel-foot.tsx";
import { Composer } from "./compose/composer.tsx";
import { counterTo, type DraftOffer, draftName, emptyOffer, isBegun, kindsFor } from "./compose/offer-draft.ts";
import { useChannels, useHall, useMe, useTable } from "./live/live-room.tsx";
import { useDraft } from "./live/use-draft.ts";
import { useShutOut } from "./live/use-shut-out.ts";
import { useReading } from "./live/use-unread.ts";
import { Ladder } from "./plenary/ladder.tsx";
import { baseOffer } from "./table/base-offer.ts";
import { NewOffers } from "./table/new-offers.tsx";
import { Table } from "./table/table.tsx";
import { ChannelHistory } from "./talk/channel-history.tsx";
import { SealedYesCalls } from "./talk/sealed-yes.tsx";
import { WordsPanel } from "./talk/words-panel.tsx";
import { adoptedIn, mayBeReopened } from "./whole/adopted-motion.ts";
import { AdoptedNote } from "./whole/adopted-whole.tsx";

/** One line of talk: its table, what is said, and the box to compose an offer in. */
export function ChannelPage() {
  const { stream } = useParams({ from: "/rooms/$negotiation/$seat/channel/$stream" });
  const words = useWords();
  const channel = useTable(stream);
  if (!channel)
    return (
      <>
        <h1>{words("room.channel.unseen")}</h1>
        <p>{words("room.channel.unseen.detail")}</p>
      </>
    );
  return (
    <>
      <Reading stream={stream} />
      <Open key={stream} stream={stream} channel={channel} />
    </>
  );
}

/** By itself, since it follows every entry. */
function Reading({ stream }: { readonly stream: StreamId }) {
  useReading(stream);
  return null;
}

function Open({ stream, channel }: { readonly stream: StreamId; readonly channel: ChannelState }) {
  const words = useWords();
  const hall = useHall();
  const me = useMe();
  const { plan } = channel;
  const kinds = kindsFor(me.role);
  const [draft, setDraft] = useDraft<DraftOffer>(draftName(stream), emptyOffer(kinds[0] ?? "offer"));
  const place = useRef<HTMLDivElement>(null);
  const [composing, setComposing] = useState(0); // how often it was asked for; 0: not open unless something is begun
  const goToComposer = useCallback(() => setComposing((before) => before + 1), []);
  useEffect(() => {
    if (composing === 0) return;
    place.current?.querySelector<HTMLElement>(".room-composer-title")?.focus({ preventScroll: true });
    place.current?.scrollIntoView({ block: "start" });
  }, [composing]);
  const offers = useMemo(() => [...channel.offers.values()], [channel.offers]);
  const base = useMemo(() => {
    const countered = offers.find(({ offer }) => offer.id === draft.counters);
    return (
      countered ??
      offers.findLast(({ offer }) => offer.delegation !== me.delegation) ??
      baseOfAll(offers, me.delegation)
    );
  }, [offers, draft.counters, me.delegation]);
  const { role } = me;
  const counter = useCallback(
    (id: OfferId) => {
      const offer = channel.offers.get(id)?.offer;
      if (!offer) return;
      setDraft(counterTo(offer, kindsFor(role)));
      goToComposer();
    },
    [channel.offers, setDraft, role, goToComposer],
  );
  const take = useCallback(
    (choices: Choices, { offer }: TabledOffer) => {
      setDraft({ ...counterTo(offer, kindsFor(role)), choices });
      goToComposer();
    },
    [setDraft, role, goToComposer],
  );
  const shutOut = useShutOut();
  const channels = useChannels();
  const adopted = useMemo(() => adoptedIn(channels), [channels]);
  const members = plan.members.flatMap((member) => hall.seats.get(member)?.name ?? []);
  return (
    <>
      <PageTitle parts={[plan.name, hall.title]} />
      <header>
        <p className="room-kind">{words(`room.channel.${plan.kind}`)}</p>
        <h1>{plan.name}</h1>
        <p className="note">
          {words("room.channel.about", { members: members.join("; "), level: plan.level })}
          {channel.closed ? ` ${words("room.channel.closed")}` : ""}
        </p>
      </header>
      <fieldset className="room-acting" role="presentation" disabled={shutOut}>
        <NewOffers stream={stream} />
        {plan.kind === "plenary" ? <Ladder channel={channel} /> : null}
        {adopted ? <AdoptedNote adopted={adopted} /> : null}
        <SealedYesCalls channel={channel} />
        <Table channel={channel} counter={counter} take={take} />
        <div ref={place}>
          {shutOut || kinds.length === 0 || channel.closed || hall.ended ? null : composing > 0 || isBegun(draft) ? (
            <Composer
              channel={channel}
              draft={draft}
              change={(next) => {
                setDraft(next);
                if (next === undefined) setComposing(0);
              }}
              base={base}
            />
          ) : adopted && !mayBeReopened(adopted) ? null : (
            <p className="room-compose-open">
              <button type="button" className={adopted ? "quiet" : "primary"} onClick={goToComposer}>
                {words(`room-moves.compose.begin.${kinds[0] ?? "offer"}`)}
              </button>
            </p>
          )}
        </div>
        <WordsPanel plan={plan} />
        <ChannelHistory stream={stream} />
        <ChannelFoot channel={channel} />
      </fieldset>
    </>
  );
}

/** With nothing of the others there: my own last. */
function baseOfAll(offers: readonly TabledOffer[], mine: string): TabledOffer | undefined {
  const last = offers.at(-1);
  return last && baseOffer(offers, last, "other", mine);
}
