import { type Keeper, type Page, recordKinds } from "./keeper.ts";
import type { RecordKind } from "./shelf.ts";
import { storageFault } from "./storage-fault.ts";

type Drawer = ReadonlyMap<RecordKind, ReadonlyMap<string, unknown>>;

/** Holds the session's records where the browser keeps none. Transactions follow one another, and a failed one leaves no trace. */
export function memoryKeeper(): Keeper {
  let drawer: Drawer = new Map(recordKinds.map((kind) => [kind, new Map()]));
  let version = 0;
  let last: Promise<unknown> = Promise.resolve();

  return {
    run: (_mode, work) => {
      const turn = last.then(async () => {
        const draft = new Map([...drawer].map(([kind, records]) => [kind, new Map(records)]));
        let next = version;
        const page: Page = {
          // safe: a drawer holds only what was put into it under its kind; a copy, so that nobody changes what is kept
          get: async (kind, id) => structuredClone(draft.get(kind)?.get(id)) as never,
          all: async (kind) => structuredClone([...(draft.get(kind)?.values() ?? [])]) as never,
          put: async (kind, record) => void draft.get(kind)?.set(record.id, structuredClone(record)),
          remove: async (kind, id) => void draft.get(kind)?.delete(id),
          clear: async (kind) => draft.get(kind)?.clear(),
          nextVersion: async () => ++next,
        };
        const value = await work(page);
        drawer = draft;
        version = next;
        return { ok: true, value } as const;
      });
      last = turn.catch(() => undefined);
      return turn.catch((error: unknown) => ({ ok: false, error: storageFault(error) }));
    },
    close: () => undefined,
  };
}
