import { useMemo } from "react";
import { Scroll } from "../../parts/scroll.tsx";
import { useWords } from "../../words/words.tsx";
import { useHall, useLive } from "../room/live/live-room.tsx";
import { MomentTime } from "../timeline/moment-time.tsx";
import { useStreamName } from "../timeline/use-stream-name.ts";
import { heldStreams } from "./held-streams.ts";

export function HeldStreams() {
  const words = useWords();
  const hall = useHall();
  const streams = useLive((snapshot) => snapshot.streams);
  const streamName = useStreamName();
  const held = useMemo(() => heldStreams(streams, hall), [streams, hall]);
  const name = (seat: string): string => hall.seats.get(seat)?.name ?? seat;
  return (
    <Scroll label={words("record.table")}>
      <table className="record-table">
        <caption>{words("record.table")}</caption>
        <thead>
          <tr>
            <th scope="col">{words("record.stream")}</th>
            <th scope="col" className="number">
              {words("record.entries")}
            </th>
            <th scope="col">{words("record.last")}</th>
            <th scope="col">{words("record.signed-by")}</th>
            <th scope="col">{words("record.witnesses")}</th>
            <th scope="col">{words("record.head")}</th>
          </tr>
        </thead>
        <tbody>
          {held.map(({ stream, entries, head, last, authors, byHost, witnesses }) => (
            <tr key={stream}>
              <th scope="row">
                <bdi>{streamName(stream)}</bdi>
              </th>
              <td className="number">{entries}</td>
              <td>{last === undefined ? null : <MomentTime at={last} />}</td>
              <td>
                <ul className="record-seats">
                  {authors.map((author) => (
                    <li key={author.seat}>
                      <bdi>{name(author.seat)}</bdi>: {author.entries}
                    </li>
                  ))}
                  {byHost > 0 ? <li className="soft">{words("record.by-host", { count: byHost })}</li> : null}
                </ul>
              </td>
              <td>
                {witnesses.length === 0 ? (
                  <span aria-hidden="true">–</span>
                ) : (
                  <ul className="record-seats">
                    {witnesses.map(({ seat, upTo }) => (
                      <li key={seat}>
                        <bdi>{name(seat)}</bdi> {words("record.up-to", { version: upTo })}
                      </li>
                    ))}
                  </ul>
                )}
              </td>
              <td>
                <code className="record-head">{head}</code>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Scroll>
  );
}
