import { useMemo } from "react";
import type { ChannelState } from "#room";
import { useWords } from "../../../words/words.tsx";
import { MotionView } from "./motion-view.tsx";
import { MoveAdoption } from "./move-adoption.tsx";

/** In plenary: the motion that stands, or the way to move one; then those that fell. */
export function Ladder({ channel }: { readonly channel: ChannelState }) {
  const words = useWords();
  const motions = useMemo(() => [...channel.motions.values()].toReversed(), [channel.motions]);
  const [standing] = motions.filter(({ stage }) => stage !== "fell" && stage !== "reopened");
  const over = motions.filter((motion) => motion !== standing);
  return (
    <section className="room-ladder" aria-labelledby="room-ladder-title">
      <h2 id="room-ladder-title">{words("room-moves.ladder")}</h2>
      {standing ? <MotionView motion={standing} channel={channel} /> : <MoveAdoption channel={channel} />}
      {over.length > 0 ? (
        <details>
          <summary>{words("room-moves.ladder.over", { count: over.length })}</summary>
          {over.map((motion) => (
            <MotionView key={motion.motion} motion={motion} channel={channel} />
          ))}
        </details>
      ) : null}
    </section>
  );
}
