import { useWords } from "../words/words.tsx";
import type { Standing } from "./draft-verdict.ts";

/**
 * From the worst to the best that any settlement could be worth: the reservation value as an upright line, the draft's
 * worth as a bar from there, or, while issues are open, the stretch where it can still end.
 */
export function StandingTrack({ standing, slot }: { readonly standing: Standing; readonly slot: number }) {
  const words = useWords();
  const { reach, worth, reservation, utility } = standing;
  const span = reach.most - reach.least || 1;
  const along = (value: number) => Math.min(100, Math.max(0, ((value - reach.least) / span) * 100));
  const [low, high] =
    utility === undefined
      ? [along(worth.least), along(worth.most)]
      : [along(Math.min(utility, reservation)), along(Math.max(utility, reservation))];
  const kind = utility === undefined ? "open" : utility < reservation ? "below" : "above";
  return (
    <span className="compose-track" title={words("compose.track")} aria-hidden="true">
      <span
        className={`compose-stretch compose-stretch-${kind}`}
        style={{ insetInlineStart: `${low}%`, inlineSize: `${high - low}%` }}
      />
      <span className="compose-reservation" style={{ insetInlineStart: `${along(reservation)}%` }} />
      {utility === undefined ? null : (
        <span className={`compose-dot party-dot-${slot % 8}`} style={{ insetInlineStart: `${along(utility)}%` }} />
      )}
    </span>
  );
}
