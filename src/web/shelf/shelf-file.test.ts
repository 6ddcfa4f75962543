import "fake-indexeddb/auto";
import fc from "fast-check";
import { expect, test, vi } from "vitest";
import { openShelf } from "./open-shelf.ts";
import type { Refused, Shelf } from "./shelf.ts";
import { contentOf, packageRecord, savedOf, scenarioRecord, sheetRecord } from "./shelf-fixture.ts";

let databases = 0;
const freshShelf = (): Shelf => openShelf({ name: `file-${databases++}` });
const blobOf = (content: unknown): Blob => new Blob([typeof content === "string" ? content : JSON.stringify(content)]);
const own = "own-00000000-0000-4000-8000-000000000001";

async function filledShelf(): Promise<Shelf> {
  const shelf = freshShelf();
  savedOf(await shelf.save("scenario", scenarioRecord(own, "title: Ours\n")));
  savedOf(await shelf.save("package", packageRecord("p", { scenario: own, note: "«naïve» — 1" })));
  savedOf(await shelf.save("package", packageRecord("q")));
  savedOf(await shelf.save("sheet", sheetRecord("s", own)));
  savedOf(await shelf.save("visit", { id: own, version: 0, changed: "" }));
  return shelf;
}

test("everything exported, deleted and brought back is as it was", async () => {
  const shelf = await filledShelf();
  const before = await contentOf(shelf);
  const file = savedOf(await shelf.exportAll());
  expect(await shelf.removeAll()).toEqual({ ok: true });
  expect(await contentOf(shelf)).toEqual([[], [], [], []]);
  expect(await shelf.importAll(file)).toEqual({ ok: true, added: 5, beside: 0, same: 0 });
  expect(await contentOf(shelf)).toEqual(before);
  expect(await shelf.importAll(file)).toEqual({ ok: true, added: 0, beside: 0, same: 5 });
});

test("any record that can be saved comes back from its file", async () => {
  const text = fc.string({ unit: "binary", maxLength: 30 });
  const words = fc.dictionary(
    text.filter((key) => key !== "__proto__"),
    text,
    { maxKeys: 5, noNullPrototype: true },
  );
  await fc.assert(
    fc.asyncProperty(text, words, words, async (name, choices, files) => {
      const [here, there] = [freshShelf(), freshShelf()];
      savedOf(await here.save("package", packageRecord("p", { name, choices })));
      savedOf(await here.save("scenario", { ...scenarioRecord(own, ""), title: name, files }));
      expect(await there.importAll(savedOf(await here.exportAll()))).toMatchObject({ ok: true, added: 2 });
      // what a file in UTF-8 cannot hold is half a character
      expect(await contentOf(there)).toEqual(JSON.parse(JSON.stringify(await contentOf(here))));
      here.close();
      there.close();
    }),
    { numRuns: 50 },
  );
});

test("a scenario that differs is kept beside, with the file's packages and sheets of it, and only once", async () => {
  const shelf = await filledShelf();
  const file = savedOf(await shelf.exportAll());
  const record = (await shelf.read("scenario", own))!;
  savedOf(await shelf.save("scenario", { ...record, files: { "scenario.yaml": "title: Changed since\n" } }));
  const imported = await shelf.importAll(file);
  expect(imported).toMatchObject({ ok: true, beside: 3, same: 1 });
  const scenarios = await shelf.list("scenario");
  const copy = scenarios.find(({ id }) => id !== own)!;
  expect(copy.files["scenario.yaml"]).toBe("title: Ours\n");
  expect(copy.id).toMatch(/^own-[0-9a-f-]{36}$/);
  expect(await shelf.list("package", { scenario: copy.id })).toHaveLength(1);
  expect(await shelf.list("sheet", { scenario: copy.id })).toHaveLength(1);
  expect(await shelf.list("package", { scenario: own })).toHaveLength(1);
  expect((await shelf.read("scenario", own))!.files["scenario.yaml"]).toBe("title: Changed since\n");
  const content = await contentOf(shelf);
  expect(await shelf.importAll(file)).toMatchObject({ ok: true, added: 0, beside: 0 });
  expect(await contentOf(shelf)).toEqual(content);
});

test("an import that fails midway adds nothing", async () => {
  const file = savedOf(await (await filledShelf()).exportAll());
  const shelf = freshShelf();
  const put = IDBObjectStore.prototype.put;
  vi.spyOn(IDBObjectStore.prototype, "put").mockImplementation(function (this: IDBObjectStore, ...given) {
    if (this.name === "sheet") throw new DOMException("full", "QuotaExceededError");
    return put.apply(this, given);
  });
  expect(await shelf.importAll(file)).toEqual({ ok: false, error: { kind: "storage-full" } });
  vi.restoreAllMocks();
  expect(await contentOf(shelf)).toEqual([[], [], [], []]);
});

test("a page that ends in the middle of a save leaves the last confirmed one", async () => {
  const name = "crash";
  const tab = openShelf({ name });
  let record = savedOf(await tab.save("package", packageRecord("p", { note: "0" })));
  for (const note of ["1", "2", "3"]) record = savedOf(await tab.save("package", { ...record, note }));
  const put = IDBObjectStore.prototype.put;
  vi.spyOn(IDBObjectStore.prototype, "put").mockImplementation(function (this: IDBObjectStore, ...given) {
    const request = put.apply(this, given);
    this.transaction.abort(); // what a browser does with a transaction whose page is gone
    return request;
  });
  expect((await tab.save("package", { ...record, note: "4" })).ok).toBe(false);
  vi.restoreAllMocks();
  expect(await openShelf({ name }).read("package", "p")).toEqual(record);
});

test("every problem of a bad file is told, and nothing is brought in", async () => {
  const shelf = freshShelf();
  const good = { id: "p", version: 1, changed: "", scenario: "x", name: "n", choices: { a: "b" } };
  const records = {
    scenario: [{ id: "", version: 1, changed: "", title: 3, origin: { kind: "stolen" }, files: [] }],
    package: [good, good, { ...good, id: "q", secret: 1 }],
    sheet: [{ id: "s", version: 1, changed: "", scenario: "x", name: "n", draft: 3 }],
    visit: {},
  };
  const problems = problemsOf(await shelf.importAll(blobOf({ schema: "entente.shelf/1", exported: "", records })));
  expect(problems.map(({ where, what }) => `${where} ${what}`)).toEqual([
    "records.scenario[0].id wrong-value",
    "records.scenario[0].title wrong-value",
    "records.scenario[0].origin.kind wrong-value",
    "records.scenario[0].files wrong-value",
    "records.package[2] unknown-key",
    "records.sheet[0].draft wrong-value",
    "records.visit wrong-value",
  ]);
  const twice = { ...records, scenario: [], package: [good, good], sheet: [], visit: [] };
  expect(
    problemsOf(await shelf.importAll(blobOf({ schema: "entente.shelf/1", exported: "", records: twice }))),
  ).toEqual([{ where: "records.package[1].id", what: "twice", detail: "p" }]);
  expect(await contentOf(shelf)).toEqual([[], [], [], []]);
});

test.each([
  ["no JSON", "{", "not-json"],
  ["another JSON", { schema: "entente.scenario/1" }, "not-a-shelf"],
  ["a list", [], "not-a-shelf"],
  ["a later schema", { schema: "entente.shelf/2" }, "newer-schema"],
  ["a nest that is too deep", `{"schema":"entente.shelf/1","a":${"[".repeat(5000)}${"]".repeat(5000)}}`, "too-deep"],
  ["a reserved key", '{"schema":"entente.shelf/1","__proto__":{"polluted":true}}', "reserved-key"],
])("%s is no shelf file", async (_what, content, what) => {
  expect(problemsOf(await freshShelf().importAll(blobOf(content))).map((problem) => problem.what)).toEqual([what]);
});

test("a file beyond 200 MB is refused before it is read", async () => {
  const file = { size: 200 * 1024 * 1024 + 1, text: () => Promise.reject(new Error("was read")) } as unknown as Blob; // safe: only these are asked for
  expect(problemsOf(await freshShelf().importAll(file)).map(({ what }) => what)).toEqual(["too-large"]);
});

function problemsOf(imported: { readonly ok: boolean; readonly error?: Refused }) {
  const { error } = imported;
  return error?.kind === "not-a-shelf-file" ? error.problems : [];
}
