import { findSettlement, problemOf, rulesInForce, settlementSpace } from "#analysis";
import { run } from "#prelude";
import { domain, sizeOf } from "./domains.ts";
import { bestByBranching, nashProduct } from "./engine-parts.ts";
import { type Measurement, measure, rounded } from "./measurement.ts";

const options: readonly number[] = Array(40).fill(10);

/** From the compiled space: a first settlement, then the one with the largest product of surpluses, proved. */
export function bargaining(): readonly Measurement[] {
  const instances = [1, 2, 3, 4, 5, 6, 7].map((seed) => {
    const scenario = domain({
      seed,
      options,
      parties: 8,
      values: "random",
      points: 1000,
      reservation: 0.4,
      linkages: 20,
      rules: 10,
      reach: 6,
    });
    const begun = performance.now();
    const problem = problemOf(scenario, rulesInForce(scenario, {}));
    const space = settlementSpace(problem);
    return { seed, problem, space, compileMilliseconds: rounded(performance.now() - begun) };
  });
  return [
    measure(
      {
        promise: `Nash bargaining, exact, ${sizeOf(options)} settlements x 8 parties`,
        unit: "ms",
        of: "elapsed",
        promised: 100,
      },
      instances.map(({ seed, problem, space, compileMilliseconds }) => () => {
        const found = run(findSettlement(space));
        if (found.exists !== true) return { seed, compileMilliseconds, agreementZone: found.exists };
        const best = run(bestByBranching(space, nashProduct(problem), found.path));
        return { seed, compileMilliseconds, tied: best.paths.length, proved: best.proved };
      }),
    ),
  ];
}
