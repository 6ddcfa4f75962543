import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { checkout, entente } from "./entente.ts";

/** Every command on a small scenario; what each prints is alike wherever it runs. */
const commands: readonly (readonly string[])[] = [
  [],
  ["--version"],
  ["check", "nash-1950-barter", "ukraine-2025"],
  ["analyze", "nash-1950-barter"],
  ["analyze", "essequibo-2025", "--json"],
  ["evaluate", "essequibo-2025"],
  ["claims", "essequibo-2025", "--draws", "20"],
  ["robustness", "nash-1950-barter", "--draws", "20"],
];

const packed = inject("packed");
const otherNode = inject("otherNode");
let folder = "";
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "entente-elsewhere-"));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test("the package holds the launcher, the bundle, the page, scenarios, schemas and fonts, and no sources", () => {
  expect(readdirSync(packed).sort()).toEqual(
    expect.arrayContaining(["LICENSE", "README.md", "bin", "dist", "package.json", "scenarios", "schemas"]),
  );
  expect(existsSync(join(packed, "src"))).toBe(false);
  expect(existsSync(join(packed, "node_modules"))).toBe(false);
  expect(readdirSync(join(packed, "dist", "fonts"))).toContain("fonts.json");
  expect(readdirSync(join(packed, "dist", "web"))).toEqual(
    expect.arrayContaining(["assets", "index.html", "third-party-licences.md"]),
  );
  expect(readFileSync(join(packed, "dist", "node", "third-party-licences.txt"), "utf8")).toMatch(/^yaml \d/m);
});

describe.each([
  { where: "the Node of the tests", node: process.execPath },
  ...(otherNode ? [{ where: "the machine's own Node", node: otherNode }] : []),
])("the package alone, under $where", ({ node }) => {
  test.each(commands)("entente %s %s %s prints what the checkout prints", (...words) => {
    const here = entente(words);
    const there = entente(words, { node, home: packed, cwd: folder });
    expect(there.stderr).toBe(here.stderr);
    expect(withoutTimings(there.stdout)).toBe(
      withoutTimings(here.stdout).replaceAll(`${checkout}scenarios`, join(packed, "scenarios")),
    );
    expect(there.exit).toBe(0);
  });

  test("writes a page that carries its fonts and asks nobody for anything", () => {
    const page = join(folder, `page-of-${process.version}.html`);
    expect(entente(["analyze", "essequibo-2025", "--report", page], { node, home: packed, cwd: folder }).exit).toBe(0);
    const html = readFileSync(page, "utf8");
    expect(html).toContain('font-family:"Source Serif 4"');
    expect(html).toContain("data:font/woff2;base64,");
    expect(html).not.toMatch(/(src|href)="?(https?:)?\/\//);
    expect(html).not.toMatch(/url\((?!data:)/);
  });
});

test("a checkout's launcher hands over from the machine's own Node", { skip: otherNode === undefined }, () => {
  const there = entente(["check", "nash-1950-barter"], { node: otherNode! });
  expect(there).toEqual(entente(["check", "nash-1950-barter"]));
});

function withoutTimings(text: string): string {
  return text.replace(/"timings": \{[^}]*\}/, "");
}
