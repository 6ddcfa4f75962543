import { useMemo } from "react";
import { isCountersignedBy } from "#record";
import type { ChannelState } from "#room";
import { useWords } from "../../../words/words.tsx";
import { useHall, useRoom } from "../live/live-room.tsx";

/** Whose clients have countersigned which head of the plenary's record, checked here with their keys. */
export function Witnesses({ channel }: { readonly channel: ChannelState }) {
  const { negotiation } = useRoom();
  const words = useWords();
  const { seats } = useHall();
  const { countersigned, plan } = channel;
  const heads = useMemo(
    () =>
      [...countersigned].toReversed().map(([version, all]) => ({
        version,
        good: all.flatMap(({ seat, head, signature }) => {
          const known = seats.get(seat);
          const witnessed = { negotiation, stream: plan.id, version, head };
          const keys = [...(known?.lostKeys ?? []), ...(known?.keys ? [known.keys] : [])];
          const isGood = keys.some(({ signing }) => isCountersignedBy(witnessed, signature, signing));
          return known && isGood ? [known.name] : [];
        }),
      })),
    [countersigned, negotiation, plan.id, seats],
  );
  if (heads.length === 0) return null;
  return (
    <details>
      <summary>{words("room-moves.witnesses")}</summary>
      <p className="note">{words("room-moves.witnesses.note")}</p>
      <ul>
        {heads.map(({ version, good }) => (
          <li key={version}>
            {words("room-moves.witnesses.head", { version, by: good.join("; ") || words("room.nobody") })}
          </li>
        ))}
      </ul>
    </details>
  );
}
