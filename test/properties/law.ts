import fc from "fast-check";
import type { Scenario } from "#model";
import { randomScenario } from "../oracle/random-scenario.ts";

/**
 * Fixed, so that a failure is everybody's and not one machine's; another one from ENTENTE_SEED, more cases from
 * ENTENTE_RUNS. fast-check prints seed and counterexample of a failure.
 */
export const lawSeed = Number(process.env.ENTENTE_SEED ?? 20_250_826);
const runs = Number(process.env.ENTENTE_RUNS ?? 60);

/** Asserts the property on that many cases. The predicate is a block that asserts; what it returns is not looked at. */
export function law<T extends [unknown, ...unknown[]]>(
  arbitraries: { [K in keyof T]: fc.Arbitrary<T[K]> },
  predicate: (...values: T) => void,
  cases = runs,
): void {
  fc.assert(
    fc.property(...arbitraries, (...values: T) => {
      predicate(...values);
    }),
    { seed: lawSeed, numRuns: cases },
  );
}

/** A random small scenario, printed as its seed. Not shrunk: a smaller seed is no smaller scenario. */
export const anyScenario: fc.Arbitrary<Scenario> = fc
  .noBias(fc.noShrink(fc.integer({ min: 1, max: 1_000_000 })))
  .map((seed) => {
    const show = { value: () => `randomScenario(${seed})`, enumerable: false };
    return Object.defineProperty(randomScenario(seed), fc.toStringMethod, show);
  });

/** Numbers below a size that only the scenario tells: take them modulo. */
export const anyPlace: fc.Arbitrary<number> = fc.noBias(fc.noShrink(fc.nat({ max: 1_000_000 })));
