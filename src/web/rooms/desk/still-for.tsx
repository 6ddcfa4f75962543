import type { Instant } from "#room";
import { useWords } from "../../words/words.tsx";

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

/** How long ago, in the largest unit that is filled. */
export function StillFor({ since, now }: { readonly since: Instant; readonly now: Instant }) {
  const words = useWords();
  const past = Math.max(0, Date.parse(now) - Date.parse(since));
  const text =
    past < minute
      ? words("desk.still.moment")
      : past < hour
        ? words("desk.still.minutes", { count: Math.floor(past / minute) })
        : past < day
          ? words("desk.still.hours", { count: Math.floor(past / hour) })
          : words("desk.still.days", { count: Math.floor(past / day) });
  return <time dateTime={since}>{text}</time>;
}
