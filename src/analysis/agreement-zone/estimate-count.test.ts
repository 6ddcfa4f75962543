import { expect, test } from "vitest";
import { run, seededRandom } from "#prelude";
import { enumeratedSettlements, reaches } from "../../../test/oracle/enumerated-space.ts";
import { plainScenario } from "../../../test/oracle/plain-scenario.ts";
import { randomScenario } from "../../../test/oracle/random-scenario.ts";
import { rulesInForce } from "../rules-in-force.ts";
import { problemOf } from "../space/problem.ts";
import { settlementSpace } from "../space/settlement-space.ts";
import { estimateCount } from "./estimate-count.ts";

/** 4096 settlements of which three parties accept some hundreds at most. */
function rivalry(seed: number) {
  const random = seededRandom(seed);
  const sheet = () => ({
    weights: Array.from({ length: 6 }, () => 1 + random.below(9)),
    values: Array.from({ length: 6 }, () => Array.from({ length: 4 }, () => random.below(101))),
    reservation: 50 + random.below(10),
  });
  const scenario = plainScenario({ options: new Array<number>(6).fill(4), sheets: [sheet(), sheet(), sheet()] });
  const problem = problemOf(scenario, rulesInForce(scenario, {}));
  const accepted = enumeratedSettlements(problem).filter(({ utilities }) => reaches(utilities, problem.threshold));
  return { space: settlementSpace(problem), threshold: problem.threshold, count: accepted.length };
}

test("the 95 % interval covers the exact count in at least 17 of 20 scenarios, and is telling", () => {
  const covered: boolean[] = [];
  const widths: number[] = [];
  for (let seed = 1; covered.length < 20; seed++) {
    const { space, threshold, count } = rivalry(seed);
    if (count < 20) continue;
    const { low, high, value, hits } = run(estimateCount(space, threshold, 2000, seed));
    covered.push(low <= count && count <= high);
    widths.push((high - low) / count);
    expect(hits).toBeGreaterThan(30);
    expect(value / count).toBeGreaterThan(0.6);
    expect(value / count).toBeLessThan(1.6);
  }
  expect(covered.filter((flag) => flag).length).toBeGreaterThanOrEqual(17);
  expect(Math.max(...widths)).toBeLessThan(0.6);
});

test("no agreement zone holds more settlements than the Chernoff bound, with linkages and rules too", () => {
  for (let seed = 1; seed <= 120; seed++) {
    const scenario = randomScenario(seed);
    const problem = problemOf(scenario, rulesInForce(scenario, {}));
    const all = enumeratedSettlements(problem);
    if (all.length === 0) continue;
    const count = all.filter(({ utilities }) => reaches(utilities, problem.threshold)).length;
    const { bound, high, low } = run(estimateCount(settlementSpace(problem), problem.threshold, 50, seed));
    expect(bound * (1 + 1e-9), `seed ${seed}`).toBeGreaterThanOrEqual(count);
    expect(bound).toBeLessThanOrEqual(all.length * (1 + 1e-9));
    expect(low).toBeLessThanOrEqual(high);
  }
});

test("the same seed gives the same estimate, another seed another", () => {
  const { space, threshold } = rivalry(1);
  const estimate = (seed: number) => run(estimateCount(space, threshold, 500, seed));
  expect(estimate(7)).toEqual(estimate(7));
  expect(estimate(8).value).not.toBe(estimate(7).value);
});

test("told to finish, the draws made so far are the estimate", () => {
  const { space, threshold } = rivalry(1);
  const search = estimateCount(space, threshold, 100_000, 1);
  expect(search.next("continue").done).toBe(false);
  const { done, value } = search.next("finish");
  expect(done).toBe(true);
  expect(value).toMatchObject({ n: 2047, seed: 1 });
});
