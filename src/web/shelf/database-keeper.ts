import { type DBSchema, type IDBPDatabase, openDB } from "idb";
import { type Keeper, type Page, type Ran, recordKinds } from "./keeper.ts";
import type { RecordOf, Refused } from "./shelf.ts";
import { storageFault } from "./storage-fault.ts";

/** What is in the database; a change of it raises `schemaVersion` and teaches `upgrade` the step. */
type ShelfSchema = DBSchema & {
  readonly scenario: { readonly key: string; readonly value: RecordOf<"scenario"> };
  readonly package: { readonly key: string; readonly value: RecordOf<"package"> };
  readonly sheet: { readonly key: string; readonly value: RecordOf<"sheet"> };
  readonly visit: { readonly key: string; readonly value: RecordOf<"visit"> };
  /** "version": the largest that was ever given. */
  readonly counter: { readonly key: string; readonly value: number };
};

type Database = IDBPDatabase<ShelfSchema>;
export type OpenedKeeper =
  | { readonly ok: true; readonly keeper: Keeper }
  | { readonly ok: false; readonly error: Refused };

const schemaVersion = 1;
const stores = [...recordKinds, "counter"] as const;

/**
 * The browser's database. When a newer Entente in another tab wants to change it, this one lets go at once, tells
 * `onLost`, and refuses from then on; when the browser ends the connection, the next question opens it anew.
 */
export async function openDatabaseKeeper(
  name: string,
  patienceMs: number,
  onLost: (why: Refused) => void,
): Promise<OpenedKeeper> {
  let lost: Refused | undefined;
  let opened: Promise<Opening> | undefined;
  const database = (): Promise<Opening> => {
    opened ??= openWithin(name, patienceMs, {
      onTerminated: () => {
        opened = undefined;
      },
      onNewer: () => {
        lost = { kind: "newer-elsewhere" };
        onLost(lost);
      },
    });
    return opened;
  };
  const first = await database();
  if (!first.ok) return first;

  const run: Keeper["run"] = async (mode, work) => {
    if (lost) return { ok: false, error: lost };
    const attempt = await database();
    if (!attempt.ok) {
      opened = undefined; // the next question tries again
      return attempt;
    }
    try {
      return await inTransaction(attempt.database, mode, work);
    } catch (error) {
      // the connection was closed under us: once more with a new one
      opened = undefined;
      const again = lost ? undefined : await database();
      if (lost || !again) return { ok: false, error: lost ?? storageFault(error) };
      return again.ok
        ? await inTransaction(again.database, mode, work).catch((problem: unknown) => ({
            ok: false as const,
            error: storageFault(problem),
          }))
        : again;
    }
  };
  return {
    ok: true,
    keeper: { run, close: () => void opened?.then((attempt) => attempt.ok && attempt.database.close()) },
  };
}

type Opening = { readonly ok: true; readonly database: Database } | { readonly ok: false; readonly error: Refused };
type Events = { readonly onTerminated: () => void; readonly onNewer: () => void };

/** Some browsers neither open nor refuse (private windows, a damaged profile): after a while that counts as refused. */
function openWithin(name: string, patienceMs: number, { onTerminated, onNewer }: Events): Promise<Opening> {
  return new Promise((resolve) => {
    let waited = false;
    let blocked = false;
    const timer = setTimeout(() => {
      waited = true;
      resolve({ ok: false, error: { kind: blocked ? "older-elsewhere" : "storage-denied" } });
    }, patienceMs);
    const refuse = (error: unknown): void => {
      clearTimeout(timer);
      const fault = storageFault(error);
      // whatever the browser calls it, a shelf that does not open is denied; too new and too full are told apart
      resolve({ ok: false, error: fault.kind === "storage-failed" ? { kind: "storage-denied" } : fault });
    };
    try {
      openDB<ShelfSchema>(name, schemaVersion, {
        upgrade: (database) => {
          for (const kind of recordKinds) {
            if (!database.objectStoreNames.contains(kind)) database.createObjectStore(kind, { keyPath: "id" });
          }
          if (!database.objectStoreNames.contains("counter")) database.createObjectStore("counter");
        },
        blocked: () => {
          blocked = true;
        },
        blocking: (_current, _wanted, event) => {
          // safe: the event's target is the connection itself, which must close for the newer one to open
          (event.target as IDBDatabase).close();
          onNewer();
        },
        terminated: onTerminated,
      }).then((database) => {
        clearTimeout(timer);
        if (waited) database.close();
        else resolve({ ok: true, database });
      }, refuse);
    } catch (error) {
      refuse(error); // no IndexedDB at all, or a policy that throws
    }
  });
}

/** Throws only when no transaction could be begun; what happens in one is a value. */
async function inTransaction<T>(
  database: Database,
  mode: "readonly" | "readwrite",
  work: (page: Page) => Promise<T>,
): Promise<Ran<T>> {
  // strict: a save that was confirmed is on the disk, not only in the system's memory
  const transaction = database.transaction(stores, mode, mode === "readwrite" ? { durability: "strict" } : undefined);
  transaction.done.catch(() => undefined); // `ended` tells it better: `done` may be rejected before the reason is known
  const ended = new Promise<{ readonly aborted: boolean; readonly error: unknown }>((resolve) => {
    transaction.addEventListener("complete", () => resolve({ aborted: false, error: undefined }));
    transaction.addEventListener("abort", () => resolve({ aborted: true, error: transaction.error }));
  });
  const store = (kind: (typeof stores)[number]) => transaction.objectStore(kind);
  // safe, all of it: each store holds the records of its kind only (ShelfSchema), and idb's own types of a store whose
  // name is a parameter are those of reading and writing at once
  const page: Page = {
    get: async (kind, id) => (await store(kind).get(id)) as never,
    all: async (kind) => (await store(kind).getAll()) as never,
    put: async (kind, record) => void (await store(kind).put?.(record as never)),
    remove: async (kind, id) => store(kind).delete?.(id),
    clear: async (kind) => store(kind).clear?.(),
    nextVersion: async () => {
      const counter = transaction.objectStore("counter");
      const next = ((await counter.get("version")) ?? 0) + 1;
      await counter.put?.(next, "version");
      return next;
    },
  };
  let value: T;
  try {
    value = await work(page);
  } catch (fault) {
    try {
      transaction.abort();
    } catch {
      // it was aborted already
    }
    return { ok: false, error: storageFault((await ended).error, fault) };
  }
  const { aborted, error } = await ended; // not before: a full disk may be noticed only when everything is written out
  return aborted ? { ok: false, error: storageFault(error) } : { ok: true, value };
}
