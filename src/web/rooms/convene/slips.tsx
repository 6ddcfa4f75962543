import { useIntl } from "react-intl";
import { useWords } from "../../words/words.tsx";
import type { SeatInvitations } from "./invitation-state.ts";

/** On paper only: one slip for each open link, to be cut and handed out. */
export function Slips({ title, seats }: { readonly title: string; readonly seats: readonly SeatInvitations[] }) {
  const words = useWords();
  const intl = useIntl();
  return (
    <ul className="convene-slips print-only">
      {seats.map(({ seat, state, link }) =>
        link && state.kind === "open" ? (
          <li key={seat.id}>
            <p className="convene-slip-title">{title}</p>
            <p>
              {words("convene.slip.seat")}: <strong>{seat.name}</strong> ({words(`convene.role.${seat.role}`)})
            </p>
            <p className="convene-slip-link">{link}</p>
            <p className="small">
              {words("convene.slip.how")}{" "}
              {words("convene.slip.until", { day: intl.formatDate(state.until, { dateStyle: "long" }) })}
            </p>
          </li>
        ) : null,
      )}
    </ul>
  );
}
