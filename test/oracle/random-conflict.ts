import type { Conflict, Preferences, StateCondition } from "#model";
import { type Random, seededRandom } from "#prelude";
import { chance } from "./random-choice.ts";

/**
 * A small conflict, the same for the same seed: 1 to 5 parties, up to 6 levers (a party may hold none), some of them
 * irreversible, some states impossible, orders with ties by statements (up to 70, more than a float counts) or ranking.
 */
export function randomConflict(seed: number): Conflict {
  const random = seededRandom(seed);
  const parties = chance(random, 0.05) ? 1 : 2 + random.below(4);
  const owners = Array.from({ length: Math.max(2, parties - 1 + random.below(3)) }, () => random.below(parties)).sort(
    (a, b) => a - b,
  );
  const levers = owners.slice(0, 6).map((party, place) => {
    const direction = chance(random, 0.65) ? "both" : chance(random, 0.5) ? "forward" : "back";
    return { id: `lever-${place}`, name: `lever ${place}`, party, direction } as const;
  });
  const impossible = chance(random, 0.5)
    ? Array.from({ length: 1 + random.below(2) }, () => randomCondition(random, levers.length, 2))
    : [];
  const possible = Array.from({ length: 2 ** levers.length }, (_, code) => code).filter(
    (code) =>
      !impossible
        .flat()
        .some((clause) => clause.every(({ lever, taken }) => ((code >> lever) & 1) === (taken ? 1 : 0))),
  );
  return {
    title: `random conflict ${seed}`,
    parties: Array.from({ length: parties }, (_, place) => ({ id: `p${place}`, name: `party ${place}` })),
    levers,
    impossible,
    preferences: Array.from({ length: parties }, () => randomPreferences(random, levers.length, possible)),
    coalitions: [],
  };
}

export function randomPreferences(random: Random, levers: number, possible: readonly number[]): Preferences {
  if (chance(random, 0.5)) {
    const count = chance(random, 0.1) ? 70 : 1 + random.below(7);
    return {
      kind: "statements",
      statements: Array.from({ length: count }, () => randomCondition(random, levers, 1 + random.below(2))),
    };
  }
  const classes: number[][] = Array.from(
    { length: Math.max(1, Math.ceil(possible.length * random.uniform())) },
    () => [],
  );
  for (const code of possible) classes[random.below(classes.length)]!.push(code);
  return { kind: "ranking", classes: classes.filter((members) => members.length > 0) };
}

function randomCondition(random: Random, levers: number, clauses: number): StateCondition {
  return Array.from({ length: clauses }, () =>
    Array.from({ length: 1 + random.below(3) }, () => ({
      lever: random.below(levers),
      taken: chance(random, 0.5),
    })),
  );
}
