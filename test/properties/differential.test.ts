import { expect, test } from "vitest";
import type { AnalysisOptions } from "#analysis";
import type { Scenario } from "#model";
import { oracle } from "../oracle/oracle.ts";
import { randomOptions, randomScenario } from "../oracle/random-scenario.ts";
import { differences } from "./differences.ts";
import { analysisOf } from "./engine.ts";

/** Another three hundred: ENTENTE_FIRST=1001 npx vitest run test/properties/differential.test.ts */
const first = Number(process.env.ENTENTE_FIRST ?? 1);
const seeds = Array.from({ length: Number(process.env.ENTENTE_COUNT ?? 300) }, (_, place) => first + place);

test("300 random small scenarios as written: every number of the analysis is that of the enumeration", () => {
  expect(mismatches(() => ({}))).toEqual([]);
});

test("the same scenarios with lines enforced and set aside, issues locked and clusters freed", () => {
  expect(mismatches((seed, scenario) => randomOptions(seed, scenario))).toEqual([]);
});

/** All of them, by seed, so that one run shows how wide a mistake reaches. */
function mismatches(optionsOf: (seed: number, scenario: Scenario) => AnalysisOptions): readonly string[] {
  return seeds.flatMap((seed) => {
    const scenario = randomScenario(seed);
    const options = optionsOf(seed, scenario);
    const said = (what: string): string => `seed ${seed} ${JSON.stringify(options)}: ${what}`;
    try {
      return differences(analysisOf(scenario, options), oracle(scenario, options), options).map(said);
    } catch (error) {
      return [said(`${error}`)];
    }
  });
}
