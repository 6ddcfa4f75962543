import { describe, expect, test } from "vitest";
import type { Game, GameNode, Outcome } from "#model";
import { formatDiagnostic, type Random, rational, seededRandom } from "#prelude";
import { parseEfg } from "./efg.ts";
import { formatEfg } from "./efg-format.ts";
import { gameSamples } from "./game-samples.ts";

const head = 'EFG 2 R "g" { "A" "B" }\n';
const codes = (text: string) => parseEfg(text, "g.efg").diagnostics.map(({ code }) => code);
const said = (text: string) => parseEfg(text, "g.efg").diagnostics.map(formatDiagnostic).join("\n");

test("a game with types is read exactly: chances, names, comment, payoffs that are described once and used again", () => {
  const { game, diagnostics } = parseEfg(gameSamples["guard.efg"]!, "guard.efg");
  expect(diagnostics).toEqual([]);
  expect(game?.players).toEqual(["Raider", "Guard"]);
  expect(game?.comment).toBe('A raider meets a guard who may be near; "near" is seen by the guard alone.');
  const root = game!.root as Extract<GameNode, { kind: "chance" }>;
  expect(root.actions.map(({ chance }) => chance)).toEqual([rational(2n, 5n), rational(3n, 5n)]);
  const [near, far] = root.children as Extract<GameNode, { kind: "decision" }>[];
  expect(far!.informationSetName).toBe("raid?");
  expect(far!.children[0]!.outcome).toEqual(near!.children[0]!.outcome);
  const caught = (near!.children[1] as Extract<GameNode, { kind: "decision" }>).children[0]!;
  expect(caught.outcome).toEqual({ number: 2, name: "caught", payoffs: [rational(-2n, 1n), rational(3n, 2n)] });
});

test("commas, line ends and decimal points are free, and a label that stands twice is a warning", () => {
  const { game, diagnostics } = parseEfg(gameSamples["ladder.efg"]!, "ladder.efg");
  expect(diagnostics.map(({ severity, code, at }) => `${severity} ${code} ${at.line}:${at.column}`)).toEqual([
    "warning game-same-label 3:69",
  ]);
  expect(game!.root.outcome).toEqual({ number: 5, name: "fee", payoffs: [rational(-1n, 2n), rational(-1n, 4n)] });
});

test("every mistake of a file is told at once, each at its place", () => {
  const text = `${head}c "" 1 "" { "x" 1/2 "y" 1/3 } 0
p "" 3 1 "" { "l" "r" } 0
p "" 1 1 "" { "l" "r" } 0
t "" 1 "o" { 1 }
t "" 2 "p" { 1, 2 }
p "" 1 1 "" { "l" "s" } 0
t "" 2 "p" { 1, 3 }
t "" 7
`;
  expect(said(text)).toMatchInlineSnapshot(`
    "g.efg:2:8 game-chances The chances of this move add up to 0.8333333333333334, not to exactly 1.
        fix: Write chances of at least 0 that add up to exactly 1: 1/3 1/3 1/3, not 0.33 0.33 0.33.
    g.efg:3:6 game-unknown-player There is no player 3; there are 2.
        fix: Write a number from 1 to 2, or add the player at the top.
    g.efg:5:1 game-outcome-undescribed Outcome 1 is nowhere given its payoffs.
        fix: Write them after its number: "name" { 1, 0 }; or write 0 for no outcome.
    g.efg:5:6 game-payoffs Outcome 1 has 1 payoffs; there are 2 players.
        fix: Write one payoff for each player, in their order.
    g.efg:7:10 game-set-contradicted Information set 1 of player 1 has other actions here than at g.efg:4:10.
        fix: Describe it alike in both places, leave the description out here, or give this node a set of its own.
    g.efg:8:6 game-outcome-contradicted Outcome 2 has other payoffs here than at g.efg:6:6.
        fix: Describe it alike in both places, leave the description out here, or give this outcome another number.
    g.efg:9:1 game-outcome-undescribed Outcome 7 is nowhere given its payoffs.
        fix: Write them after its number: "name" { 1, 0 }; or write 0 for no outcome."
  `);
});

test("a payoff beyond the range of doubles is told beside the mistakes, and alone leaves a game", () => {
  const wrong = `${head}p "" 1 1 { "l" "r" } 0
t "" 1 "o" { 1e400, -2e309 }
t "" 2 "p" { 1 }`;
  expect(
    parseEfg(wrong, "g.efg").diagnostics.map(({ severity, code, at }) => [severity, code, at.line, at.column]),
  ).toEqual([
    ["warning", "game-number-too-large", 3, 14],
    ["warning", "game-number-too-large", 3, 21],
    ["error", "game-outcome-undescribed", 4, 1],
    ["error", "game-payoffs", 4, 6],
  ]);
  const right = `${head}p "" 1 1 { "l" "r" } 0 t "" 1 "o" { 1e400, 1.7e308 } t "" 2 "p" { 1e999/1e998, 1e-400 }`;
  const { game, diagnostics } = parseEfg(right, "g.efg");
  expect(game).toBeDefined();
  expect(diagnostics.map(({ severity, code, at }) => [severity, code, at.line, at.column])).toEqual([
    ["warning", "game-number-too-large", 2, 37],
  ]);
});

describe.each([
  { what: "another format", text: "NFG 1 R", code: "game-syntax" },
  { what: "another version", text: 'EFG 1 R "g"', code: "game-version" },
  { what: "an empty file", text: "", code: "game-cut-off" },
  { what: "no player", text: `EFG 2 R "g" { } t "" 0`, code: "game-syntax" },
  { what: "no node", text: head, code: "game-cut-off" },
  { what: "a text that is not closed", text: `${head}t "x`, code: "game-open-text" },
  { what: "a tree that is cut off", text: `${head}p "" 1 1 { "l" "r" } 0 t "" 0`, code: "game-cut-off" },
  { what: "nodes after the tree", text: `${head}t "" 0 t "" 0`, code: "game-extra-node" },
  { what: "payoffs of no outcome", text: `${head}t "" 0 "x" { 1, 2 }`, code: "game-outcome-zero" },
  { what: "a set without actions", text: `${head}p "" 1 1 0 t "" 0`, code: "game-set-undescribed" },
  { what: "a payoff that is no number", text: `${head}t "" 1 "x" { 1, 1/0 }`, code: "game-syntax" },
  { what: "a negative chance", text: `${head}c "" 1 { "x" 2 "y" -1 } 0 t "" 0 t "" 0`, code: "game-chances" },
  { what: "a character that turns text around", text: `${head}t "\u202e" 0`, code: "game-hidden-character" },
])("$what", ({ text, code }) => {
  test(`is refused as ${code}`, () => {
    expect(codes(text)).toContain(code);
    expect(parseEfg(text, "g.efg").game).toBeUndefined();
  });
});

test("a player who forgets an own move is named, and the game is read all the same", () => {
  const text = `${head}p "" 1 1 { "l" "r" } 0
p "" 1 2 { "x" "y" } 0 t "" 0 t "" 0
p "" 1 2 0 t "" 0 t "" 0`;
  const { game, diagnostics } = parseEfg(text, "g.efg");
  expect(game).toBeDefined();
  expect(diagnostics.map(formatDiagnostic)[0]).toContain(
    "g.efg:4:1 warning game-imperfect-recall In information set 2, player 1 forgets an own earlier move",
  );
  const absent = `${head}p "" 1 1 { "l" "r" } 0 p "" 1 1 0 t "" 0 t "" 0 t "" 0`;
  expect(said(absent)).toContain("comes to information set 1 twice in one play");
});

test("a megabyte of brackets, of nodes in a row, of moves under each other or of one long number ends quickly", () => {
  const long = (piece: string) => head + piece.repeat(Math.floor(990_000 / piece.length));
  const begun = performance.now();
  expect(codes(long("{"))).toContain("game-syntax");
  expect(codes(long('t "" 0 '))).toContain("game-extra-node");
  expect(codes(long('p "" 1 1 {"l"} 0 '))).toContain("game-too-deep");
  expect(codes(`${head}t "" 1 "x" { ${"9".repeat(900_000)}, 1 }`)).toContain("game-syntax");
  expect(codes(`${head}p "" 1 1 { ${'"a" '.repeat(200_000)} } 0`)).toContain("game-cut-off");
  expect(codes(`${head}c "" 1 { ${Array.from({ length: 60_000 }, (_, i) => `"" 1/${i + 1}`).join(" ")} } 0`)).toContain(
    "game-chances",
  );
  expect(codes(long('t "a" 9 '))).toContain("game-outcome-undescribed");
  expect(codes("x".repeat(1_000_001))).toEqual(["file-too-large"]);
  expect(performance.now() - begun).toBeLessThan(20_000);
});

test("two hundred random games read back as they were written", () => {
  for (let seed = 1; seed <= 200; seed++) {
    const game = randomGame(seededRandom(seed));
    const { game: again, diagnostics } = parseEfg(formatEfg(game), "g.efg");
    expect(
      diagnostics.filter(({ severity }) => severity === "error"),
      `seed ${seed}`,
    ).toEqual([]);
    expect(again, `seed ${seed}`).toEqual(game);
  }
});

test("a move of sixty thousand actions is written and read back", () => {
  const end: GameNode = { kind: "terminal", label: "" };
  const actions = Array<string>(60_000).fill("");
  const wide: GameNode = {
    kind: "decision",
    label: "",
    player: 0,
    informationSet: 1,
    actions,
    children: actions.map(() => end),
  };
  const game: Game = { title: "wide", players: ["A"], root: wide };
  expect(parseEfg(formatEfg(game), "g.efg").game).toEqual(game);
});

/** Any tree: sets of one node or several, outcomes at inner nodes, names with quotation marks and backslashes. */
function randomGame(random: Random): Game {
  const word = () => Array.from({ length: random.below(5) }, () => 'ab "\\\né{}'[random.below(9)]!).join("");
  const payoff = () => rational(BigInt(random.below(2001)) - 1000n, BigInt(1 + random.below(50)));
  const players = Array.from({ length: 1 + random.below(4) }, word);
  const outcomes: Outcome[] = [];
  const outcome = () => {
    if (random.below(3) === 0) return {};
    if (outcomes.length === 0 || random.below(2) === 0)
      outcomes.push({ number: 3 * outcomes.length + 1, name: word(), payoffs: players.map(payoff) });
    return { outcome: outcomes[random.below(outcomes.length)]! };
  };
  const sets = new Map<string, { actions: readonly string[]; name: { informationSetName?: string } }>();
  let chances = 0;
  const node = (depth: number): GameNode => {
    if (depth === 0 || random.below(4) === 0) return { kind: "terminal", label: word(), ...outcome() };
    const player = random.below(players.length + 1) - 1;
    const informationSet = random.below(4);
    chances += 1;
    const number = player < 0 ? chances : informationSet;
    const key = `${player}:${number}`;
    const known = sets.get(key) ?? {
      actions: Array.from({ length: 1 + random.below(3) }, word),
      name: random.below(2) === 0 ? {} : { informationSetName: word() },
    };
    sets.set(key, known);
    const count = known.actions.length;
    const common = { label: word(), ...known.name, ...outcome() };
    const children = known.actions.map(() => node(depth - 1));
    if (player >= 0) return { kind: "decision", player, informationSet, actions: known.actions, ...common, children };
    const actions = known.actions.map((name, index) => ({
      name,
      chance: rational(BigInt(index === 0 ? count + 1 : 1), BigInt(2 * count)),
    }));
    return { kind: "chance", informationSet: number, actions, ...common, children };
  };
  const comment = random.below(2) === 0 ? {} : { comment: word() };
  return { title: word(), ...comment, players, root: node(6) };
}
