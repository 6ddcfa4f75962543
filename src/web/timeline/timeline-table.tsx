import { Scroll } from "../parts/scroll.tsx";
import { ShowEvidence } from "../parts/value.tsx";
import { useWords } from "../words/words.tsx";
import { Present } from "./lanes.tsx";
import { SessionSources } from "./session-sources.tsx";
import type { TimelineDay } from "./timeline-days.ts";

/** The same in rows, events and sessions in order. */
export function TimelineTable({ days }: { readonly days: readonly TimelineDay[] }) {
  const words = useWords();
  return (
    <Scroll label={words("timeline.table")}>
      <table className="timeline-table">
        <caption>{words("timeline.table.caption")}</caption>
        <thead>
          <tr>
            {(["date", "what", "present", "level", "together", "sources"] as const).map((column) => (
              <th key={column} scope="col">
                {words(`timeline.table.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {days.flatMap(({ date, after, events, sessions }) => [
            ...events.map((event) => (
              <tr key={`event ${event.id}`} className={after ? "soft" : undefined}>
                <th scope="row">
                  <time dateTime={date}>{date}</time>
                </th>
                <td>
                  <ShowEvidence of={{ kind: "event", event: event.id }}>
                    <bdi>{event.what}</bdi>
                  </ShowEvidence>
                </td>
                <td>–</td>
                <td>{words("timeline.event")}</td>
                <td>–</td>
                <td>
                  <SessionSources sources={event.sources} />
                </td>
              </tr>
            )),
            ...sessions.map((session) => (
              <tr key={`session ${date} ${session.channel.id}`} className={after ? "soft" : undefined}>
                <th scope="row">
                  <time dateTime={date}>{date}</time>
                </th>
                <td>
                  <bdi>{session.channel.name}</bdi>
                </td>
                <td>
                  <Present parties={session.present} />
                </td>
                <td>
                  <bdi>{session.level ?? words("timeline.level.none")}</bdi>
                </td>
                <td>{words(session.together ? "timeline.yes" : "timeline.no")}</td>
                <td>
                  <SessionSources sources={session.sources} />
                </td>
              </tr>
            )),
          ])}
        </tbody>
      </table>
    </Scroll>
  );
}
