import { describe, expect, test } from "vitest";
import type { Game, GameNode, StrategicGame, TerminalNode } from "#model";
import { rationalOf, run, seededRandom } from "#prelude";
import type { GameEquilibrium, GameSolution, SetStrategy } from "./game-solution.ts";
import { solveGame } from "./solve-game.ts";

let outcomes = 0;
const end = (...payoffs: number[]): TerminalNode => {
  outcomes += 1;
  return { kind: "terminal", label: "", outcome: { number: outcomes, name: "", payoffs: payoffs.map(rationalOf) } };
};
const chance = (...branches: readonly (readonly [number, GameNode])[]): GameNode => ({
  kind: "chance",
  label: "",
  informationSet: 1,
  actions: branches.map(([probability], index) => ({ name: `type ${index + 1}`, chance: rationalOf(probability) })),
  children: branches.map(([, child]) => child),
});
const move = (player: number, set: number, ...branches: readonly (readonly [string, GameNode])[]): GameNode => ({
  kind: "decision",
  label: "",
  player,
  informationSet: set,
  actions: branches.map(([name]) => name),
  children: branches.map(([, child]) => child),
});
const game = (root: GameNode, players = ["One", "Two"]): Game => ({ title: "t", players, root });
const solve = (given: Game | StrategicGame): GameSolution => run(solveGame(given));
const at = ({ strategies }: GameEquilibrium, player: number, set: number): SetStrategy =>
  strategies.find((one) => one.player === player && one.set === set)!;
const odds = (equilibrium: GameEquilibrium, player: number, set: number) =>
  at(equilibrium, player, set).actions.map(({ probability }) => probability);

/** Cho & Kreps 1987: a strong type (9 in 10) would rather have beer, a weak one quiche, and neither a duel. */
function beerAndQuiche(): Game {
  const duel = (set: number, type: "strong" | "weak", breakfast: number) =>
    move(
      1,
      set,
      ["duel", end(breakfast, type === "weak" ? 1 : 0)],
      ["leave", end(breakfast + 2, type === "weak" ? 0 : 1)],
    );
  return game(
    chance(
      [0.9, move(0, 1, ["beer", duel(1, "strong", 1)], ["quiche", duel(2, "strong", 0)])],
      [0.1, move(0, 2, ["beer", duel(1, "weak", 0)], ["quiche", duel(2, "weak", 1)])],
    ),
  );
}

test("in Cho and Kreps' beer and quiche both types pool, on beer or on quiche, and a duel off the path rests on one belief of many", () => {
  const { equilibria, status } = solve(beerAndQuiche());
  expect(status.kind).toBe("exact");
  const pure = equilibria.filter(({ kind }) => kind === "pure");
  expect(pure.map((one) => [odds(one, 0, 1), odds(one, 0, 2)])).toEqual([
    [
      [1, 0],
      [1, 0],
    ],
    [
      [0, 1],
      [0, 1],
    ],
  ]);
  const afterQuiche = at(pure[0]!, 1, 2);
  expect(afterQuiche).toMatchObject({ onPath: false, reach: 0, belief: "one-of-many" });
  expect(afterQuiche.actions[0]).toMatchObject({ name: "duel", probability: 1 });
  // a duel after quiche pays only if the weak type is at least as likely as the strong one
  expect(afterQuiche.beliefs[1]).toMatchObject({ path: ["type 2", "quiche"] });
  expect(afterQuiche.beliefs[1]!.low).toBeCloseTo(0.5, 9);
  expect(afterQuiche.beliefs[1]!.high).toBeCloseTo(1, 9);
  expect(equilibria.every(({ sequential }) => sequential === "yes")).toBe(true);
  expect(equilibria.map(({ kind, exact }) => (kind === "pure") === exact)).toEqual(equilibria.map(() => true));
  // between the two ends of the duel's chance everything is an equilibrium too
  const family = equilibria.find(
    ({ extent, strategies }) => extent === "family" && odds({ strategies } as GameEquilibrium, 0, 1)[0] === 1,
  )!; // only strategies are looked at
  expect(at(family, 1, 2).actions[0]!.low).toBeCloseTo(0.5, 9);
});

test("in Selten's horse the unreasonable Nash equilibrium is not listed", () => {
  const third = (...payoffs: readonly (readonly number[])[]) =>
    move(2, 1, ["L", end(...payoffs[0]!)], ["R", end(...payoffs[1]!)]);
  const horse = game(
    move(
      0,
      1,
      ["C", move(1, 1, ["c", end(1, 1, 1)], ["d", third([4, 4, 0], [0, 0, 1])])],
      ["D", third([3, 2, 2], [0, 0, 0])],
    ),
    ["One", "Two", "Three"],
  );
  const { equilibria } = solve(horse);
  expect(equilibria.length).toBeGreaterThan(0);
  for (const one of equilibria) {
    expect([odds(one, 0, 1)[0], odds(one, 1, 1)[0]]).toEqual([1, 1]);
    expect(odds(one, 2, 1)[0]).toBeLessThanOrEqual(0.25 + 1e-9);
  }
});

test("an uninformed player's deviation tells nothing: beliefs off the path keep the prior", () => {
  // One does not know the type and may pass; Two, who does not know it either, would move only if One did not
  const last = (good: number) => move(1, 1, ["x", end(-1, good)], ["y", end(-1, 0.5)]);
  const { equilibria } = solve(
    game(
      chance(
        [0.7, move(0, 1, ["pass", end(0, 0)], ["go", last(1)])],
        [0.3, move(0, 1, ["pass", end(0, 0)], ["go", last(0)])],
      ),
    ),
  );
  expect(equilibria).toHaveLength(1);
  const set = at(equilibria[0]!, 1, 1);
  expect(set.onPath).toBe(false);
  expect(set.beliefs.map(({ probability }) => probability)).toEqual([0.7, expect.closeTo(0.3, 12)]);
  expect(odds(equilibria[0]!, 1, 1)).toEqual([1, 0]);
});

test("an equilibrium that needs two players to read one deviation in two ways is not called sequential", () => {
  // going on takes two in three for a; answering r takes two in three for b
  const three = (left: number, right: number) => move(2, 1, ["l", end(-1, 0, left)], ["r", end(-1, 0, right)]);
  const two = (stay: number, on: GameNode) => move(1, 1, ["stop", end(-1, stay, 0)], ["on", on]);
  const { equilibria } = solve(
    game(move(0, 1, ["out", end(0, 0, 0)], ["a", two(-1, three(1, 0))], ["b", two(2, three(0, 0.5))]), [
      "One",
      "Two",
      "Three",
    ]),
  );
  const marked = (two: number, three: number) =>
    equilibria.find((one) => odds(one, 1, 1)[1] === two && odds(one, 2, 1)[1] === three)?.sequential;
  expect(marked(1, 0)).toBe("yes");
  expect(marked(0, 1)).toBe("yes");
  expect(marked(1, 1)).toBe("not-decided");
  expect(equilibria[0]!.sequential).toBe("yes");
});

/** The tripwire as a costly signal, from its parameters. */
function tripwire(p: Record<"qStar" | "prior" | "lossHigh" | "lossLow" | "d" | "b", number>): Game {
  // challenger: hold 0, abandoned 1, fought such that it attacks iff q < qStar
  const fought = -(1 - p.qStar) / p.qStar;
  const after = (set: number, type: "high" | "low", cost: number, extra: number) => {
    const loss = type === "high" ? p.lossHigh : p.lossLow;
    // the high type fights, the low type abandons, whatever was deployed
    const answer =
      type === "high"
        ? [end(1, -loss - extra - 50 - cost), end(fought, -loss - cost)]
        : [end(1, -loss - extra - cost), end(fought, -loss - extra - 50 - cost)];
    return move(
      0,
      set,
      ["hold", end(0, -cost)],
      ["attack", move(1, 100 * set + (type === "high" ? 1 : 2), ["abandon", answer[0]!], ["fight", answer[1]!])],
    );
  };
  const type = (name: "high" | "low", set: number) =>
    move(1, set, ["deploy", after(1, name, p.d, p.b)], ["stay out", after(2, name, 0, 0)]);
  return game(chance([p.prior, type("high", 1)], [1 - p.prior, type("low", 2)]));
}

test("on 60 random tripwires the bluff is found with the frequencies of its closed form", () => {
  const random = seededRandom(7);
  const whole = (low: number, high: number) => low + random.below(high - low + 1);
  for (let round = 0; round < 60; round++) {
    const qStar = whole(30, 90) / 100;
    const prior = whole(5, Math.round(qStar * 100) - 5) / 100;
    const lossLow = whole(10, 40);
    const [d, b] = [whole(1, lossLow - 2), whole(0, 9)];
    const { equilibria, status } = solve(tripwire({ qStar, prior, lossHigh: lossLow + whole(5, 60), lossLow, d, b }));
    expect(status.kind, `round ${round}`).toBe("exact");
    const bluff = equilibria.find(
      (one) => odds(one, 1, 1)[0] === 1 && odds(one, 1, 2)[0]! > 0 && odds(one, 1, 2)[0]! < 1,
    );
    const m = (prior * (1 - qStar)) / ((1 - prior) * qStar);
    const attack = (lossLow - d) / (lossLow + b);
    expect(bluff, `round ${round}`).toBeDefined();
    expect(odds(bluff!, 1, 2)[0], `round ${round}`).toBeCloseTo(m, 7);
    expect(odds(bluff!, 0, 1)[1], `round ${round}`).toBeCloseTo(attack, 7);
    expect(at(bluff!, 0, 1).beliefs[0]!.probability, `round ${round}`).toBeCloseTo(qStar, 7);
    expect(bluff!.regret).toBeLessThan(1e-9);
  }
});

test("of a game with too many combinations the limit of quantal responses is found, verified and listed, and the list not called complete", () => {
  const bluffing = tripwire({ qStar: 0.6, prior: 0.3, lossHigh: 50, lossLow: 20, d: 8, b: 4 });
  const { equilibria, status, notes } = run(solveGame(bluffing, { mostSupports: 1 }));
  expect(status.kind).toBe("at-least");
  expect(notes.join()).toContain("quantal responses");
  expect(odds(equilibria[0]!, 1, 2)[0]).toBeCloseTo((0.3 * 0.4) / (0.7 * 0.6), 9);
  const random = seededRandom(11);
  const types = Array.from({ length: 6 }, (_, type) => {
    const answers = (set: number) =>
      move(1, set, ...["a", "b", "c", "d"].map((name) => [name, end(random.below(999), random.below(999))] as const));
    const signals = ["p", "q", "r", "s", "t"].map((name, index) => [name, answers(index + 1)] as const);
    return [type === 0 ? 0.5 : 0.1, move(0, type + 1, ...signals)] as const;
  });
  const large = run(solveGame(game(chance(...types)), { mostSupports: 50 }));
  expect(large.status.kind).toBe("at-least");
  expect(large.equilibria.length).toBeGreaterThan(0);
  for (const { regret } of large.equilibria) expect(regret).toBeLessThan(1e-9);
});

describe("games in strategic form", () => {
  const strategic = (players: readonly number[], payoffs: readonly (readonly number[])[]): StrategicGame => ({
    title: "t",
    players: players.map((count, player) => ({
      name: `P${player + 1}`,
      strategies: Array.from({ length: count }, (_, index) => `s${index + 1}`),
    })),
    payoffs: payoffs.map((profile) => profile.map(rationalOf)),
  });

  test("matching pennies has one Nash equilibrium, the battle of the sexes three", () => {
    const pennies = solve(
      strategic(
        [2, 2],
        [
          [1, -1],
          [-1, 1],
          [-1, 1],
          [1, -1],
        ],
      ),
    );
    expect(
      pennies.equilibria.map(({ strategies }) => strategies.map(({ actions }) => actions[0]!.probability)),
    ).toEqual([[expect.closeTo(0.5, 12), expect.closeTo(0.5, 12)]]);
    const sexes = solve(
      strategic(
        [2, 2],
        [
          [2, 1],
          [0, 0],
          [0, 0],
          [1, 2],
        ],
      ),
    );
    expect(sexes.status.kind).toBe("exact");
    expect(sexes.equilibria.map(({ payoffs }) => payoffs.map((value) => Number(value.toFixed(9))))).toEqual([
      [2, 1],
      [1, 2],
      [0.666666667, 0.666666667],
    ]);
  });

  test("a degenerate game gives its continuum as a family with its ends", () => {
    // the column player does not care; the row player is content with the first row while the first column has half
    const { equilibria } = solve(
      strategic(
        [2, 2],
        [
          [1, 0],
          [0, 0],
          [0, 0],
          [1, 0],
        ],
      ),
    );
    const family = equilibria.find(
      ({ extent, strategies }) => extent === "family" && strategies[0]!.actions[0]!.probability === 1,
    )!;
    expect(family.strategies[1]!.actions[0]!.low).toBeCloseTo(0.5, 9);
    expect(family.strategies[1]!.actions[0]!.high).toBeCloseTo(1, 9);
  });

  test("every Nash equilibrium of 60 random bimatrix games that a search over supports finds is found, and no other", () => {
    for (let seed = 1; seed <= 60; seed++) {
      const random = seededRandom(seed);
      const payoffs = Array.from({ length: 9 }, () => [random.below(1000), random.below(1000)]);
      const { equilibria, status } = solve(strategic([3, 3], payoffs));
      expect(status.kind).toBe("exact");
      // of a game without ties the number is odd (Wilson 1971)
      expect(equilibria.length % 2, `seed ${seed}`).toBe(1);
      for (const { strategies } of equilibria) {
        const [x, y] = strategies.map(({ actions }) => actions.map(({ probability }) => probability)) as [
          number[],
          number[],
        ]; // two players
        const row = (i: number) => y.reduce((sum, weight, j) => sum + weight * payoffs[3 * j + i]![0]!, 0);
        const column = (j: number) => x.reduce((sum, weight, i) => sum + weight * payoffs[3 * j + i]![1]!, 0);
        const own = x.reduce((sum, weight, i) => sum + weight * row(i), 0);
        const other = y.reduce((sum, weight, j) => sum + weight * column(j), 0);
        expect(Math.max(row(0), row(1), row(2)) - own).toBeLessThan(1e-9);
        expect(Math.max(column(0), column(1), column(2)) - other).toBeLessThan(1e-9);
      }
    }
  });
});

test("imperfect recall and too large a game are refused with the reason", () => {
  const forgetful = game(
    move(
      0,
      1,
      ["l", move(0, 2, ["x", end(0, 0)], ["y", end(1, 0)])],
      ["r", move(0, 2, ["x", end(1, 0)], ["y", end(0, 0)])],
    ),
  );
  expect(solve(forgetful).status).toEqual({
    kind: "refused",
    reason: expect.stringContaining("One has imperfect recall: in information set 2 an own earlier move is forgotten"),
  });
  const wide = move(0, 1, ...Array.from({ length: 100_001 }, (_, index) => [`${index}`, end(0, 0)] as const));
  expect(solve(game(wide)).status).toEqual({ kind: "refused", reason: "The tree has more than 100000 nodes." });
});

test("told to finish, the search returns what it has proved, and says that there may be more", () => {
  const random = seededRandom(3);
  const types = Array.from({ length: 4 }, (_, type) => {
    const answers = (set: number) =>
      move(1, set, ...["a", "b", "c"].map((name) => [name, end(random.below(99), random.below(99))] as const));
    return [0.25, move(0, type + 1, ["p", answers(1)], ["q", answers(2)], ["r", answers(3)])] as const;
  });
  const search = solveGame(game(chance(...types)));
  let step = search.next("continue");
  expect(step.done).toBe(false);
  for (let count = 0; count < 3 && !step.done; count++) step = search.next("continue");
  while (!step.done) step = search.next("finish");
  expect(step.value.status).toEqual({ kind: "at-least", reason: expect.stringContaining("ended early") });
  for (const { regret } of step.value.equilibria) expect(regret).toBeLessThan(1e-9);
});

test("a branch of chance 0 is left out, and said", () => {
  const { equilibria, notes } = solve(
    game(
      chance([1, move(0, 1, ["l", end(1, 0)], ["r", end(0, 0)])], [0, move(1, 1, ["x", end(0, 0)], ["y", end(0, 1)])]),
    ),
  );
  expect(equilibria).toHaveLength(1);
  expect(equilibria[0]!.strategies).toHaveLength(1);
  expect(notes.join()).toContain("chance 0");
});
