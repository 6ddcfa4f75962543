import { execFileSync } from "node:child_process";
import {
  chmodSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { checkout, entente } from "./entente.ts";

/** A sound scenario in a folder of its own, to be spoilt. */
let folder = "";
const fresh = (name: string): string => {
  const place = join(folder, name);
  cpSync(join(checkout, "scenarios", "textbook", "nash-1950-barter"), place, { recursive: true });
  return place;
};
const spoilt = (name: string, file: string, text: string | Uint8Array): string => {
  const place = fresh(name);
  writeFileSync(join(place, file), text);
  return place;
};

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "entente-bad-files-"));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe("a spoilt scenario is answered with diagnostics, and exit 1", () => {
  test.each([
    ["not YAML at all", ": : :\n\t- {"],
    ["an empty file", ""],
    ["bytes that are no UTF-8", new Uint8Array([0xff, 0xfe, 0x00, 0xd8, 0x41])],
    ["a megabyte of nesting", "[".repeat(1024 * 1024)],
    ["nesting in block style", Array.from({ length: 2000 }, (_, depth) => `${" ".repeat(depth % 400)}a:`).join("\n")],
    ["a billion laughs", `a: &a [x, x]\nb: &b [*a, *a]\nc: [*b, *b]\n`],
    ["a list in place of the scenario", "- a\n- b\n"],
  ])("%s", (name, text) => {
    const { stdout, stderr, exit } = entente(["check", spoilt(name, "scenario.yaml", text)]);
    expect(stdout).toMatch(/scenario\.yaml:\d+:\d+ [a-z0-9-]+ /);
    expect(stdout).toMatch(/checked: \d+ error/);
    expect(stderr).toBe("");
    expect(exit).toBe(1);
  });
});

test("analyze prints the same diagnostics, on standard error, and computes nothing", () => {
  const { stdout, stderr, exit } = entente(["analyze", spoilt("analyzed", "scenario.yaml", "- a\n")]);
  expect({ stdout, exit }).toEqual({ stdout: "", exit: 1 });
  expect(stderr).toMatch(/scenario\.yaml:1:1 /);
});

test("a file over 1 MB is not read", () => {
  const place = spoilt("large", "sheets/large.yaml", "a".repeat(3 * 1024 * 1024));
  const { stdout, exit } = entente(["check", place]);
  expect(stdout).toContain("large.yaml:1:1 file-too-large This file has 3.0 MB; at most 1 MB is read.");
  expect(exit).toBe(1);
});

test("a link out of the folder is not followed, nor is its target shown", () => {
  const place = fresh("linked");
  writeFileSync(join(folder, "secret.yaml"), "password: hunter2\n");
  symlinkSync(join(folder, "secret.yaml"), join(place, "sheets", "spy.yaml"));
  const { stdout, stderr, exit } = entente(["check", place]);
  expect(stdout).toContain("spy.yaml:1:1 file-outside");
  expect(`${stdout}${stderr}`).not.toContain("hunter2");
  expect(exit).toBe(1);
});

test("a sheet in a folder below sheets/ is read like any other", () => {
  const place = fresh("nested");
  const [name = ""] = readdirSync(join(place, "sheets")).sort();
  mkdirSync(join(place, "sheets", "own", "2025"), { recursive: true });
  renameSync(join(place, "sheets", name), join(place, "sheets", "own", "2025", name));
  expect(entente(["check", place])).toMatchObject({ exit: 0 });
  const answer = (scenario: string): string => entente(["analyze", scenario]).stdout;
  expect(answer(place)).toBe(answer("nash-1950-barter"));
  writeFileSync(join(place, "sheets", "own", "2025", name), "schema: entente.sheet/1\nparty: nobody\n");
  const { stdout, exit } = entente(["check", join(place, "sheets", "own", "2025", name)]);
  expect(stdout).toContain(`own/2025/${name}:2:`);
  expect(exit).toBe(1);
});

test("folders of sheets are followed so deep and no deeper, and never through a link", () => {
  const place = fresh("deep");
  const deep = join(place, "sheets", "a", "b", "c", "d");
  mkdirSync(join(deep, "e"), { recursive: true });
  symlinkSync(join(place, "sheets"), join(place, "sheets", "again"));
  const { stdout, exit } = entente(["check", place]);
  expect(stdout).toContain("sheets/a/b/c/d/e:1:1 folder-too-deep");
  expect(stdout).not.toContain("again");
  expect(exit).toBe(1);
});

test("more sheets, or more megabytes of them, than one scenario can have are not read", () => {
  const many = fresh("many");
  for (let at = 0; at <= 1000; at++) writeFileSync(join(many, "sheets", `z${at}.yaml`), "");
  expect(entente(["check", many]).stdout).toContain("sheets:1:1 too-many-sheets There are more than 1000 sheets here.");
  const heavy = fresh("heavy");
  const megabyte = `# ${"a".repeat(1024 * 1024 - 3)}\n`;
  for (let at = 0; at < 17; at++) writeFileSync(join(heavy, "sheets", `z${at}.yaml`), megabyte);
  const { stdout, exit } = entente(["check", heavy]);
  expect(stdout).toContain("folder-too-large With this file the folder has more than 16 MB");
  expect(exit).toBe(1);
});

test("a link that leads nowhere is named", () => {
  const place = fresh("dangling");
  symlinkSync("nowhere.yaml", join(place, "sheets", "gone.yaml"));
  const { stdout, exit } = entente(["check", place]);
  expect(stdout).toContain("gone.yaml:1:1 file-unreadable This file could not be read: no such file or folder.");
  expect(exit).toBe(2);
});

test("a folder in place of a file is named", () => {
  const place = fresh("folder-for-file");
  mkdirSync(join(place, "sheets", "folder.yaml"));
  const { stdout, exit } = entente(["check", place]);
  expect(stdout).toMatch(/folder\.yaml:1:1 file-(not-ordinary|unreadable)/);
  expect(exit).toBeGreaterThan(0);
});

test.skipIf(process.platform === "win32")("a named pipe does not make it wait", () => {
  const place = fresh("pipe");
  execFileSync("mkfifo", [join(place, "sheets", "pipe.yaml")]);
  const { stdout, exit } = entente(["check", place]);
  expect(stdout).toContain("pipe.yaml:1:1 file-not-ordinary");
  expect(exit).toBe(1);
});

// root may read anything
test.skipIf(process.getuid?.() === 0 || process.platform === "win32")("a file without permission is named", () => {
  const place = fresh("forbidden");
  chmodSync(join(place, "scenario.yaml"), 0);
  const { stdout, exit } = entente(["check", place]);
  expect(stdout).toContain("scenario.yaml:1:1 file-unreadable This file could not be read: permission denied.");
  expect(exit).toBe(2);
});

test("one sheet is checked against the agenda beside it, and only its own mistakes are told", () => {
  const place = spoilt("one-sheet", "sheets/extra.yaml", "schema: entente.sheet/1\nparty: nobody\n");
  writeFileSync(join(place, "sheets", "other.yaml"), "- not a sheet\n");
  const { stdout, exit } = entente(["check", join(place, "sheets", "extra.yaml")]);
  expect(stdout).toContain("extra.yaml:2:");
  expect(stdout).not.toContain("other.yaml");
  expect(exit).toBe(1);
});

test("a report that cannot be written says why, after the answer", () => {
  const { stdout, stderr, exit } = entente(["analyze", "nash-1950-barter", "--report", folder]);
  expect(stdout).not.toBe("");
  expect(stderr).toContain("could not be written: it is a folder.");
  expect(exit).toBe(2);
});
