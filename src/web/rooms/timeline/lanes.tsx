import { useRef, useState } from "react";
import type { StreamId } from "#room";
import { Scroll } from "../../parts/scroll.tsx";
import { useWords } from "../../words/words.tsx";
import type { PlacedMoment } from "./filter-moments.ts";
import { stepOf } from "./lane-steps.ts";
import { MomentTime } from "./moment-time.tsx";
import { useEventWords } from "./use-event-words.ts";
import { useStreamName } from "./use-stream-name.ts";

/** More than these are shown when they are asked for. */
const shownAtOnce = 200;

/**
 * A row a moment, with a lane for each stream and a dot in the lane it belongs to; each row names its stream as well, and where
 * there is no room for lanes that is enough. One moment is in the tab order, the arrows lead to the others.
 */
export function Lanes({
  moments,
  streams,
  position,
  go,
}: {
  readonly moments: readonly PlacedMoment[];
  readonly streams: readonly StreamId[];
  readonly position: number;
  readonly go: (position: number) => void;
}) {
  const words = useWords();
  const eventWords = useEventWords();
  const streamName = useStreamName();
  const [more, setMore] = useState(0);
  const [at, setAt] = useState<number>();
  const list = useRef<HTMLOListElement>(null);
  const first = Math.max(0, moments.length - shownAtOnce - more);
  const shown = moments.slice(first);
  const current = Math.max(0, Math.min(at ?? shown.length - 1, shown.length - 1));
  return (
    <>
      {first > 0 ? (
        <button type="button" onClick={() => setMore(more + shownAtOnce)}>
          {words("room-timeline.earlier", { count: first })}
        </button>
      ) : null}
      <Scroll label={words("room-timeline.lanes")}>
        <ol
          ref={list}
          className="room-timeline-list"
          onKeyDown={(event) => {
            const to = stepOf(shown, current, event.key);
            if (to === undefined) return;
            event.preventDefault();
            setAt(to);
            list.current?.querySelectorAll<HTMLButtonElement>("button[data-moment]")[to]?.focus();
          }}
        >
          {shown.map(({ stream, version, at: when, events, place }, index) => (
            <li key={`${stream} ${version}`} data-happened={place < position ? "yes" : "no"}>
              <MomentTime at={when} day={when.slice(0, 10) !== shown[index - 1]?.at.slice(0, 10)} />
              <span className="room-timeline-track" aria-hidden="true" style={{ inlineSize: `${streams.length}rem` }}>
                <span style={{ insetInlineStart: `${streams.indexOf(stream)}rem` }} />
              </span>
              <div className="room-timeline-cell">
                <button
                  type="button"
                  data-moment={place}
                  aria-current={place === position - 1 ? "step" : undefined}
                  tabIndex={index === current ? 0 : -1}
                  onFocus={() => setAt(index)}
                  onClick={() => go(place + 1)}
                  title={words("room-timeline.go")}
                >
                  <strong>
                    <bdi>{streamName(stream)}</bdi>
                  </strong>{" "}
                  <bdi>{events.map((event) => eventWords(stream, event)).join(" ")}</bdi>
                </button>
              </div>
            </li>
          ))}
        </ol>
      </Scroll>
    </>
  );
}
