import type { Instant } from "#room";

/** The host's time as it stands in the record: in UTC, to the second. */
export function MomentTime({ at, day = true }: { readonly at: Instant; readonly day?: boolean }) {
  return (
    <time dateTime={at} className="room-timeline-time">
      {day ? `${at.slice(0, 10)} ` : ""}
      {at.slice(11, 19)}
    </time>
  );
}
