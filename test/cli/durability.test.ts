import { spawn } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { durabilityContract } from "#report";
import { checkout, entente } from "./entente.ts";

let folder = "";
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "entente-durability-"));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const said = (...words: readonly string[]): string => {
  const { stdout, stderr, exit } = entente(["durability", ...words]);
  expect(stderr).toBe("");
  expect(exit).toBe(0);
  return stdout.replace(/\s+/g, " ");
};

describe("the flagship's package as presented", () => {
  const text = said("ukraine-2025");

  test("an attack pays above a prize of (30 + 100 q) / 0.5, posture by posture", () => {
    for (const [posture, intervention, prize] of [
      ["No presence", "0.03", 66],
      ["Reactive deployment", "0.12", 84],
      ["Brigades with US intelligence and command", "0.2", 100],
      ["Brigades with US air support", "0.35", 130],
      ["Brigades with a US backstop", "0.75", 210],
    ] as const) {
      expect((30 + 100 * Number(intervention)) / 0.5).toBeCloseTo(prize);
      expect(text).toContain(`${posture} (${prize})`);
    }
    expect(text).toContain("The order is assumed:");
    expect(text).toMatch(/It stands in \d+\.\d % of 1,000 draws \(95 % interval /);
  });

  test("the guarantee is hollow above a prize of 100, and safe without one up to 30 / 0.5", () => {
    expect(text).toContain("open: safe without a guarantee up to 60, deterred up to 100, hollow guarantee above");
    expect(text).toContain("It turns where the prize of an attack is 60 or 100.");
  });

  test("who leaves it first is named, and no chance of war or peace", () => {
    expect(text).toMatch(/The first defection is Russia’s: “/);
    expect(text).not.toMatch(/(chance|probability|likelihood) of (war|peace)/i);
  });

  test("the other packages are named last", () => {
    expect(text).toMatch(/OTHER PACKAGES With --package: plus_sweeteners, .* and \w+\. $/);
  });
});

test("a US backstop moves the threshold from 100 to 210: the options that are set count", () => {
  const text = said("ukraine-2025", "--package", "as_presented", "--set", "S2_us_role=article5_like", "--draws", "50");
  expect(text).toContain("deterred up to 210, hollow guarantee above");
  expect(text).toContain("“The package as presented” as changed");
});

test("options alone are judged as they stand, and what they leave open is not known", () => {
  const text = said("ukraine-2025", "--set", "S1_eu_presence=none", "--draws", "50");
  expect(text).toContain("Whether the package given with --set would hold once it is in force is ? not known.");
  expect(text).toContain("“Sanctions on Russia” is open");
});

test("a scenario without durability.yaml says so and what to do", () => {
  const text = said("harbour-town");
  expect(text).toContain("is not known: nobody has judged it. Say what you judge");
  expect(text).toContain("durability.yaml beside scenario.yaml");
});

const answerOf = (...words: readonly string[]) => {
  const { stdout, stderr, exit } = entente(["durability", ...words, "--json"]);
  expect(exit, stderr).toBe(0);
  return JSON.parse(stdout);
};

test.each([
  ["ukraine-2025"],
  ["ukraine-2025 --package twenty_point --geometry"],
  ["ukraine-2025 --set S1_eu_presence=none"],
  ["essequibo-2025"],
  ["scarborough-2025"],
  ["harbour-town"],
])("entente durability %s --json is what its contract says", (words) => {
  const answer = answerOf(...words.split(" "), "--draws", "50");
  expect(durabilityContract().safeParse(answer).error?.issues).toBeUndefined();
  expect(JSON.stringify(answer).includes('"geometry":')).toBe(words.includes("--geometry"));
});

test("the same draws and seed print the same answer, another seed other shares", () => {
  const once = answerOf("ukraine-2025", "--draws", "200", "--seed", "7");
  const again = answerOf("ukraine-2025", "--draws", "200", "--seed", "7");
  expect({ ...again, timings: {} }).toEqual({ ...once, timings: {} });
  const other = answerOf("ukraine-2025", "--draws", "200", "--seed", "8");
  const sharesOf = (answer: typeof once) => answer.durability.guarantees[0].verdict.shares;
  expect(sharesOf(other)).not.toEqual(sharesOf(once));
  expect(other.durability.guarantees[0].prizeThreshold).toEqual(once.durability.guarantees[0].prizeThreshold);
});

test("mistakes in durability.yaml end with exit 1, each at its place with its fix", () => {
  const copy = join(folder, "copy");
  cpSync(join(checkout, "scenarios", "ukraine-2025"), copy, { recursive: true });
  const file = join(copy, "durability.yaml");
  writeFileSync(file, readFileSync(file, "utf8").replace("challenger: RU", "challenger: RUS"));
  const { stdout, stderr, exit } = entente(["durability", copy]);
  expect(exit).toBe(1);
  expect(stdout).toBe("");
  expect(stderr).toMatch(
    /durability\.yaml:\d+:\d+ unknown-party There is no party "RUS"\.\n {4}fix: Did you mean "RU"\?/,
  );
});

describe("wrong uses end with exit 2 and say what to do instead", () => {
  test.each([
    [["ukraine-2025", "--package", "as_presentd"], 'Did you mean "as_presented"?'],
    [["ukraine-2025", "--set", "S1_eu_presense=none"], 'Did you mean "S1_eu_presence"?'],
    [["ukraine-2025", "--draws", "none"], "whole number from 1"],
    [["ukraine-2025", "--package"], "argument missing"],
    [[], "missing required argument 'scenario'"],
  ])("entente durability %s", (words, message) => {
    const { stdout, stderr, exit } = entente(["durability", ...words]);
    expect(stderr).toContain(message);
    expect(stdout).toBe("");
    expect(exit).toBe(2);
  });

  test("a scenario that names no packages has to be told what to judge", () => {
    const bare = join(folder, "bare");
    mkdirSync(bare);
    writeFileSync(
      join(bare, "scenario.yaml"),
      "schema: entente.scenario/1\nid: river\ntitle: A river\nas_of: 2025-06-01\nparties: { A: Northern side, B: Southern side }\nissues:\n  line: { name: Line, options: { here: Here, there: There } }\n",
    );
    const { stderr, exit } = entente(["durability", bare]);
    expect(stderr).toContain("--set issue=option");
    expect(exit).toBe(2);
    expect(entente(["durability", bare, "--set", "line=here"])).toMatchObject({ exit: 0 });
  });
});

test("Ctrl-C ends the draws and prints what they came to", async () => {
  const child = spawn(
    process.execPath,
    [join(checkout, "bin", "entente"), "durability", "ukraine-2025", "--draws", "90000000", "--json", "--progress"],
    { stdio: ["ignore", "pipe", "pipe"] },
  );
  let stdout = "";
  let stderr = "";
  child.stdout.on("data", (data) => {
    stdout += data;
  });
  const ended = new Promise<number | null>((resolve) => {
    child.on("close", resolve);
  });
  await new Promise<void>((resolve) => {
    child.stderr.on("data", (data) => {
      stderr += data;
      if (stderr.includes("draws")) resolve();
    });
  });
  child.kill("SIGINT");
  expect(await ended).toBe(0);
  const answer = JSON.parse(stdout);
  expect(answer.durability.draws.n).toBeGreaterThan(0);
  expect(answer.durability.draws.n).toBeLessThan(90_000_000);
  expect(answer.notes[0]).toMatch(/^Stopped early by the user/);
  expect(durabilityContract().safeParse(answer).error?.issues).toBeUndefined();
});
