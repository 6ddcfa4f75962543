import { useDeferredValue, useId, useMemo } from "react";
import { composeOf } from "#room";
import { useWords } from "../../words/words.tsx";
import { useRoom } from "../room/live/live-room.tsx";
import { MomentTime } from "./moment-time.tsx";
import { type Moment, replayOf } from "./moments.ts";
import { StateThen } from "./state-then.tsx";
import { useEventWords } from "./use-event-words.ts";
import { useStreamName } from "./use-stream-name.ts";

/** As far as one frame of the page lasts. */
const steps = 100_000;

/** A slider through all that was seen: each channel and the whole as they stood then. */
export function ReplayPanel({
  moments,
  position,
  go,
}: {
  readonly moments: readonly Moment[];
  readonly position: number;
  readonly go: (position: number) => void;
}) {
  const { agenda } = useRoom();
  const words = useWords();
  const id = useId();
  const eventWords = useEventWords();
  const streamName = useStreamName();
  const replay = useMemo(() => replayOf(moments), [moments]);
  const later = useDeferredValue(position);
  const then = useMemo(() => {
    const states = [...replay(later).values()];
    const channels = states.flatMap((state) => (state.kind === "channel" ? [state] : []));
    const at = moments[later - 1]?.at;
    return { channels, composition: composeOf(agenda, channels, { steps, ...(at === undefined ? {} : { at }) }) };
  }, [replay, later, moments, agenda]);
  const last = moments[position - 1];
  const sentence = last ? last.events.map((event) => eventWords(last.stream, event)).join(" ") : "";
  return (
    <section className="room-timeline-replay" aria-labelledby={`${id}-title`}>
      <h2 id={`${id}-title`}>{words("room-timeline.replay")}</h2>
      <div className="room-timeline-slider screen-only">
        <label htmlFor={`${id}-slider`}>
          {words("room-timeline.replay.slider", { position, all: moments.length })}
        </label>
        <input
          id={`${id}-slider`}
          type="range"
          min={0}
          max={moments.length}
          value={position}
          aria-valuetext={last ? `${last.at.slice(0, 19).replace("T", " ")}, ${streamName(last.stream)}` : "0"}
          onChange={(event) => go(Number(event.target.value))}
        />
        <p className="row">
          <button type="button" disabled={position === 0} onClick={() => go(0)}>
            {words("room-timeline.replay.first")}
          </button>
          <button type="button" disabled={position === 0} onClick={() => go(position - 1)}>
            {words("room-timeline.replay.back")}
          </button>
          <button type="button" disabled={position === moments.length} onClick={() => go(position + 1)}>
            {words("room-timeline.replay.on")}
          </button>
          <button type="button" disabled={position === moments.length} onClick={() => go(moments.length)}>
            {words("room-timeline.replay.last")}
          </button>
        </p>
      </div>
      <p className="room-timeline-now" aria-live="polite">
        {last ? (
          <>
            <MomentTime at={last.at} /> {words("room-timeline.utc")} · <strong>{streamName(last.stream)}</strong>:{" "}
            <bdi>{sentence}</bdi>
          </>
        ) : (
          words("room-timeline.replay.before")
        )}
      </p>
      <StateThen channels={then.channels} composition={then.composition} touched={last?.stream} />
    </section>
  );
}
