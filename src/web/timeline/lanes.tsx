import { Fragment } from "react";
import type { PartyId } from "#model";
import { useDeal } from "../deal/deal-context.tsx";
import { PartyName } from "../parts/party-name.tsx";
import { Scroll } from "../parts/scroll.tsx";
import { ShowEvidence } from "../parts/value.tsx";
import { useWords } from "../words/words.tsx";
import { SessionSources } from "./session-sources.tsx";
import type { HeldSession, TimelineDay } from "./timeline-days.ts";

/**
 * One column a day, one lane a channel, events above. In the document an ordered list of days, each naming what it
 * holds; laid out as lanes where there is room, one under the other where there is not.
 */
export function Lanes({ days }: { readonly days: readonly TimelineDay[] }) {
  const { scenario } = useDeal();
  const words = useWords();
  const { channels, asOf } = scenario.agenda;
  const firstAfter = days.findIndex(({ after }) => after);
  return (
    <Scroll label={words("timeline.scroll")}>
      <div
        className="timeline-lanes"
        style={{ gridTemplateRows: `auto auto repeat(${Math.max(1, channels.length)}, auto)` }}
      >
        <div className="timeline-names" aria-hidden="true">
          <span className="timeline-name-date" />
          <span>{words("timeline.events")}</span>
          {channels.map(({ id, name }) => (
            <bdi key={id}>{name}</bdi>
          ))}
        </div>
        <ol className="timeline-days" aria-label={words("timeline.lanes")}>
          {days.map((day, at) => (
            <li key={day.date} className={`timeline-day ${day.after ? "timeline-after" : ""}`}>
              <div className="timeline-date">
                <time dateTime={day.date}>{day.date}</time>
                {at === firstAfter ? (
                  <span className="timeline-cut">{words("timeline.after", { day: asOf })}</span>
                ) : null}
              </div>
              <div className="timeline-events">
                {day.events.map((event) => (
                  <p key={event.id}>
                    <ShowEvidence of={{ kind: "event", event: event.id }}>
                      <bdi>{event.what}</bdi>
                    </ShowEvidence>
                  </p>
                ))}
              </div>
              {channels.map(({ id }) => {
                const sessions = day.sessions.filter(({ channel }) => channel.id === id);
                return (
                  <div key={id} className={sessions.length === 0 ? "timeline-lane timeline-empty" : "timeline-lane"}>
                    {sessions.map((session) => (
                      <OneSession key={session.channel.id} session={session} />
                    ))}
                  </div>
                );
              })}
            </li>
          ))}
        </ol>
      </div>
    </Scroll>
  );
}

function OneSession({ session }: { readonly session: HeldSession }) {
  const words = useWords();
  return (
    <div className={`timeline-session ${session.together ? "timeline-together" : ""}`}>
      <p className="timeline-channel">
        <bdi>{session.channel.name}</bdi>
        <span className="unseen">, {words("timeline.session")}</span>
      </p>
      <p>
        <Present parties={session.present} />
      </p>
      <p className="small soft">
        <bdi>{session.level ?? words("timeline.level.none")}</bdi>
      </p>
      {session.together ? <p className="small timeline-both">{words("timeline.adversaries")}</p> : null}
      {session.note ? (
        <p className="small soft">
          <bdi>{session.note}</bdi>
        </p>
      ) : null}
      <SessionSources sources={session.sources} short />
    </div>
  );
}

export function Present({ parties }: { readonly parties: readonly PartyId[] }) {
  const words = useWords();
  if (parties.length === 0) return <span className="soft">{words("timeline.nobody")}</span>;
  return (
    <span className="timeline-present">
      <span className="unseen">{words("timeline.present")}: </span>
      {parties.map((party, at) => (
        <Fragment key={party}>
          {at > 0 ? <span className="unseen">, </span> : null}
          <PartyName party={party} />
        </Fragment>
      ))}
    </span>
  );
}
