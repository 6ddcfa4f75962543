import { useDeferredValue, useMemo } from "react";
import { useLive } from "../room/live/live-room.tsx";
import { type Moment, momentsOf } from "./moments.ts";

/** Everything that this seat has seen, in one order. */
export function useMoments(): readonly Moment[] {
  const happened = useDeferredValue(useLive(({ streams }) => streams.happened));
  return useMemo(() => momentsOf(happened), [happened]);
}
