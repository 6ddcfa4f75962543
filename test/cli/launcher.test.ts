import { execFileSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { checkout, entente } from "./entente.ts";

let folder = "";
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "entente-launcher-"));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** A package of the launcher and programs that only say which of them ran; each file as many seconds old as it says. */
function installation(name: string, ages: Readonly<Record<string, number>>): string {
  const home = join(folder, name);
  mkdirSync(join(home, "bin"), { recursive: true });
  cpSync(join(checkout, "bin", "entente"), join(home, "bin", "entente"));
  writeFileSync(join(home, "package.json"), '{ "type": "module" }');
  for (const [file, age] of Object.entries(ages)) {
    mkdirSync(dirname(join(home, file)), { recursive: true });
    const says = file.startsWith("dist") ? "built" : "sources";
    writeFileSync(
      join(home, file),
      `console.log("${says}", process.version.split(".")[0], ...process.argv.slice(2)); process.exitCode = 3;\n`,
    );
    const time = Date.now() / 1000 - age;
    utimesSync(join(home, file), time, time);
    for (let place = dirname(file); place !== "."; place = dirname(place)) utimesSync(join(home, place), time, time);
  }
  return home;
}

const withNode24 = (home: string): string => {
  symlinkSync(join(checkout, "node_modules"), join(home, "node_modules"));
  return home;
};

test("without sources the built program runs, with its words and its exit code", () => {
  const home = installation("published", { "dist/node/main.js": 0 });
  const { stdout, exit } = entente(["check", "a b"], { home });
  expect(stdout).toMatch(/^built v\d+ check a b\n$/);
  expect(exit).toBe(3);
});

test("a build that is newer than every source runs", () => {
  const home = installation("fresh", { "src/cli/main.ts": 60, "dist/node/main.js": 30 });
  expect(entente([], { home }).stdout).toMatch(/^built/);
});

test("a build that is older than a source gives way to the sources", () => {
  const home = installation("stale", { "dist/node/main.js": 60, "src/cli/main.ts": 30 });
  expect(entente([], { home }).stdout).toMatch(/^sources/);
});

test("a newer test makes no build stale", () => {
  const home = installation("tested", { "src/cli/main.ts": 60, "src/cli/main.test.ts": 0, "dist/node/main.js": 30 });
  utimesSync(join(home, "src", "cli"), 0, 0);
  utimesSync(join(home, "src"), 0, 0);
  expect(entente([], { home }).stdout).toMatch(/^built/);
});

test("without a build the sources run", () => {
  const home = installation("unbuilt", { "src/cli/main.ts": 0 });
  expect(entente([], { home }).stdout).toMatch(/^sources/);
});

const otherNode = inject("otherNode") ?? "";
const isOlder = otherNode !== "" && execFileSync(otherNode, ["--version"], { encoding: "utf8" }) < "v24";

test.skipIf(!isOlder)("an older Node hands over to the Node 24 of npm, and its exit code comes back", () => {
  const home = withNode24(installation("handed-over", { "dist/node/main.js": 0 }));
  expect(entente(["x"], { node: otherNode, home })).toMatchObject({ stdout: "built v24 x\n", exit: 3 });
});

test.skipIf(!isOlder)("an older Node without Node 24 beside it runs the built program itself", () => {
  const home = installation("alone", { "dist/node/main.js": 0 });
  const { stdout } = entente(["x"], { node: otherNode, home });
  expect(stdout).toMatch(/^built v2[0-3] x\n$/);
});

test.skipIf(!isOlder)("an older Node alone with newer sources says what to do", () => {
  const home = installation("alone-and-stale", { "dist/node/main.js": 60, "src/cli/main.ts": 30 });
  const { stderr, exit } = entente([], { node: otherNode, home });
  expect(stderr).toContain('"npm run prepare" builds the program anew');
  expect(exit).toBe(2);
});
