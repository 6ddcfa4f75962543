import { useCallback, useMemo, useSyncExternalStore } from "react";
import type { PartyId } from "#model";
import { useRoom } from "../room/live/live-room.tsx";
import { usePapers } from "../room/live/use-papers.ts";
import type { Revealed } from "./revealed-sheet.ts";

/** As long as the page is open, and nowhere else: whoever was handed a file opens it again after a reload. */
const opened = new Map<string, ReadonlyMap<PartyId, Revealed>>();
const listeners = new Set<() => void>();
const none: ReadonlyMap<PartyId, Revealed> = new Map();

/** The sheets that this debrief rests on: the seat's own, and those that were handed over. A handed one of the own party counts. */
export function useRevealed(): {
  readonly revealed: readonly Revealed[];
  readonly take: (revealed: Revealed) => void;
  readonly putAway: (party: PartyId) => void;
} {
  const { agenda, negotiation, seat } = useRoom();
  const papers = usePapers();
  const key = `${negotiation}/${seat}`;
  const handed = useSyncExternalStore(
    subscribe,
    useCallback(() => opened.get(key) ?? none, [key]),
  );
  const own = papers?.sheet === "unreadable" ? undefined : papers?.sheet;
  const revealed = useMemo(() => {
    const ownRevealed: Revealed | undefined = own && { sheet: own, party: own.party, from: "own" };
    return agenda.parties.flatMap(({ id }) => handed.get(id) ?? (ownRevealed?.party === id ? ownRevealed : []));
  }, [agenda, handed, own]);
  const change = useCallback(
    (made: (before: Map<PartyId, Revealed>) => void) => {
      const next = new Map(opened.get(key));
      made(next);
      opened.set(key, next);
      for (const listener of [...listeners]) listener();
    },
    [key],
  );
  return {
    revealed,
    take: useCallback((one) => change((before) => before.set(one.party, one)), [change]),
    putAway: useCallback((party) => change((before) => before.delete(party)), [change]),
  };
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}
