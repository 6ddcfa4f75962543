import type { RecordKind, RecordOf, Shelf } from "./shelf.ts";

/** The records of a kind as a store that React can follow: read again after every change, of this tab or another. */
export type LiveRecords<K extends RecordKind> = {
  readonly subscribe: (onChange: () => void) => () => void;
  /** The same list until the records change; undefined until they are read. */
  readonly records: () => readonly RecordOf<K>[] | undefined;
};

export function liveRecords<K extends RecordKind>(shelf: Shelf, kind: K, scenario?: string): LiveRecords<K> {
  const watchers = new Set<() => void>();
  let records: readonly RecordOf<K>[] | undefined;
  let turn = 0;
  let stop: (() => void) | undefined;
  const read = async (): Promise<void> => {
    const mine = ++turn;
    const found = await shelf.list(kind, scenario === undefined ? undefined : { scenario });
    if (mine !== turn || watchers.size === 0) return; // a later reading has begun
    if (found.length === 0 && records?.length === 0) return;
    records = found;
    for (const watcher of [...watchers]) watcher();
  };
  return {
    subscribe: (onChange) => {
      const own = (): void => onChange();
      watchers.add(own);
      if (watchers.size === 1) {
        stop = shelf.onChange((changed) => {
          if (changed === kind) void read();
        });
        void read();
      }
      return () => {
        watchers.delete(own);
        if (watchers.size === 0) stop?.();
      };
    },
    records: () => records,
  };
}
