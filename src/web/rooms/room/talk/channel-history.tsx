import { useState } from "react";
import type { StreamId } from "#room";
import type { Happened } from "#seat";
import { useWords } from "../../../words/words.tsx";
import { useEventWords } from "../../timeline/use-event-words.ts";
import { useHall, useLive } from "../live/live-room.tsx";
import { Moment } from "../live/moment.tsx";

const nothing: readonly Happened[] = [];

/** All that was done in a channel, newest first, each with its place in the record. */
export function ChannelHistory({ stream }: { readonly stream: StreamId }) {
  const words = useWords();
  const [open, setOpen] = useState(false);
  return (
    <details className="room-history" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{words("room.history")}</summary>
      {open ? <Entries stream={stream} /> : null}
    </details>
  );
}

function Entries({ stream }: { readonly stream: StreamId }) {
  const words = useWords();
  const say = useEventWords();
  const { seats } = useHall();
  const happened = useLive(({ streams }) => streams.happened.get(stream)) ?? nothing;
  return (
    <ol reversed>
      {happened.toReversed().map(({ version, at, author, events }) => (
        <li key={version} value={version}>
          <Moment at={at} />{" "}
          <span className="soft">
            {author === "host" ? words("room.history.host") : (seats.get(author)?.name ?? author)}
          </span>
          {events.map((event, index) => (
            <p key={`${version} ${index} ${event.kind}`}>{say(stream, event)}</p>
          ))}
        </li>
      ))}
    </ol>
  );
}
