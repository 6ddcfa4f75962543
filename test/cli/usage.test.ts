import { describe, expect, test } from "vitest";
import { entente } from "./entente.ts";

test("entente alone says in a few lines what it is and what to try", () => {
  const { stdout, exit } = entente([]);
  expect(exit).toBe(0);
  expect(stdout.trimEnd().split("\n")).toHaveLength(6);
  expect(stdout).toContain("entente analyze ukraine-2025");
});

test("--help lists the commands that exist, and no other", () => {
  const { stdout, exit } = entente(["--help"]);
  expect(exit).toBe(0);
  const commands = [...stdout.matchAll(/^ {2}([a-z]+)[ \n[]/gm)].map((match) => match[1]);
  expect(commands).toEqual([
    "check",
    "analyze",
    "evaluate",
    "claims",
    "robustness",
    "durability",
    "stability",
    "game",
    "import",
    "verify",
    "negotiate",
    "serve",
    "help",
  ]);
});

test.each([
  "check",
  "analyze",
  "evaluate",
  "claims",
  "robustness",
  "durability",
  "stability",
  "game",
  "import",
  "verify",
  "negotiate",
  "serve",
])("%s --help shows examples", (command) => {
  const { stdout, exit } = entente([command, "--help"]);
  expect(exit).toBe(0);
  expect(stdout).toContain(`Examples:\n  entente ${command} `);
  expect(Math.max(...stdout.split("\n").map((line) => line.length))).toBeLessThanOrEqual(110);
});

test("--version prints the package's version", () => {
  expect(entente(["--version"])).toMatchObject({ stdout: expect.stringMatching(/^\d+\.\d+\.\d+\n$/), exit: 0 });
});

describe("what cannot be run exits with 2, says why, and shows no stack trace", () => {
  test.each([
    [["analyse", "ukraine-2025"], "(Did you mean analyze?)"],
    [["analyze"], "missing required argument 'scenario'"],
    [["analyze", "--lock", "a=b", "ukraine-2025"], "write the scenario first"],
    [["analyze", "ukraine-2025", "--raport", "x.html"], "(Did you mean --report?)"],
    [["analyze", "ukraine-2025", "--budget", "soon"], "number of seconds"],
    [["analyze", "ukraine-2025", "--budget=-1"], "number of seconds"],
    [["analyze", "ukrain-2025"], 'Did you mean "ukraine-2025"?'],
    [["analyze", "no-such-place-at-all"], "Shipped scenarios:"],
    [["analyze", "package.json"], "is a file"],
    [["analyze", "src"], "holds no scenario.yaml"],
    [["analyze", "scenarios"], "essequibo-2025"],
    [["analyze", "essequibo-2025", "--domain", "x.xml"], "--domain and --profiles choose among"],
    [["analyze", "ukraine-2025", "--lock", "S1_eu_presense=none"], 'Did you mean "S1_eu_presence"?'],
    [["analyze", "ukraine-2025", "--lock", "S1_eu_presence=nobody"], "Its options: "],
    [["analyze", "ukraine-2025", "--declared", "XX"], 'There is no party "XX"'],
    [["analyze", "ukraine-2025", "--from", "as_presentd", "--free", "O"], 'Did you mean "as_presented"?'],
    [["evaluate", "ukraine-2025", "--package", "as_presentd"], 'Did you mean "as_presented"?'],
    [["claims", "ukraine-2025", "--row", "A99"], 'There is no row or claim "A99"'],
    [["claims", "ukraine-2025", "--draws", "0"], "whole number from 1"],
    [["robustness", "ukraine-2025", "--seed", "1.5"], "whole number from 0"],
    [["stability", "elmyra"], 'Did you mean "elmira"?'],
    [["stability", "README.md"], "neither a conflict file (.yaml) nor a .gmcr file"],
    [["stability", "scenarios"], "is a folder"],
    [["stability", "elmira", "--state", "delai"], 'Did you mean "delay"?'],
    [["stability", "elmira", "--state", "delay,accept"], "is impossible in this conflict"],
    [["stability", "elmira", "--to", "x.txt"], "--to writes .gmcr or .yaml"],
    [["stability", "elmira", "--to", "package.json"], "--to writes .gmcr or .yaml"],
    [["game"], "missing required argument 'file'"],
    [["game", "no-such.efg"], 'There is no file "no-such.efg"'],
    [["game", "scenarios/conflicts/elmira.yaml"], "entente stability"],
    [["game", "src"], "is a folder"],
    [["import", "genious", ".", "--to", "x"], 'Did you mean "genius"'],
    [["import", "genius", "no-such-folder", "--to", "x"], 'There is no folder "no-such-folder"'],
    [["import", "genius", "."], "required option '--to <folder>'"],
    [["verify", "no-such-file.json"], "no such file or folder"],
    [["verify", "src"], "is no file"],
    [["verify", "package.json"], "cannot be read as a record"],
    [["verify", "x.json", "--host-key", "12"], "64 hexadecimal digits"],
    [["check"], "missing required argument 'path'"],
    [["check", "no-such-folder"], 'There is no folder "no-such-folder"'],
    [["check", "package.json"], "is neither a YAML file nor GeoJSON"],
  ])("entente %s", (words, message) => {
    const { stdout, stderr, exit } = entente(words);
    expect(stderr).toContain(message);
    expect(`${stdout}${stderr}`).not.toMatch(/^\s+at .*:\d+:\d+\)?$/m);
    expect(stderr).not.toContain("This is a mistake in Entente");
    expect(exit).toBe(2);
  });
});
