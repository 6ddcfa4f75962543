import { spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

/**
 * The documents show what the program does. In a ```console block every line that begins with `$ entente` is run and the
 * lines under it are its output, in which `...` stands for any number of lines; ```console exit=1 expects that exit code.
 * A ```yaml block that begins with `# my-scenario/some/file.yaml` is that file, beside which the page's commands run; a
 * game, whose format knows no such comment, has its path beside the language: ```efg my-scenario/some/file.efg.
 */
type Example = {
  readonly at: string;
  readonly command: string;
  readonly expected: readonly string[];
  readonly exit: number;
};

const root = fileURLToPath(new URL("..", import.meta.url));
const guide = readdirSync(join(root, "docs", "guide"))
  .filter((name) => name.endsWith(".md"))
  .map((name) => `docs/guide/${name}`);
const pages = ["README.md", ...guide.sort(), "docs/reference/conflict-files.md", "docs/reference/durability.md"];

describe.each(pages.filter((page) => examplesOf(page).length > 0))("%s", (page) => {
  let folder = "";
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), "entente-docs-"));
    for (const { path, text } of filesOf(page)) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), text);
    }
    spoil(folder);
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  test.each(examplesOf(page))("$at: $command", ({ command, expected, exit }) => {
    const words = command.split(/\s+/).slice(1);
    const { stdout, stderr, status } = spawnSync(process.execPath, [join(root, "bin", "entente"), ...words], {
      cwd: folder,
      encoding: "utf8",
      env: { ...process.env, NO_COLOR: "1" },
    });
    expect(status, stderr).toBe(exit);
    const printed = `${stdout}${stderr}`.split("\n").map((line) => line.trimEnd());
    expect(firstDifference(expected, printed)).toBeUndefined();
  });
});

describe("a page's links", () => {
  const all = [
    ...pages,
    "ARCHITECTURE.md",
    ...readdirSync(join(root, "docs", "decisions")).map((name) => `docs/decisions/${name}`),
  ];
  test.each(all)("%s leads to files that exist", (page) => {
    const links = [...read(page).matchAll(/\]\(([^)#]+)(?:#[^)]*)?\)/g)].map((match) => match[1]!);
    const local = links.filter((link) => !/^[a-z]+:/.test(link));
    expect(local.filter((link) => !existsSync(join(root, dirname(page), link)))).toEqual([]);
  });

  test("ARCHITECTURE.md and the decisions name only files that exist", () => {
    const named = all
      .filter((page) => page !== "README.md" && !page.startsWith("docs/guide"))
      .flatMap((page) =>
        [...read(page).matchAll(/`((?:src|test|bin|bench|docs)\/[\w./-]+)`/g)].map((match) => match[1]!),
      );
    expect(named.length).toBeGreaterThan(20);
    expect(named.filter((path) => !existsSync(join(root, path)))).toEqual([]);
  });
});

test("continuous integration runs exactly the README's test command", () => {
  const command = "npm ci && npm test";
  expect(read("README.md")).toContain(`\n${command}\n`);
  expect(read(".ci/run")).toMatch(/^npm ci && npm test( |$)/m);
});

test("the examples are read as a person reads them", () => {
  expect(firstDifference(["a", "...", "c"], ["a", "b", "b", "c"])).toBeUndefined();
  expect(firstDifference(["a", "c"], ["a", "b", "c"])).toBe('expected "c", got "b"');
  expect(firstDifference(["a", "...", "d"], ["a", "b", "c"])).toBe('"d" never came');
  expect(firstDifference(["a"], ["a", "b"])).toBe('unexpected "b"');
});

/** The guide's example of mistakes: a copy of its scenario in which one option is misspelt. */
function spoil(folder: string): void {
  const sheet = join("sheets", "A.yaml");
  if (!existsSync(join(folder, "my-scenario", sheet))) return;
  cpSync(join(folder, "my-scenario"), join(folder, "broken"), { recursive: true });
  const text = readFileSync(join(folder, "broken", sheet), "utf8").replace("joint: [30, 60]", "join: 60");
  writeFileSync(join(folder, "broken", sheet), text);
}

/** The first line that is not as shown, or nothing. Blank lines at both ends do not count. */
function firstDifference(expected: readonly string[], printed: readonly string[]): string | undefined {
  const [wanted, got] = [trimmed(expected), trimmed(printed)];
  if (wanted.length === 0) return undefined; // the page shows the command only
  let at = 0;
  let skipping = false;
  for (const line of wanted) {
    if (line.trim() === "...") {
      skipping = true;
      continue;
    }
    while (skipping && at < got.length && got[at] !== line) at++;
    if (at >= got.length) return `"${line}" never came`;
    if (got[at] !== line) return `expected "${line}", got "${got[at]}"`;
    at++;
    skipping = false;
  }
  return skipping || at === got.length ? undefined : `unexpected "${got[at]}"`;
}

function trimmed(lines: readonly string[]): readonly string[] {
  const isText = (line: string): boolean => line.trim() !== "";
  return lines.slice(lines.findIndex(isText), lines.findLastIndex(isText) + 1);
}

function examplesOf(page: string): readonly Example[] {
  return blocksOf(page, "console").flatMap(({ info, lines, line }) => {
    const exit = Number(/exit=(\d+)/.exec(info)?.[1] ?? 0);
    const examples: { at: string; command: string; expected: string[]; exit: number }[] = [];
    for (const [index, text] of lines.entries()) {
      if (text.startsWith("$ entente"))
        examples.push({ at: `line ${line + index + 1}`, command: text.slice(2), expected: [], exit });
      else examples.at(-1)?.expected.push(text.trimEnd());
    }
    return examples;
  });
}

function filesOf(page: string): readonly { path: string; text: string }[] {
  const texts = blocksOf(page, "yaml").flatMap(({ lines }) => {
    const path = /^# (my-scenario\/[\w./-]+\.yaml)$/.exec(lines[0] ?? "")?.[1];
    return path === undefined ? [] : [{ path, text: `${lines.slice(1).join("\n")}\n` }];
  });
  const games = blocksOf(page, "efg").flatMap(({ info, lines }) => {
    const path = / (my-scenario\/[\w./-]+\.efg)$/.exec(info)?.[1];
    return path === undefined ? [] : [{ path, text: `${lines.join("\n")}\n` }];
  });
  return [...texts, ...games];
}

function blocksOf(page: string, language: string): readonly { info: string; lines: readonly string[]; line: number }[] {
  const lines = read(page).split("\n");
  return lines.flatMap((text, index) => {
    if (text !== `\`\`\`${language}` && !text.startsWith(`\`\`\`${language} `)) return [];
    const end = lines.indexOf("```", index + 1);
    return [{ info: text, lines: lines.slice(index + 1, end), line: index + 1 }];
  });
}

function read(page: string): string {
  return existsSync(join(root, page)) ? readFileSync(join(root, page), "utf8") : "";
}
