import { useMemo } from "react";
import { ownPapers, type Papers } from "#seat";
import { useLive, useRoom } from "./live-room.tsx";

/** The delegation's papers, opened again only when it keeps another one. */
export function usePapers(): Papers | undefined {
  const { session } = useRoom();
  const kept = useLive(({ streams }) => {
    for (const state of streams.states.values()) if (state.kind === "delegation") return state;
    return undefined;
  });
  return useMemo(() => (kept ? ownPapers(session) : undefined), [kept, session]);
}
