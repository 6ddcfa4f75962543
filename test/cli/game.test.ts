import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { gameContract } from "#report";
import { entente } from "./entente.ts";

/** An attacker who does not know whether the guarantor is resolute; it is with chance one half. */
const guarantee = `EFG 2 R "A guarantee" { "Challenger" "Guarantor" }

c "" 1 "resolve" { "resolute" 1/2 "irresolute" 1/2 } 0
p "" 1 1 "attack?" { "attack" "hold" } 0
p "" 2 1 "resolute" { "fight" "abandon" } 0
t "" 1 "war" { -4, -1 }
t "" 2 "conquest" { 3, -2 }
t "" 3 "peace" { 0, 0 }
p "" 1 1 "attack?" { "attack" "hold" } 0
p "" 2 2 "irresolute" { "fight" "abandon" } 0
t "" 4 "costly war" { -4, -3 }
t "" 2 "conquest" { 3, -2 }
t "" 3 "peace" { 0, 0 }
`;
const pennies = `NFG 1 R "Matching pennies" { "Even" "Odd" } { 2 2 }

1 -1 -1 1 -1 1 1 -1
`;

let folder = "";
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "entente-game-"));
  writeFileSync(join(folder, "guarantee.efg"), guarantee);
  writeFileSync(join(folder, "pennies.nfg"), pennies);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const inFolder = (words: readonly string[]) => entente(words, { cwd: folder });

test("a game of types is answered in words: what each plays, what it believes, what it expects", () => {
  const { stdout, stderr, exit } = inFolder(["game", "guarantee.efg"]);
  expect(stderr).toBe("");
  expect(exit).toBe(0);
  const words = stdout.replace(/\s+/g, " ");
  // attack pays 1/2 * -4 + 1/2 * 3 = -1/2 against peace
  expect(words).toContain("Challenger at “attack?” plays “hold”");
  expect(words).toContain("believes 0.5 after resolute and 0.5 after irresolute");
  expect(words).toContain("Guarantor, at “irresolute” (never reached): “abandon”");
});

test("matching pennies has one Nash equilibrium, in which both mix evenly", () => {
  const { stdout, exit } = inFolder(["game", "pennies.nfg"]);
  expect(exit).toBe(0);
  expect(stdout).toContain("There is 1 Nash equilibrium, and no other.");
  expect(stdout.replace(/\s+/g, " ")).toContain("Even: strategy 1 with 0.5 and strategy 2 with 0.5.");
});

test.each(["guarantee.efg", "pennies.nfg"])("%s --json is what the contract says", (file) => {
  const { stdout, exit } = inFolder(["game", file, "--json"]);
  expect(exit).toBe(0);
  expect(gameContract().safeParse(JSON.parse(stdout)).error?.issues).toBeUndefined();
});

test("a game is written out again, and its copy has the same answer", () => {
  for (const [file, copy] of [
    ["guarantee.efg", "copy.efg"],
    ["pennies.nfg", "copy.nfg"],
  ] as const) {
    expect(inFolder(["game", file, "--to", copy])).toMatchObject({ stdout: `Wrote ${copy}.\n`, exit: 0 });
    expect(inFolder(["game", copy]).stdout).toBe(inFolder(["game", file]).stdout);
  }
  expect(readFileSync(join(folder, "copy.efg"), "utf8")).toContain("1/2");
});

test.each([
  [["game", "guarantee.efg", "--to", "x.nfg"], "This game is a tree"],
  [["game", "pennies.nfg", "--to", "x.efg"], "This game is a table"],
  [["game", "pennies.nfg", "--to", "x.txt"], "--to writes .efg or .nfg"],
  [["game", "pennies.nfg", "--to", "guarantee.efg"], "This game is a table"],
  [["game", "guarantee.efg", "--to", "guarantee.efg"], "nothing is written over"],
])("entente %j could not run", (words, message) => {
  const { stderr, exit } = inFolder(words);
  expect(stderr).toContain(message);
  expect(exit).toBe(2);
});

test("mistakes in a file end with exit 1, each at its place", () => {
  writeFileSync(join(folder, "bad.efg"), guarantee.replace("{ -4, -1 }", "{ -4 }"));
  const { stderr, exit } = inFolder(["game", "bad.efg"]);
  expect(exit).toBe(1);
  expect(stderr).toMatch(/^bad\.efg:6:\d+ game-/);
});
