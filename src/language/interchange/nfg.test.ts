import { expect, test } from "vitest";
import type { StrategicGame } from "#model";
import { rational, seededRandom } from "#prelude";
import { parseEfg } from "./efg.ts";
import { gameSamples } from "./game-samples.ts";
import { parseNfg } from "./nfg.ts";
import { formatNfg } from "./nfg-format.ts";

test("the payoff form is read with the first player's strategy varying fastest", () => {
  const { game, diagnostics } = parseNfg(gameSamples["patrol.nfg"]!, "patrol.nfg");
  expect(diagnostics).toEqual([]);
  expect(game?.players.map(({ strategies }) => strategies)).toEqual([
    ["1", "2"],
    ["1", "2", "3"],
  ]);
  expect(game?.payoffs[1]).toEqual([rational(2n, 1n), rational(0n, 1n)]);
  expect(game?.payoffs[2]).toEqual([rational(1n, 3n), rational(1n, 1n)]);
  expect(game?.payoffs[5]).toEqual([rational(2n, 5n), rational(-7n, 1n)]);
});

test("the outcome form is read, outcome 0 paying nothing", () => {
  const { game } = parseNfg(gameSamples["watch.nfg"]!, "watch.nfg");
  expect(game?.comment).toBe("Three, one of whom has no choice");
  expect(game?.payoffs.map((profile) => profile.map(({ num }) => Number(num)))).toEqual([
    [1, 1, 0],
    [0, 0, 2],
    [0, 0, 2],
    [0, 0, 0],
  ]);
});

test.each([
  { what: "a missing payoff", text: 'NFG 1 R "g" { "A" } { 2 } 1', code: "game-cut-off" },
  { what: "a payoff too many", text: 'NFG 1 R "g" { "A" } { 2 } 1 2 3', code: "game-syntax" },
  { what: "strategies for another number of players", text: 'NFG 1 R "g" { "A" } { 2 2 } 1', code: "game-strategies" },
  { what: "a player without a strategy", text: 'NFG 1 R "g" { "A" } { 0 }', code: "game-strategies" },
  { what: "far too many profiles", text: 'NFG 1 R "g" { "A" "B" } { 99999 99999 } 1', code: "too-many" },
  {
    what: "an outcome that is not there",
    text: 'NFG 1 R "g" { "A" } { 1 } { { "" 1 } } 2',
    code: "game-unknown-outcome",
  },
  { what: "another format", text: 'EFG 2 R "g" { "A" } t "" 0', code: "game-syntax" },
])("$what is refused as $code", ({ text, code }) => {
  const { game, diagnostics } = parseNfg(text, "g.nfg");
  expect(game).toBeUndefined();
  expect(diagnostics.map((one) => one.code)).toEqual([code]);
});

test("many large numbers of strategies end at once: names are made only for a game that is small enough", () => {
  const { game, diagnostics } = parseNfg(`NFG 1 R "g" { "A" } { ${"500000 ".repeat(1000)} }`, "g.nfg");
  expect(game).toBeUndefined();
  expect(diagnostics.map((one) => one.code)).toEqual(["game-strategies"]);
});

test("two hundred random games in strategic form read back as they were written", () => {
  for (let seed = 1; seed <= 200; seed++) {
    const random = seededRandom(seed);
    const players = Array.from({ length: 1 + random.below(3) }, (_, player) => ({
      name: `P${player}"`,
      strategies: Array.from({ length: 1 + random.below(4) }, (_, index) => `s${index}\\`),
    }));
    const profiles = players.reduce((product, { strategies }) => product * strategies.length, 1);
    const payoffs = Array.from({ length: profiles }, () =>
      players.map(() => rational(BigInt(random.below(999)) - 400n, BigInt(1 + random.below(30)))),
    );
    const game: StrategicGame = { title: "t", players, payoffs };
    expect(parseNfg(formatNfg(game), "g.nfg")).toEqual({ game, diagnostics: [] });
  }
});

test("two thousand mutated games give a game or a diagnostic with a place in the file, and never crash", () => {
  const random = seededRandom(20261123);
  const files = Object.entries(gameSamples);
  const inserts = ['"', "{", "}", "p ", "t ", "c ", "-", "1/0", "9e999", "\\", "\0", "\ufeff", '{ "a" "b" }', "0"];
  let [read, refused] = [0, 0];
  for (let round = 0; round < 2000; round++) {
    const [name, whole] = files[random.below(files.length)]!;
    let text = whole;
    for (let times = 1 + random.below(3); times > 0; times--) {
      const at = random.below(text.length + 1);
      const until = at + random.below(30);
      const kind = random.below(5);
      if (kind === 0) text = text.slice(0, at) + text.slice(until);
      else if (kind === 1) text = text.slice(0, until) + text.slice(at, until) + text.slice(until);
      else if (kind === 2) text = text.slice(0, at) + inserts[random.below(inserts.length)]! + text.slice(at);
      else if (kind === 3) text = `${text.slice(0, at)}${random.below(10)}${text.slice(at + 1)}`;
      else if (random.below(4) === 0) text = text.slice(0, at);
    }
    const content = random.below(2) === 0 ? text : new TextEncoder().encode(text);
    const { game, diagnostics } = name.endsWith(".efg") ? parseEfg(content, name) : parseNfg(content, name);
    if (game) read += 1;
    else refused += 1;
    expect(game === undefined, `round ${round}`).toBe(diagnostics.some(({ severity }) => severity === "error"));
    const lines = text.split("\n").length;
    for (const { at, message, fix } of diagnostics) {
      expect(at.line >= 1 && at.line <= lines && at.column >= 1, `round ${round}: ${message}`).toBe(true);
      expect(fix).not.toBe("");
    }
  }
  expect(read).toBeGreaterThan(200);
  expect(refused).toBeGreaterThan(200);
});
