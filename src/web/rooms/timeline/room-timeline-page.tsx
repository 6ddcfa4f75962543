import { useMemo, useState } from "react";
import { useWords } from "../../words/words.tsx";
import { useHall, useLive } from "../room/live/live-room.tsx";
import type { EventGroup } from "./event-group.ts";
import { Filter } from "./filter.tsx";
import { filterMoments, type MomentFilter } from "./filter-moments.ts";
import { Lanes } from "./lanes.tsx";
import { ReplayPanel } from "./replay-panel.tsx";
import { useMoments } from "./use-moments.ts";
import "./room-timeline.css";

/** Witnesses sign after each milestone, every one of them: that is looked at when it is looked for. */
const usual: MomentFilter = { hidden: new Set(), without: new Set<EventGroup>(["witnesses"]) };

/** Everything that this seat saw, in order, and how things stood at each moment. */
export function RoomTimelinePage() {
  const words = useWords();
  const hall = useHall();
  const moments = useMoments();
  const streams = useLive(({ streams }) => streams.states);
  const [filter, setFilter] = useState(usual);
  /** How many moments have happened in the replay; undefined: all, those to come too. */
  const [chosen, setChosen] = useState<number>();
  const shown = useMemo(() => filterMoments(moments, hall, filter), [moments, hall, filter]);
  const lanes = useMemo(
    () => [...streams.keys()].filter((stream) => !filter.hidden.has(stream)),
    [streams, filter.hidden],
  );
  const position = Math.min(chosen ?? moments.length, moments.length);
  return (
    <div className="room-timeline-page">
      <h1>{words("room-timeline.title")}</h1>
      <p className="note">{words("room-timeline.sees", { moments: moments.length })}</p>
      <ReplayPanel
        moments={moments}
        position={position}
        go={(to) => setChosen(to === moments.length ? undefined : to)}
      />
      <section aria-labelledby="room-timeline-all">
        <h2 id="room-timeline-all">{words("room-timeline.all")}</h2>
        <Filter filter={filter} change={setFilter} />
        <p role="status" className="small soft">
          {words("room-timeline.shown", { shown: shown.length, all: moments.length })}
        </p>
        <Lanes moments={shown} streams={lanes} position={position} go={setChosen} />
      </section>
    </div>
  );
}
