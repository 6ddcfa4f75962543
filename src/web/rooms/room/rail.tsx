import { Link } from "@tanstack/react-router";
import { memo } from "react";
import type { ChannelPlan, ChannelState } from "#room";
import { useWords } from "../../words/words.tsx";
import { useChannels, useHall, useLive, useMe, useRoom } from "./live/live-room.tsx";
import { useUnread } from "./live/use-unread.ts";

const kinds = ["plenary", "working group", "back channel", "caucus"] as const;

/** The ways of a room: the lobby, every channel that this seat sees, and its own papers. */
export function Rail() {
  const { negotiation, seat } = useRoom();
  const words = useWords();
  const hall = useHall();
  const me = useMe();
  const channels = useChannels();
  const own = useLive(({ streams }) => {
    for (const [stream, state] of streams.states) if (state.kind === "delegation") return stream;
    return undefined;
  });
  const hallStream = useLive(({ streams }) => streams.hallStream);
  const params = { negotiation, seat };
  const elsewhere = hall.channels.filter(({ id }) => !channels.some(({ plan }) => plan.id === id));
  return (
    <nav className="rail room-rail" aria-label={words("room.rail")}>
      <ul>
        <li>
          <Link to="/rooms/$negotiation/$seat" params={params} activeOptions={{ exact: true }}>
            {words("room.lobby")}
            {hallStream === undefined ? null : <Unread stream={hallStream} />}
          </Link>
        </li>
      </ul>
      {kinds.map((kind) => {
        // public ones as the hall has them, so that all seats have the same order
        const here = channels
          .filter(({ plan }) => plan.kind === kind)
          .sort((a, b) => placeOf(hall.channels, a) - placeOf(hall.channels, b));
        return here.length === 0 ? null : (
          <section key={kind}>
            {kind === "plenary" ? null : <h2>{words(`room.rail.${kind}`)}</h2>}
            <ul>
              {here.map((channel) => (
                <ChannelLink key={channel.plan.id} channel={channel} />
              ))}
            </ul>
          </section>
        );
      })}
      {elsewhere.length > 0 ? (
        <section>
          <h2>{words("room.rail.elsewhere")}</h2>
          <ul>
            {elsewhere.map(({ id, name }) => (
              <li key={id} className="soft">
                {name}
              </li>
            ))}
          </ul>
        </section>
      ) : null}
      <section>
        <h2>{words("room.rail.mine")}</h2>
        <ul>
          <li>
            <Link to="/rooms/$negotiation/$seat/mandate" params={params}>
              {words("room.delegation")}
              {own === undefined ? null : <Unread stream={own} />}
            </Link>
          </li>
          <RailLinks role={me.role} />
        </ul>
      </section>
    </nav>
  );
}

function placeOf(plans: readonly ChannelPlan[], { plan }: ChannelState): number {
  return plans.findIndex(({ id }) => id === plan.id);
}

/** Pages of others about the same room. */
function RailLinks({ role }: { readonly role: string }) {
  const { negotiation, seat } = useRoom();
  const words = useWords();
  const params = { negotiation, seat };
  return (
    <>
      {role === "mediator" || role === "chair" ? (
        <li>
          <Link to="/rooms/$negotiation/$seat/desk" params={params}>
            {words("room.rail.desk")}
          </Link>
        </li>
      ) : null}
      <li>
        <Link to="/rooms/$negotiation/$seat/timeline" params={params}>
          {words("room.rail.timeline")}
        </Link>
      </li>
      <li>
        <Link to="/rooms/$negotiation/$seat/record" params={params}>
          {words("room.rail.record")}
        </Link>
      </li>
      <li>
        <Link to="/rooms/$negotiation/$seat/debrief" params={params}>
          {words("room.rail.debrief")}
        </Link>
      </li>
    </>
  );
}

const ChannelLink = memo(function ChannelLink({ channel }: { readonly channel: ChannelState }) {
  const { negotiation, seat } = useRoom();
  const words = useWords();
  const { id, name } = channel.plan;
  return (
    <li>
      <Link to="/rooms/$negotiation/$seat/channel/$stream" params={{ negotiation, seat, stream: id }}>
        {name}
        {channel.closed ? <span className="soft"> {words("room.rail.closed")}</span> : null}
        <Unread stream={id} />
      </Link>
    </li>
  );
});

function Unread({ stream }: { readonly stream: string }) {
  const words = useWords();
  const count = useUnread(stream);
  if (count === 0) return null;
  return (
    <span className="room-unread">
      <span aria-hidden="true">{count}</span>
      <span className="unseen"> {words("room.unread", { count })}</span>
    </span>
  );
}
