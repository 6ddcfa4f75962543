import { useIntl } from "react-intl";
import type { Instant } from "#room";

/** A moment by the reader's clock, the whole of it in the markup; today by its time alone. */
export function Moment({ at }: { readonly at: Instant }) {
  const text = useMomentText();
  return (
    <time dateTime={at} title={at}>
      {text(at)}
    </time>
  );
}

export function useMomentText(): (at: Instant) => string {
  const intl = useIntl();
  return (at) => {
    const date = new Date(at);
    const isToday = date.toDateString() === new Date().toDateString();
    return intl.formatDate(
      date,
      isToday
        ? { hour: "2-digit", minute: "2-digit" }
        : { day: "numeric", month: "short", hour: "2-digit", minute: "2-digit" },
    );
  };
}
