import { useMemo } from "react";
import { useDeal } from "../deal/deal-context.tsx";
import { useWords } from "../words/words.tsx";
import { Lanes } from "./lanes.tsx";
import { timelineDays } from "./timeline-days.ts";
import { timelineSentences } from "./timeline-sentence.ts";
import { TimelineTable } from "./timeline-table.tsx";
import "./timeline.css";

/** What happened when: dated events, and which channels had which adversaries in them. */
export function TimelinePage() {
  const { scenario, names } = useDeal();
  const words = useWords();
  const { agenda } = scenario;
  const days = useMemo(() => timelineDays(agenda), [agenda]);
  if (days.length === 0)
    return (
      <>
        <h1>{words("timeline.title")}</h1>
        <p className="note">{words("timeline.none")}</p>
      </>
    );
  const [first, ...more] = agenda.channels.length > 0 ? timelineSentences(agenda, names, words) : [];
  const noted = agenda.channels.filter(({ note }) => note !== undefined);
  return (
    <div className="timeline-page">
      <h1>{words("timeline.title")}</h1>
      {first ? (
        <p>
          <strong>{first}</strong> {more.join(" ")}
        </p>
      ) : null}
      <ul className="timeline-key small" aria-label={words("timeline.key")}>
        <li>
          <span className="timeline-swatch timeline-together" aria-hidden="true" /> {words("timeline.key.together")}
        </li>
        <li>
          <span className="timeline-swatch" aria-hidden="true" /> {words("timeline.key.apart")}
        </li>
      </ul>
      <Lanes days={days} />
      {noted.length > 0 ? (
        <ul className="timeline-notes small soft">
          {noted.map(({ id, name, note }) => (
            <li key={id}>
              <bdi>{name}</bdi>: <bdi>{note}</bdi>
            </li>
          ))}
        </ul>
      ) : null}
      <section>
        <h2>{words("timeline.table")}</h2>
        <TimelineTable days={days} />
      </section>
    </div>
  );
}
