import "fake-indexeddb/auto";
import fc from "fast-check";
import { afterEach, describe, expect, test, vi } from "vitest";
import { openShelf, type ShelfOptions } from "./open-shelf.ts";
import type { Shelf } from "./shelf.ts";
import { packageRecord, savedOf, scenarioRecord } from "./shelf-fixture.ts";

const open: Shelf[] = [];
let databases = 0;
const freshName = (): string => `shelf-${databases++}`;
const tab = (name: string, options: ShelfOptions = {}): Shelf => {
  const shelf = openShelf({ name, ...options });
  open.push(shelf);
  return shelf;
};
afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
  for (const shelf of open.splice(0)) shelf.close();
});

describe("what is saved", () => {
  test("is there for the same tab, another tab and a later visit, with a version that rises", async () => {
    const name = freshName();
    const [first, second] = [tab(name), tab(name)];
    const saved = savedOf(await first.save("package", packageRecord("p")));
    expect(await second.read("package", "p")).toEqual(saved);
    const again = savedOf(await second.save("package", { ...saved, name: "renamed" }));
    expect(again.version).toBeGreaterThan(saved.version);
    first.close();
    second.close();
    expect(await tab(name).read("package", "p")).toEqual(again);
    expect(first.isKept()).toBe(true);
  });

  test("lists newest first, and of one scenario only when asked", async () => {
    let second = 0;
    const shelf = tab(freshName(), { now: () => new Date(Date.UTC(2026, 0, 1, 0, 0, second++)) });
    await shelf.save("package", packageRecord("a"));
    await shelf.save("package", packageRecord("b", { scenario: "own-x" }));
    await shelf.save("package", packageRecord("c"));
    expect((await shelf.list("package")).map(({ id }) => id)).toEqual(["c", "b", "a"]);
    expect((await shelf.list("package", { scenario: "own-x" })).map(({ id }) => id)).toEqual(["b"]);
  });

  test("a visit is saved over the one before", async () => {
    const shelf = tab(freshName());
    await shelf.save("visit", { id: "ukraine-2025", version: 0, changed: "" });
    expect((await shelf.save("visit", { id: "ukraine-2025", version: 0, changed: "" })).ok).toBe(true);
    expect(await shelf.list("visit")).toHaveLength(1);
  });
});

describe("two tabs", () => {
  test("the second to save is refused and shown what is there", async () => {
    const name = freshName();
    const [first, second] = [tab(name), tab(name)];
    const record = savedOf(await first.save("package", packageRecord("p")));
    const theirs = savedOf(await first.save("package", { ...record, name: "theirs" }));
    expect(await second.save("package", { ...record, name: "mine" })).toEqual({
      ok: false,
      error: { kind: "changed-elsewhere", theirs },
    });
    expect(await second.save("package", packageRecord("p"))).toMatchObject({ ok: false }); // as if it were new
    expect(await second.read("package", "p")).toEqual(theirs);
  });

  test("saving what another tab deleted is refused, even when a record came to stand in its place", async () => {
    const name = freshName();
    const [first, second] = [tab(name), tab(name)];
    const record = savedOf(await first.save("package", packageRecord("p")));
    await second.remove("package", "p");
    expect(await first.save("package", record)).toEqual({
      ok: false,
      error: { kind: "changed-elsewhere", theirs: undefined },
    });
    await second.save("package", packageRecord("p", { name: "another" }));
    expect(await first.save("package", record)).toMatchObject({ ok: false, error: { kind: "changed-elsewhere" } });
    expect((await first.read("package", "p"))?.name).toBe("another");
  });

  test("each hears of the other's change and of its own", async () => {
    const name = freshName();
    const [first, second] = [tab(name), tab(name)];
    const own: string[] = [];
    first.onChange((kind) => own.push(kind));
    const heard = new Promise<string>((resolve) => second.onChange(resolve));
    await first.save("scenario", scenarioRecord("own-1", "x"));
    expect(own).toEqual(["scenario"]);
    expect(await heard).toBe("scenario");
  });

  test("no confirmed save is lost, however the two take turns", async () => {
    const step = fc.record({ tab: fc.nat({ max: 1 }), what: fc.constantFrom("read", "save"), wait: fc.boolean() });
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 2, maxLength: 14 }), async (steps) => {
        const name = freshName();
        const tabs = [openShelf({ name }), openShelf({ name })];
        const confirmed: string[] = [];
        const start = savedOf(await tabs[0]!.save("package", packageRecord("p", { note: "" })));
        const held = [start, start];
        const running: Promise<void>[] = [];
        for (const [token, { tab: which, what, wait }] of steps.entries()) {
          const act = async (): Promise<void> => {
            const shelf = tabs[which]!;
            if (what === "read") {
              held[which] = (await shelf.read("package", "p"))!;
              return;
            }
            const mine = held[which]!;
            const saved = await shelf.save("package", { ...mine, note: `${mine.note}${token},` });
            if (!saved.ok) return;
            held[which] = saved.value;
            confirmed.push(`${token},`);
          };
          running.push(act());
          if (wait) await Promise.all(running);
        }
        await Promise.all(running);
        const note = (await tabs[0]!.read("package", "p"))!.note!;
        for (const shelf of tabs) shelf.close();
        expect(note.split(",").sort()).toEqual(confirmed.join("").split(",").sort());
      }),
      { numRuns: 200 },
    );
  });
});

describe("a browser that does not keep it", () => {
  test.each([
    ["has no IndexedDB", undefined],
    [
      "forbids it",
      {
        open: () => {
          throw new DOMException("no", "SecurityError");
        },
      },
    ],
    ["fails to open it", { open: () => failingRequest("UnknownError") }],
    ["never answers", { open: () => silentRequest() }],
  ])("that %s holds it in memory for the session and says so", async (_what, factory) => {
    vi.stubGlobal("indexedDB", factory);
    const shelf = tab(freshName(), { patienceMs: 30 });
    const told: string[] = [];
    shelf.onChange((kind) => told.push(kind));
    const saved = savedOf(await shelf.save("package", packageRecord("p")));
    expect(shelf.isKept()).toBe(false);
    expect(shelf.trouble()).toEqual({ kind: "storage-denied" });
    expect(told).toContain("sheet"); // everybody is told that nothing is kept
    expect(await shelf.read("package", "p")).toEqual(saved);
    expect(await shelf.save("package", packageRecord("p"))).toMatchObject({ error: { kind: "changed-elsewhere" } });
    expect((await shelf.remove("package", "p")).ok).toBe(true);
    expect(await shelf.list("package")).toEqual([]);
  });

  test("full when the record is put: nothing is saved, and the sentence is that of a full disk", async () => {
    const shelf = tab(freshName());
    const before = savedOf(await shelf.save("package", packageRecord("p")));
    vi.spyOn(IDBObjectStore.prototype, "put").mockImplementation(() => {
      throw new DOMException("full", "QuotaExceededError");
    });
    expect(await shelf.save("package", { ...before, name: "x" })).toEqual({
      ok: false,
      error: { kind: "storage-full" },
    });
    vi.restoreAllMocks();
    expect(await shelf.read("package", "p")).toEqual(before);
    expect((await shelf.save("package", { ...before, name: "x" })).ok).toBe(true);
  });

  test("full when the transaction is written out: likewise", async () => {
    const shelf = tab(freshName());
    const before = savedOf(await shelf.save("package", packageRecord("p")));
    const put = IDBObjectStore.prototype.put;
    vi.spyOn(IDBObjectStore.prototype, "put").mockImplementation(function (this: IDBObjectStore, ...given) {
      const request = put.apply(this, given);
      // safe: the imitation's own way to end a transaction with a reason, as a full disk does when all is written out
      const transaction = this.transaction as unknown as Abortable;
      if (this.name === "package") request.addEventListener("success", () => transaction._abort("QuotaExceededError"));
      return request;
    });
    expect(await shelf.save("package", { ...before, name: "x" })).toEqual({
      ok: false,
      error: { kind: "storage-full" },
    });
    vi.restoreAllMocks();
    expect(await shelf.read("package", "p")).toEqual(before);
    expect(shelf.isKept()).toBe(true);
  });

  test("a newer Entente in another tab takes the database over, and this tab says so instead of saving", async () => {
    const name = freshName();
    const shelf = tab(name);
    await shelf.save("package", packageRecord("p"));
    const newer = await raised(name, 2);
    expect(await shelf.save("package", packageRecord("q"))).toEqual({ ok: false, error: { kind: "newer-elsewhere" } });
    expect(await shelf.exportAll()).toEqual({ ok: false, error: { kind: "newer-elsewhere" } });
    expect(shelf.isKept()).toBe(false);
    expect(shelf.trouble()).toEqual({ kind: "newer-elsewhere" });
    const late = tab(name); // opened when the newer one has already been here
    await late.list("package");
    expect(late.trouble()).toEqual({ kind: "newer-elsewhere" });
    newer.close();
  });

  test("a connection that the browser closed is opened again", async () => {
    const shelf = tab(freshName());
    const saved = savedOf(await shelf.save("package", packageRecord("p")));
    vi.spyOn(IDBDatabase.prototype, "transaction").mockImplementationOnce(() => {
      throw new DOMException("closed", "InvalidStateError");
    });
    expect((await shelf.save("package", { ...saved, name: "after" })).ok).toBe(true);
  });
});

type Abortable = { readonly _abort: (why: string) => void };

/** A request that is never answered. */
function silentRequest(): object {
  const request = new IDBOpenDBRequest();
  Object.defineProperty(request, "addEventListener", { value: () => undefined });
  return request;
}

function failingRequest(name: string): object {
  const request = new IDBOpenDBRequest();
  const listen = (type: string, listener: () => void): void => {
    if (type === "error") setTimeout(listener);
  };
  Object.defineProperty(request, "addEventListener", { value: listen });
  Object.defineProperty(request, "error", { value: new DOMException("failed", name) });
  return request;
}

function raised(name: string, version: number): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(name, version);
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}
