import { createContext, type ReactNode, useContext, useMemo, useState, useSyncExternalStore } from "react";
import { liveRecords } from "./live-records.ts";
import { openShelf } from "./open-shelf.ts";
import type { RecordKind, RecordOf, Refused, Shelf } from "./shelf.ts";

export { describeProblem, describeRefused } from "./describe-refused.ts";

const ShelfContext = createContext<Shelf | undefined>(undefined);

/** Everything below it reads and saves on one shelf: the browser's own, unless another is given. */
export function ShelfProvider({ shelf, children }: { readonly shelf?: Shelf; readonly children: ReactNode }) {
  const [own] = useState(() => shelf ?? openShelf());
  return <ShelfContext value={shelf ?? own}>{children}</ShelfContext>;
}

export function useShelf(): Shelf {
  const shelf = useContext(ShelfContext);
  if (!shelf) throw new Error("useShelf needs a ShelfProvider above it.");
  return shelf;
}

/** The records of a kind, newest first, as they are now in this tab and every other. Empty until they are read. */
export function useRecords<K extends RecordKind>(kind: K, of?: { readonly scenario: string }): readonly RecordOf<K>[] {
  return useReadRecords(kind, of) ?? nothing;
}

const nothing: readonly never[] = [];

/** The same, for those who must tell "none" from "not read yet". */
export function useReadRecords<K extends RecordKind>(
  kind: K,
  of?: { readonly scenario: string },
): readonly RecordOf<K>[] | undefined {
  const shelf = useShelf();
  const scenario = of?.scenario;
  const live = useMemo(() => liveRecords(shelf, kind, scenario), [shelf, kind, scenario]);
  return useSyncExternalStore(live.subscribe, live.records);
}

/** Why what is saved would not be kept, to be shown for as long as it is so. */
export function useShelfTrouble(): Refused | undefined {
  const shelf = useShelf();
  return useSyncExternalStore(shelf.onChange, shelf.trouble);
}
