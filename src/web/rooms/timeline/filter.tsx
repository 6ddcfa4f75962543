import { useId } from "react";
import { useWords } from "../../words/words.tsx";
import { useDelegationName, useHall, useLive } from "../room/live/live-room.tsx";
import { eventGroups } from "./event-group.ts";
import type { MomentFilter } from "./filter-moments.ts";
import { useStreamName } from "./use-stream-name.ts";

export function Filter({
  filter,
  change,
}: {
  readonly filter: MomentFilter;
  readonly change: (filter: MomentFilter) => void;
}) {
  const words = useWords();
  const id = useId();
  const { seats } = useHall();
  const streams = useLive(({ streams }) => streams.states);
  const streamName = useStreamName();
  const delegationName = useDelegationName();
  const delegations = [...new Set([...seats.values()].map(({ delegation }) => delegation))];
  return (
    <details className="room-timeline-filter screen-only">
      <summary>{words("room-timeline.filter")}</summary>
      <fieldset>
        <legend>{words("room-timeline.filter.streams")}</legend>
        {[...streams.keys()].map((stream) => (
          <label key={stream}>
            <input
              type="checkbox"
              checked={!filter.hidden.has(stream)}
              onChange={() => change({ ...filter, hidden: toggled(filter.hidden, stream) })}
            />{" "}
            <bdi>{streamName(stream)}</bdi>
          </label>
        ))}
      </fieldset>
      <fieldset>
        <legend>{words("room-timeline.filter.groups")}</legend>
        {eventGroups.map((group) => (
          <label key={group}>
            <input
              type="checkbox"
              checked={!filter.without.has(group)}
              onChange={() => change({ ...filter, without: toggled(filter.without, group) })}
            />{" "}
            {words(`room-timeline.group.${group}`)}
          </label>
        ))}
      </fieldset>
      <p className="row">
        <label htmlFor={`${id}-by`}>{words("room-timeline.filter.by")}</label>
        <select
          id={`${id}-by`}
          value={filter.delegation ?? ""}
          onChange={(event) => {
            const { delegation: _, ...others } = filter;
            const { value } = event.target;
            change(value === "" ? others : { ...others, delegation: value });
          }}
        >
          <option value="">{words("room-timeline.filter.anybody")}</option>
          {delegations.map((delegation) => (
            <option key={delegation} value={delegation}>
              {delegationName(delegation)}
            </option>
          ))}
        </select>
      </p>
    </details>
  );
}

function toggled<T>(set: ReadonlySet<T>, one: T): ReadonlySet<T> {
  const next = new Set(set);
  if (!next.delete(one)) next.add(one);
  return next;
}
