import { strToU8, zipSync } from "fflate";
import { expect, test } from "vitest";
import { fileOf, shippedFiles } from "./given-fixture.ts";
import { type Dropped, readDropped } from "./read-dropped.ts";
import { readPicked } from "./read-picked.ts";

type Tree = { readonly [name: string]: Tree | string | Uint8Array };

test("a dropped folder is read to its depth, all batches of each folder", async () => {
  const many = Object.fromEntries(Array.from({ length: 250 }, (_, index) => [`P${index}.yaml`, "x"]));
  const { files, name, problems } = await readDropped(
    dropOf({
      mine: { "scenario.yaml": "a", ".git": { "b.txt": "hidden" }, sheets: { deep: { "RU.yaml": "c" }, ...many } },
    }),
  );
  expect(problems).toEqual([]);
  expect(name).toBe("mine");
  expect(files.size).toBe(252);
  expect([...files.keys()]).toEqual(
    expect.arrayContaining(["scenario.yaml", "sheets/deep/RU.yaml", "sheets/P249.yaml"]),
  );
});

test("several files dropped together stay beside each other", async () => {
  const { files } = await readDropped(dropOf({ "scenario.yaml": "a", "RU.yaml": "b", "photo.png": "c" }));
  expect([...files.keys()].sort()).toEqual(["RU.yaml", "scenario.yaml"]);
});

test("everything is taken from the drop before anything is awaited", () => {
  let over = false;
  const drop = dropOf({ "a.yaml": "x", "b.yaml": "y" });
  const guarded = [...(drop.items as Iterable<DataTransferItem>)].map((item) => ({
    kind: item.kind,
    webkitGetAsEntry: () => {
      if (over) throw new Error("asked after the event");
      return item.webkitGetAsEntry();
    },
    getAsFile: () => null,
  }));
  const reading = readDropped({ items: guarded });
  over = true;
  return expect(reading.then(({ files }) => files.size)).resolves.toBe(2);
});

test("a browser without folders in a drop gives the file itself", async () => {
  const item = { kind: "file", webkitGetAsEntry: () => null, getAsFile: () => fileOf("a.yaml", "text") };
  expect([...(await readDropped({ items: [item] })).files.keys()]).toEqual(["a.yaml"]);
});

test("a zip is unpacked whether it is dropped or picked, whatever it is called", async () => {
  const zip = zipSync({ "mine/scenario.yaml": strToU8("x") });
  for (const name of ["mine.zip", "mine"]) {
    const expected = ["scenario.yaml"];
    expect([...(await readDropped(dropOf({ [name]: zip }))).files.keys()]).toEqual(expected);
    expect([...(await readPicked([fileOf(name, zip)])).files.keys()]).toEqual(expected);
  }
});

test("a picked folder gives its files without the folder's own name", async () => {
  const picked = Object.entries(shippedFiles("textbook/no-deal", "no-deal/")).map(([path, bytes]) =>
    fileOf(path, bytes),
  );
  const { files, name } = await readPicked(picked);
  expect(name).toBe("no-deal");
  expect(Object.fromEntries(files)).toEqual(shippedFiles("textbook/no-deal"));
});

test("a file that is gone or too large is told, and the others are read", async () => {
  const gone = fileOf("folder/gone.yaml", "x");
  Object.defineProperty(gone, "arrayBuffer", {
    value: () => Promise.reject(new DOMException("gone", "NotFoundError")),
  });
  const large = fileOf("folder/large.yaml", new Uint8Array(1024 * 1024 + 1));
  const { files, problems } = await readPicked([gone, large, fileOf("folder/good.yaml", "x")]);
  expect([...files.keys()]).toEqual(["good.yaml"]);
  expect(problems).toEqual([
    { path: "folder/gone.yaml", what: "unreadable" },
    { path: "folder/large.yaml", what: "file-too-large" },
  ]);
});

test("nothing dropped is nothing read", async () => {
  const nothing = { files: new Map(), name: "", given: "", problems: [], seen: [] };
  expect(await readDropped({ items: [] })).toEqual(nothing);
  expect(await readDropped(dropOf({ mine: { inner: {} } }))).toEqual({ ...nothing, name: "mine", given: "mine" });
});

test("files that are not wanted are seen, but neither asked for nor read; hidden ones are not even seen", async () => {
  const { files, seen } = await readDropped(
    dropOf({
      mine: { "photo.jpg": "x", ".git": { "config.txt": "x" }, "Thumbs.db": "x", deep: { "letter.txt": "x" } },
    }),
  );
  expect([...files.keys()]).toEqual(["letter.txt"]);
  expect(seen).toEqual(["mine/photo.jpg", "mine/deep/letter.txt"]);
});

/** What a browser hands over when this is dropped; folders answer in batches of a hundred, as in Chromium. */
function dropOf(tree: Tree): Dropped {
  const entryOf = (name: string, content: Tree[string]): FileSystemEntry => {
    if (typeof content === "string" || content instanceof Uint8Array) {
      const file = (given: (file: File) => void): void => given(fileOf(name, content));
      return { name, isFile: true, isDirectory: false, file } as unknown as FileSystemEntry; // safe: what is asked of it
    }
    const rest = Object.entries(content).map(([own, inner]) => entryOf(own, inner));
    const readEntries = (given: (entries: FileSystemEntry[]) => void): void => {
      const batch = rest.splice(0, 100);
      setTimeout(() => given(batch));
    };
    const createReader = () => ({ readEntries });
    return { name, isFile: false, isDirectory: true, createReader } as unknown as FileSystemEntry; // safe: likewise
  };
  return {
    items: Object.entries(tree).map(([name, content]) => ({
      kind: "file",
      webkitGetAsEntry: () => entryOf(name, content),
      getAsFile: () => null,
    })),
  };
}
