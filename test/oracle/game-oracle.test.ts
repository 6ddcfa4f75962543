import { expect, test } from "vitest";
import { type GameEquilibrium, solveGame } from "#durability";
import { run } from "#prelude";
import {
  type Beliefs,
  brokenBelief,
  gainAt,
  type PlainGame,
  type Profile,
  plainGame,
  purePerfectBayesian,
} from "./game-oracle.ts";
import { randomTypesGame } from "./game-random.ts";

const seeds = Array.from({ length: 200 }, (_, index) => index + 1);

test("on 200 random games with types every equilibrium is sequentially rational under beliefs that obey the rules, and no pure one is missing", () => {
  let [pure, mixed, families, offPath] = [0, 0, 0, 0];
  for (const seed of seeds) {
    const game = randomTypesGame(seed);
    const plain = plainGame(game);
    const { equilibria, status } = run(solveGame(game));
    expect(status.kind === "exact" || equilibria.length > 0, `seed ${seed}`).toBe(true);
    for (const equilibrium of equilibria) {
      const [profile, beliefs] = plainOf(equilibrium);
      for (const [set, held] of beliefs)
        expect(gainAt(plain, set, profile, held), `seed ${seed} ${set}`).toBeLessThan(1e-8);
      expect(brokenBelief(plain, profile, beliefs, 1e-7), `seed ${seed}`).toBeUndefined();
      if (equilibrium.kind === "mixed") mixed += 1;
      if (equilibrium.extent === "family") families += 1;
      if (equilibrium.strategies.some(({ belief }) => belief === "one-of-many")) offPath += 1;
    }
    const found = equilibria.filter(({ kind }) => kind === "pure").map((one) => choices(plainOf(one)[0], plain));
    const expected = purePerfectBayesian(plain).map((profile) => choices(profile, plain));
    pure += expected.length;
    expect([...found].sort(), `seed ${seed}`).toEqual([...expected].sort());
  }
  // the games are neither all trivial nor all alike
  expect(pure).toBeGreaterThan(150);
  expect(mixed).toBeGreaterThan(50);
  expect(families).toBeGreaterThan(10);
  expect(offPath).toBeGreaterThan(50);
}, 240_000);

/** Solver's answer in the oracle's words. */
export function plainOf({ strategies }: GameEquilibrium): readonly [Profile, Beliefs] {
  const profile = new Map<string, readonly number[]>();
  const beliefs = new Map<string, readonly number[]>();
  for (const { player, set, actions, beliefs: held } of strategies) {
    profile.set(
      `${player}:${set}`,
      actions.map(({ probability }) => probability),
    );
    beliefs.set(
      `${player}:${set}`,
      held.map(({ probability }) => probability),
    );
  }
  return [profile, beliefs];
}

function choices(profile: Profile, { sets }: PlainGame): string {
  return [...sets.keys()].map((set) => `${set}=${profile.get(set)!.indexOf(1)}`).join(" ");
}
