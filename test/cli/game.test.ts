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

const models = ["backstop", "tripwire", "deterrence", "two-sided", "ultimatum", "inspection"];

/** The model's answer without line breaks. */
function found(words: readonly string[]): string {
  const { stdout, stderr, exit } = inFolder(["game", "--model", ...words]);
  expect(stderr).toBe("");
  expect(exit).toBe(0);
  return stdout.replace(/\s+/g, " ");
}

test("a backstop is hollow by what is missing, and deters once the more willing guarantors are likely enough", () => {
  // q* = (0.7 * 100 - 20 - 5 - 5) / ((0.7 - 0.2) * 100 + 30) = 40 / 80; k* = 40 * (0.7 - 0.2) + 4 = 24
  const numbers = ["success-alone=0.7", "wider-war-cost=30", "stake=40", "reneging=4"];
  const hollow = found(["backstop", "--with", ...numbers, "low-cost=23.5", "low-cost-chance=0.3"]);
  expect(hollow).toContain(
    "The guarantee is hollow: to deter it needs a chance of q* = 0.5 that the guarantors fight.",
  );
  expect(hollow).toContain("at most k* = 24; so the chance that they fight is q = 0.3. That is 0.2 too little.");
  expect(hollow).toContain("finds the same play");
  expect(hollow).toContain("Challenger at “attack?” plays “Attack”");
  expect(hollow).toContain("stake = 40: what the guarantors would lose");
  expect(hollow).toContain("prize = 100 (default): what the challenger would win");
  const held = found(["backstop", "--with", ...numbers, "low-cost=23.5", "low-cost-chance=0.75"]);
  expect(held).toContain("The attack is deterred");
  expect(held).toContain("That is 0.25 more than needed.");
  // 24.5 is more than k*: nobody fights
  expect(found(["backstop", "--with", ...numbers, "low-cost=24.5"])).toContain("q = 0. That is 0.5 too little.");
});

test("two-sided deterrence: the share of war grows with the defender's hardness until that suffices, then it is none", () => {
  // c_H = (100 - 60) / (100 - 20), c_S = (100 - 60) / (100 - 0), d* = (80 - 20) / (80 - 0); p = 0.3
  const at = (q: number) => found(["two-sided", "--with", `hard-defender=${q}`]);
  expect(at(0.2)).toContain(
    "c_H = 0.5 on, a soft one from c_S = 0.4; a soft defender is frightened from p = d* = 0.75",
  );
  // soft challengers: 0.3 * 0.25 / (0.7 * 0.75) = 1/7; soft defenders: (0.4 - 0.2) / 0.8; war: 0.3 * 0.4
  expect(at(0.2)).toContain("Bluff: a hard challenger challenges, a soft one with 0.1429; a hard defender");
  expect(at(0.2)).toContain("a soft one with 0.25.");
  expect(at(0.2)).toContain("share of war is 0.12:");
  expect(at(0.45)).toContain("Separating");
  expect(at(0.45)).toContain("share of war is 0.135:");
  expect(at(0.5)).toContain("Deterrence is certain: nobody challenges.");
  expect(at(0.5)).toContain("share of war is 0:");
  // at p = d* soft defenders no longer defend; war: 0.8 * 0.2
  const attrition = found(["two-sided", "--with", "hard-challenger=0.8"]);
  expect(attrition).toContain("Attrition: every challenger challenges");
  expect(attrition).toContain("share of war is 0.16:");
});

test("an inspection's rates are those at which holder and inspector are indifferent", () => {
  // 10 - y (0.8 (10 + 15)) = 0 at y = 1/2; -20 x = -4 - (20 - 0.8 (20 - 0)) x at x = 1/4
  const words = found([
    ...["inspection", "--with", "breach-gain=10", "breach-penalty=15", "detection=0.8", "false-alarm=0"],
    ...["inspection-cost=4", "damage-seen=0"],
  ]);
  expect(words).toContain("The inspector inspects with y* = 0.5, and the holder breaches with x* = 0.25.");
  expect(words).toContain("Holder: “Comply” with 0.75 and “Violate” with 0.25.");
});

test("an ultimatum's demand is the best of those that the table allows", () => {
  // costs 0.05, 0.15, ...: 0.5 is worth 0.5, 0.6 is worth 0.8 * 0.6 + 0.2 * 0.4 = 0.56, 0.7 is worth 0.58, 0.8 is worth 0.56
  const words = found(["ultimatum"]);
  expect(words).toContain("best demand is x* = 0.7, which a share of 0.4 of the responders refuses");
  expect(words).toContain("worth 0.58.");
  expect(words).toContain("Proposer at “demand” plays “x=7/10”");
});

test.each(models)(
  "the default numbers of %s: the solver agrees, the JSON is what the contract says, the copy reads back",
  (model) => {
    const { stdout, exit } = inFolder(["game", "--model", model, "--json"]);
    expect(exit).toBe(0);
    const answer = JSON.parse(stdout);
    expect(gameContract().safeParse(answer).error?.issues).toBeUndefined();
    expect(answer.model).toMatchObject({ id: model, solver: "agrees" });
    const copy = `${model}.${model === "inspection" ? "nfg" : "efg"}`;
    expect(inFolder(["game", "--model", model, "--to", copy])).toMatchObject({ stdout: `Wrote ${copy}.\n`, exit: 0 });
    const read = JSON.parse(inFolder(["game", copy, "--json"]).stdout);
    expect(read.equilibria).toEqual(answer.equilibria);
    expect(readFileSync(join(folder, copy), "utf8")).toContain(`(default)`);
  },
);

test("--models lists each model with its numbers, their ranges and their defaults", () => {
  const { stdout, exit } = inFolder(["game", "--models"]);
  expect(exit).toBe(0);
  expect([...stdout.matchAll(/^([a-z-]+): /gm)].map(([, id]) => id)).toEqual(models);
  expect(stdout).toContain("high-stake-chance: the chance that their stake is high (pi); a number above 0 and below 1");
  expect(stdout).toContain("number from 0 to 1,000,000, default as fighting-cost");
});

test.each([
  [["--model", "twosided"], /no model "twosided". Did you mean "two-sided"\? There are:\n {2}backstop: would/],
  [["--model", "backstop", "--with", "stak=3"], /no number "stak". Did you mean "stake"\?[\s\S]*\n {2}prize: what/],
  [["--model", "backstop", "--with", "constructor=3"], /no number "constructor"/],
  [["--model", "backstop", "--with", "success-alone=1.2"], /success-alone is a number from 0 to 1; "1.2" is not/],
  [["--model", "two-sided", "--with", "hard-defender=1"], /hard-defender is a number above 0 and below 1/],
  [["--model", "ultimatum", "--with", "demands=2.5"], /demands is a whole number from 2 to 101/],
  [["--model", "backstop", "--with", "stake=many"], /"many" is not/],
  [["--model", "backstop", "--with", "stake"], /--with takes name=value, such as prize=100/],
  [["--model", "backstop", "--with", "stake=1", "stake=2"], /two values, 1 and 2/],
  [["--model", "two-sided", "--with", "conceded=3"], /Here conceded is 3, status-quo is 60 \(default\)/],
  [["--model", "tripwire", "--with", "low-stake=200"], /low-stake <= stake/],
  [["pennies.nfg", "--model", "backstop"], /"pennies.nfg" is a file and --model backstop a model/],
  [["pennies.nfg", "--with", "stake=3"], /name it with --model/],
  [["--with", "stake=3"], /missing required argument 'file', or a model/],
  [["--model", "inspection", "--to", "x.efg"], /This game is a table/],
])("entente game %j could not run", (words, message) => {
  const { stderr, stdout, exit } = inFolder(["game", ...words]);
  expect(stderr).toMatch(message);
  expect({ stdout, exit }).toEqual({ stdout: "", exit: 2 });
});
