import { chmodSync, lstatSync, mkdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { dataFolder } from "../../../test/contracts/store-samples.ts";
import { findBinaries } from "./binaries.ts";
import { findPlace, type Place } from "./place.ts";

let folder: ReturnType<typeof dataFolder>;
let root = "";
let place: Place;
const said: string[] = [];
const tell = (sentence: string): void => void said.push(sentence);

/** A package as it is before its install script has run: without the links between its libraries. */
beforeEach(() => {
  folder = dataFolder();
  root = join(folder.path, "package");
  for (const part of ["bin", "lib"]) mkdirSync(join(root, "native", part), { recursive: true });
  for (const name of ["initdb", "pg_ctl", "postgres"]) writeFileSync(join(root, "native", "bin", name), name);
  writeFileSync(join(root, "native", "lib", "libx.so.6.18"), "library");
  const links = ["libx.so", "libx.so.6"].map((name) => ({
    source: "native/lib/libx.so.6.18",
    target: `native/lib/${name}`,
  }));
  writeFileSync(join(root, "native", "pg-symlinks.json"), JSON.stringify(links));
  writeFileSync(join(root, "package.json"), '{ "version": "18.4.0-beta.17" }');
  place = findPlace(join(folder.path, "data"), tell);
  said.length = 0;
});
afterEach(() => folder.remove());

test("links that an install script did not make are made, and made once", () => {
  const found = { folder: join(root, "native", "bin"), version: "18.4.0-beta.17", major: 18 };
  expect(findBinaries(place, tell, root)).toEqual(found);
  expect(findBinaries(place, tell, root)).toEqual(found);
  expect(lstatSync(join(root, "native", "lib", "libx.so")).isSymbolicLink()).toBe(true);
  expect(readFileSync(join(root, "native", "lib", "libx.so.6"), "utf8")).toBe("library");
  expect(said).toEqual([]);
});

test("a package that PostgreSQL's user may not enter, or we not write to, is copied beside the data, once", () => {
  // root may write everywhere but then PostgreSQL is not root; any other user is kept out by the mode
  chmodSync(process.getuid?.() === 0 ? root : join(root, "native", "lib"), process.getuid?.() === 0 ? 0o700 : 0o555);
  const { folder: bin } = findBinaries(place, tell, root);
  expect(bin).toBe(join(place.folder, "postgresql-18.4.0-beta.17", "native", "bin"));
  expect(statSync(join(bin, "postgres")).mode & 0o777).toBe(0o755);
  expect(readFileSync(join(bin, "..", "lib", "libx.so"), "utf8")).toBe("library");
  expect(said).toEqual([expect.stringMatching(/copied to .*postgresql-18/)]);
  expect(findBinaries(place, tell, root).folder).toBe(bin);
  expect(said).toHaveLength(1);
  chmodSync(join(root, "native", "lib"), 0o755);
});
