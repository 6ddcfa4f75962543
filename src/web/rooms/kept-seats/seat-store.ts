import { type IDBPDatabase, openDB } from "idb";
import type { Kept, Refused } from "../../shelf/shelf.ts";
import { storageFault } from "../../shelf/storage-fault.ts";
import { type SeatRecordKind, type SeatRecords, seatRecordKinds } from "./seat-record.ts";

/**
 * What this browser keeps of negotiations: its seats above all, whose keys are nowhere else. A database of its own, so that
 * "delete everything" in the library, and the library's file, have nothing to do with them. Nothing here throws or rejects.
 */
export type SeatStore = {
  readonly get: <K extends SeatRecordKind>(kind: K, id: string) => Promise<SeatRecords[K] | undefined>;
  readonly all: <K extends SeatRecordKind>(kind: K) => Promise<readonly SeatRecords[K][]>;
  /** Resolves when it is on the disk, or says why it is not. */
  readonly put: <K extends SeatRecordKind>(kind: K, ...records: readonly SeatRecords[K][]) => Promise<Kept>;
  /** What is there becomes what `change` makes of it, and nobody else writes in between; undefined: nothing is there. */
  readonly change: <K extends SeatRecordKind>(
    kind: K,
    id: string,
    change: (before: SeatRecords[K]) => SeatRecords[K],
  ) => Promise<Kept>;
  readonly remove: (kind: SeatRecordKind, ...ids: readonly string[]) => Promise<Kept>;
  /** After a change in this tab or another, and when `trouble` changes. */
  readonly onChange: (listener: (kind: SeatRecordKind) => void) => () => void;
  /** Why nothing is kept beyond this page; undefined: it is. */
  readonly trouble: () => Refused | undefined;
};

type Anything = { readonly id: string };
type Step = { readonly put?: readonly Anything[]; readonly remove?: readonly string[] };
type Keeper = {
  readonly get: (kind: SeatRecordKind, id: string) => Promise<Anything | undefined>;
  readonly all: (kind: SeatRecordKind) => Promise<readonly Anything[]>;
  readonly write: (kind: SeatRecordKind, step: Step) => Promise<void>;
  readonly change: (kind: SeatRecordKind, id: string, change: (before: Anything) => Anything) => Promise<void>;
};

const patienceMs = 5000;

export function openSeatStore(name = "entente-rooms"): SeatStore {
  const listeners = new Set<(kind: SeatRecordKind) => void>();
  const tell = (kind: SeatRecordKind): void => {
    for (const listener of [...listeners]) listener(kind);
  };
  let trouble: Refused | undefined;
  const troubled = (why: Refused): void => {
    trouble = why;
    for (const kind of seatRecordKinds) tell(kind);
  };
  const channel = openChannel(`${name}.seats`, tell);
  const keeper: Promise<Keeper> = openDatabase(name, troubled).then(databaseKeeper, (error: unknown) => {
    const fault = storageFault(error);
    troubled(fault.kind === "storage-failed" ? { kind: "storage-denied" } : fault);
    return memoryKeeper();
  });

  async function written(kind: SeatRecordKind, work: (keeper: Keeper) => Promise<void>): Promise<Kept> {
    try {
      await work(await keeper);
    } catch (error) {
      return { ok: false, error: storageFault(error) };
    }
    channel.tell(kind);
    tell(kind);
    return { ok: true };
  }

  return {
    // safe, all three: under each kind only records of that kind are put, just below
    get: async (kind, id) => (await (await keeper).get(kind, id).catch(() => undefined)) as never,
    all: async (kind) => (await (await keeper).all(kind).catch(() => [])) as never,
    put: (kind, ...records) => written(kind, ({ write }) => write(kind, { put: records })),
    change: (kind, id, change) => written(kind, (keeper) => keeper.change(kind, id, change as never)),
    remove: (kind, ...ids) => written(kind, ({ write }) => write(kind, { remove: ids })),
    onChange: (listener) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    trouble: () => trouble,
  };
}

function openDatabase(name: string, onLost: (why: Refused) => void): Promise<IDBPDatabase> {
  return new Promise((resolve, reject) => {
    // some browsers neither open nor refuse: after a while that counts as refused
    const timer = setTimeout(() => reject(new DOMException("", "NotAllowedError")), patienceMs);
    openDB(name, 1, {
      upgrade: (database) => {
        for (const kind of seatRecordKinds) database.createObjectStore(kind, { keyPath: "id" });
      },
      blocking: (_current, _wanted, event) => {
        (event.target as IDBDatabase).close(); // safe: the event's target is the connection itself
        onLost({ kind: "newer-elsewhere" });
      },
    }).then((database) => {
      clearTimeout(timer);
      resolve(database);
    }, reject);
  });
}

function databaseKeeper(database: IDBPDatabase): Keeper {
  // strict: keys that were said to be kept are on the disk
  const strict = { durability: "strict" } as const;
  return {
    get: (kind, id) => database.get(kind, id),
    all: (kind) => database.getAll(kind),
    write: async (kind, { put = [], remove = [] }) => {
      const transaction = database.transaction(kind, "readwrite", strict);
      await Promise.all([
        ...put.map((record) => transaction.store.put(record)),
        ...remove.map((id) => transaction.store.delete(id)),
        transaction.done,
      ]);
    },
    change: async (kind, id, change) => {
      const transaction = database.transaction(kind, "readwrite", strict);
      const before: Anything | undefined = await transaction.store.get(id);
      await Promise.all([before && transaction.store.put(change(before)), transaction.done]);
    },
  };
}

/** Holds them for as long as the page is open, where the browser keeps nothing. */
function memoryKeeper(): Keeper {
  const kept = new Map(seatRecordKinds.map((kind) => [kind, new Map<string, Anything>()]));
  return {
    get: async (kind, id) => kept.get(kind)?.get(id),
    all: async (kind) => [...(kept.get(kind)?.values() ?? [])],
    write: async (kind, { put = [], remove = [] }) => {
      for (const record of put) kept.get(kind)?.set(record.id, record);
      for (const id of remove) kept.get(kind)?.delete(id);
    },
    change: async (kind, id, change) => {
      const before = kept.get(kind)?.get(id);
      if (before) kept.get(kind)?.set(id, change(before));
    },
  };
}

function openChannel(name: string, onTold: (kind: SeatRecordKind) => void): { tell: (kind: SeatRecordKind) => void } {
  try {
    const channel = new BroadcastChannel(name);
    channel.onmessage = ({ data }: MessageEvent<unknown>) => {
      const kind = seatRecordKinds.find((known) => known === data);
      if (kind) onTold(kind);
    };
    return { tell: (kind) => channel.postMessage(kind) };
  } catch {
    return { tell: () => undefined }; // other tabs see it when they look next
  }
}
