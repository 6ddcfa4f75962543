import { useCallback } from "react";
import type { StreamId } from "#room";
import { useWords } from "../../words/words.tsx";
import { useDelegationName, useLive } from "../room/live/live-room.tsx";

/** "Hall", "Group on security", "Own papers of Ukraine". */
export function useStreamName(): (stream: StreamId) => string {
  const states = useLive(({ streams }) => streams.states);
  const delegation = useDelegationName();
  const words = useWords();
  return useCallback(
    (stream) => {
      const state = states.get(stream);
      switch (state?.kind) {
        case "hall":
          return words("room-timeline.hall");
        case "channel":
          return state.plan.name;
        case "delegation":
          return words("room-timeline.papers", { delegation: delegation(state.delegation) });
        case undefined:
          return words("room-timeline.unseen");
      }
    },
    [states, delegation, words],
  );
}
