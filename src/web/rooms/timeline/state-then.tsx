import type { ChannelState, Composition, OfferStatus, StreamId } from "#room";
import { Scroll } from "../../parts/scroll.tsx";
import { useWords } from "../../words/words.tsx";
import { useRoom } from "../room/live/live-room.tsx";

/** Every channel with what was on its table, and what was agreed amounted to, at one moment of the replay. */
export function StateThen({
  channels,
  composition,
  touched,
}: {
  readonly channels: readonly ChannelState[];
  readonly composition: Composition;
  readonly touched: StreamId | undefined;
}) {
  const words = useWords();
  const { closing, circles, waiting } = composition;
  if (channels.length === 0) return <p className="note">{words("room-timeline.then.nothing")}</p>;
  return (
    <>
      <p>
        <strong>
          {closing.kind === "several"
            ? words("room-timeline.closing.several", { count: closing.count })
            : closing.kind === "closes"
              ? words("room-timeline.closing.closes", {
                  settled: Object.keys(closing.set.choices).length,
                  open: closing.set.open.length,
                })
              : words(`room-timeline.closing.${closing.kind === "breaks rules" ? "breaks" : closing.kind}`)}
        </strong>{" "}
        {words("room-timeline.closing.rest", {
          waiting: waiting.length,
          circles: circles.filter(({ closed }) => !closed).length,
        })}
      </p>
      <Scroll label={words("room-timeline.then")}>
        <table className="room-timeline-then">
          <caption>{words("room-timeline.then")}</caption>
          <thead>
            <tr>
              {(["channel", "live", "agreed", "gone", "words"] as const).map((column) => (
                <th key={column} scope="col" className={column === "words" ? "number" : undefined}>
                  {words(`room-timeline.then.${column}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {channels.map((channel) => (
              <ChannelThen key={channel.plan.id} channel={channel} isTouched={channel.plan.id === touched} />
            ))}
          </tbody>
        </table>
      </Scroll>
    </>
  );
}

function ChannelThen({ channel, isTouched }: { readonly channel: ChannelState; readonly isTouched: boolean }) {
  const words = useWords();
  const { plan, offers, said, motions, closed } = channel;
  const motion = [...motions.values()].at(-1);
  return (
    <tr data-touched={isTouched ? "yes" : undefined}>
      <th scope="row">
        <bdi>{plan.name}</bdi>
        {closed ? <span className="small soft"> {words("room-timeline.then.closed")}</span> : null}
        {motion ? <span className="small soft"> {words(`room-timeline.stage.${motion.stage}`)}</span> : null}
      </th>
      <td>
        <Offers of={channel} are={["live"]} />
      </td>
      <td>
        <Offers of={channel} are={["provisionally agreed"]} />
      </td>
      <td className="number">{[...offers.values()].filter(({ status }) => gone.includes(status.kind)).length}</td>
      <td className="number">{said.length}</td>
    </tr>
  );
}

const gone: readonly OfferStatus["kind"][] = ["withdrawn", "countered", "reopened"];

function Offers({ of, are }: { readonly of: ChannelState; readonly are: readonly OfferStatus["kind"][] }) {
  const { names } = useRoom();
  const words = useWords();
  const found = [...of.offers.values()].filter(({ status }) => are.includes(status.kind));
  if (found.length === 0) return <span aria-hidden="true">–</span>;
  return (
    <ul className="room-timeline-offers">
      {found.map(({ offer }) => (
        <li key={offer.id}>
          <strong>{words("room-timeline.offer", { kind: offer.kind, number: offer.number })}</strong>{" "}
          <span className="small">
            {Object.entries(offer.choices)
              .map(([issue, option]) => `${names.issue(issue)}: ${names.option(issue, option)}`)
              .join("; ")}
            {offer.conditions.length > 0
              ? ` ${words("room-timeline.then.conditions", { count: offer.conditions.length })}`
              : ""}
          </span>
        </li>
      ))}
    </ul>
  );
}
