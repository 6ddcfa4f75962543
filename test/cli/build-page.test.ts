import { execFile } from "node:child_process";
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { promisify } from "node:util";
import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { afterEach, beforeEach, expect, test } from "vitest";
import { checkout } from "./entente.ts";

/** A checkout of the builder and a page of three files. */
let home = "";
const script = "src/web/main.tsx";
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), "entente-page-"));
  for (const name of ["bin/build-page.js", "vite.config.ts", "package.json", "package-lock.json"])
    cpSync(join(checkout, name), join(home, name));
  symlinkSync(join(checkout, "node_modules"), join(home, "node_modules"));
  write(
    "src/web/index.html",
    '<!doctype html><link rel="icon" href="/mark.svg"><script type="module" src="./main.tsx"></script>',
  );
  write("src/web/public/mark.svg", "<svg></svg>");
  write(script, 'import "./page.css"; import { name } from "./name.ts"; document.title = name;');
  write("src/web/name.ts", `export const name = "${"the page ".repeat(300)}";`);
  write("src/web/page.css", "h1 { color: red }");
});
afterEach(() => rmSync(home, { recursive: true, force: true }));

test("a page is built once, and again only when its sources change", async () => {
  expect(await build()).toMatch(/^Building the page, once after each change \.\.\.\nBuilt the page in [\d.]+ s\.\n$/);
  expect(await build()).toBe("");
  write("src/web/name.test.ts", "// a test makes no page");
  write("src/server/index.ts", "// nor does the server");
  expect(await build()).toBe("");
  write("src/model/index.ts", "// but every folder that a page may import does");
  expect(await build()).toContain("Built");
  rmSync(join(home, "src/model"), { recursive: true });
  expect(await build()).toContain("Built"); // and its absence
  utimesSync(join(home, script), 1, 1);
  expect(await build()).toContain("Built"); // an older file that took the place of a newer one
});

test("it holds nothing that the server's policy refuses, and each file compressed beside it", async () => {
  await build();
  const page = join(home, "dist", "web");
  const html = readFileSync(join(page, "index.html"), "utf8");
  expect(html).not.toMatch(/<script(?![^>]*\bsrc=)|<style|\bstyle=|data:|https?:\/\//);
  const assets = readdirSync(join(page, "assets"));
  const main = assets.find((name) => name.endsWith(".js"))!;
  const plain = readFileSync(join(page, "assets", main));
  expect(brotliDecompressSync(readFileSync(join(page, "assets", `${main}.br`)))).toEqual(plain);
  expect(gunzipSync(readFileSync(join(page, "assets", `${main}.gz`)))).toEqual(plain);
  expect(assets.filter((name) => name.endsWith(".map"))).toEqual([]);
});

test("a new build takes away what belongs to no page any more", async () => {
  await build();
  const before = assets();
  write("src/web/name.ts", `export const name = "${"another page ".repeat(300)}";`);
  await build();
  const after = assets();
  expect(after.filter((name) => name.endsWith(".js"))).toHaveLength(1);
  expect(after).not.toEqual(before);
  expect(html()).toContain(after.find((name) => name.endsWith(".js")));
});

test("a reader sees a whole page at every moment of a build", async () => {
  await build();
  write("src/web/name.ts", `export const name = "${"another page ".repeat(300)}";`);
  let reads = 0;
  let isBuilt = false;
  const building = build().finally(() => {
    isBuilt = true;
  });
  while (!isBuilt) {
    const named = [...html().matchAll(/\/(assets\/[^"]+)"/g)].map(([, path]) => path!);
    // what was named a moment ago is there, or a newer page already is
    const missing = named.filter((path) => !existsSync(join(home, "dist", "web", path)));
    if (missing.length > 0) expect(html()).not.toContain(missing[0]);
    expect(named.length).toBeGreaterThan(0);
    reads += 1;
    await new Promise(setImmediate);
  }
  await building;
  expect(reads).toBeGreaterThan(10);
});

test("two that are asked for at once build one page", async () => {
  const told = await Promise.all([build(), build(), build()]);
  expect(told.filter((words) => words.includes("Built the page"))).toHaveLength(1);
  expect(told.join("")).toContain("The page is already being built: waiting for it.");
  expect(readdirSync(join(home, ".build", "page"))).toEqual([]);
});

test("one that was killed holds up nobody", async () => {
  write(".build/page/lock", "4194304"); // beyond every process number
  write(".build/page/made-abandoned/index.html", "");
  expect(await build()).toContain("Built");
  expect(readdirSync(join(home, ".build", "page"))).toEqual([]);
});

test("a mistake in a source leaves the page as it was, and is told", async () => {
  await build();
  const before = html();
  write(script, "this is not a page");
  await expect(build()).rejects.toMatchObject({
    code: 1,
    stderr: expect.stringMatching(/The page could not be built: [\s\S]*main\.tsx/),
  });
  expect(html()).toBe(before);
  await expect(build()).rejects.toMatchObject({ code: 1 }); // it is still not of these sources
});

const html = (): string => readFileSync(join(home, "dist", "web", "index.html"), "utf8");
const assets = (): readonly string[] => readdirSync(join(home, "dist", "web", "assets")).sort();

function write(name: string, text: string): void {
  mkdirSync(dirname(join(home, name)), { recursive: true });
  writeFileSync(join(home, name), text);
}

/** What it says; rejected when it cannot build. */
async function build(): Promise<string> {
  const { stderr } = await promisify(execFile)(process.execPath, [join(home, "bin", "build-page.js")]);
  return stderr;
}
