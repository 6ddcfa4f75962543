import { openDatabaseKeeper } from "./database-keeper.ts";
import { planImport } from "./import-plan.ts";
import { type Keeper, type Page, type Ran, recordKinds } from "./keeper.ts";
import { memoryKeeper } from "./memory-keeper.ts";
import type { Imported, Kept, RecordKind, RecordOf, Refused, Saved, Shelf } from "./shelf.ts";
import type { ShelfRecords } from "./shelf-file.ts";
import { storageFault } from "./storage-fault.ts";
import { tellTabs } from "./tell-tabs.ts";

export type ShelfOptions = {
  /** The database's name; the channel between tabs is named after it. */
  readonly name?: string;
  /** How long a browser may take to open its database before that counts as refused. */
  readonly patienceMs?: number;
  readonly now?: () => Date;
};

/** The browser's shelf, at once; its questions wait until the database is open. */
export function openShelf({ name = "entente", patienceMs = 5000, now = () => new Date() }: ShelfOptions = {}): Shelf {
  const listeners = new Set<(kind: RecordKind) => void>();
  const tell = (kinds: readonly RecordKind[]): void => {
    for (const kind of kinds) for (const listener of [...listeners]) listener(kind);
  };
  let trouble: Refused | undefined;
  const troubled = (why: Refused): void => {
    if (trouble?.kind === why.kind) return;
    trouble = why;
    tell(recordKinds);
  };
  const tabs = tellTabs(`${name}.shelf`, (kind) => tell([kind]));
  const changed = (kinds: readonly RecordKind[]): void => {
    for (const kind of kinds) tabs.tell(kind);
    tell(kinds);
  };
  const opening: Promise<Keeper> = openDatabaseKeeper(name, patienceMs, troubled).then((opened) => {
    if (opened.ok) return opened.keeper;
    troubled(opened.error);
    return memoryKeeper();
  });
  const run = async <T>(mode: "readonly" | "readwrite", work: (page: Page) => Promise<T>): Promise<Ran<T>> =>
    (await opening).run(mode, work);

  return {
    list: async (kind, of) => {
      const found = await run("readonly", (page) => page.all(kind));
      if (!found.ok) return [];
      return found.value.filter((record) => of === undefined || scenarioOf(record) === of.scenario).sort(newestFirst);
    },
    read: async (kind, id) => {
      const found = await run("readonly", (page) => page.get(kind, id));
      return found.ok ? found.value : undefined;
    },
    save: async <K extends RecordKind>(kind: K, record: RecordOf<K>): Promise<Saved<RecordOf<K>>> => {
      const saved = await run("readwrite", async (page): Promise<Saved<RecordOf<K>>> => {
        const theirs = await page.get(kind, record.id);
        if (kind !== "visit" && (theirs?.version ?? 0) !== record.version)
          return { ok: false, error: { kind: "changed-elsewhere", theirs } };
        const next = { ...record, version: await page.nextVersion(), changed: now().toISOString() };
        await page.put(kind, next);
        return { ok: true, value: next };
      });
      if (!saved.ok) return saved;
      if (saved.value.ok) changed([kind]);
      return saved.value;
    },
    remove: async (kind, id) => {
      const removed = await run("readwrite", (page) => page.remove(kind, id));
      if (removed.ok) changed([kind]);
      return keptOf(removed);
    },
    onChange: (listener) => {
      const own = (kind: RecordKind): void => listener(kind); // the same function twice is two listeners
      listeners.add(own);
      return () => void listeners.delete(own);
    },
    exportAll: async () => {
      const found = await run("readonly", allRecords);
      if (!found.ok) return found;
      try {
        const { writeShelfFile } = await import("./shelf-file.ts");
        return { ok: true, value: writeShelfFile(found.value, now().toISOString()) };
      } catch (error) {
        return { ok: false, error: storageFault(error) };
      }
    },
    importAll: async (file): Promise<Imported> => {
      try {
        const { readShelfFile } = await import("./shelf-file.ts"); // its checker is not worth loading before
        const read = await readShelfFile(file);
        if (!read.ok) return { ok: false, error: { kind: "not-a-shelf-file", problems: read.problems } };
        const done = await run("readwrite", async (page) => {
          const plan = planImport(read.records, await allRecords(page));
          for (const [kind, record] of plan.put) await page.put(kind, { ...record, version: await page.nextVersion() });
          return plan;
        });
        if (!done.ok) return done;
        const { put, added, beside, same } = done.value;
        changed(recordKinds.filter((kind) => put.some(([of]) => of === kind)));
        return { ok: true, added, beside, same };
      } catch (error) {
        return { ok: false, error: storageFault(error) };
      }
    },
    removeAll: async () => {
      const removed = await run("readwrite", async (page) => {
        for (const kind of recordKinds) await page.clear(kind);
      });
      if (removed.ok) changed(recordKinds);
      return keptOf(removed);
    },
    isKept: () => trouble === undefined,
    trouble: () => trouble,
    close: () => {
      listeners.clear();
      tabs.close();
      void opening.then((keeper) => keeper.close());
    },
  };
}

async function allRecords(page: Page): Promise<ShelfRecords> {
  return {
    scenario: await page.all("scenario"),
    package: await page.all("package"),
    sheet: await page.all("sheet"),
    visit: await page.all("visit"),
  };
}

function scenarioOf(record: RecordOf<RecordKind>): string {
  return "scenario" in record ? record.scenario : record.id;
}

function newestFirst(a: RecordOf<RecordKind>, b: RecordOf<RecordKind>): number {
  return a.changed === b.changed ? (a.id < b.id ? -1 : 1) : a.changed < b.changed ? 1 : -1;
}

function keptOf(ran: Ran<unknown>): Kept {
  return ran.ok ? { ok: true } : ran;
}
