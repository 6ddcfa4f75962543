import { expect, test } from "vitest";
import { run, seededRandom } from "#prelude";
import { efficientKeys, enumeratedSettlements, reaches } from "../../../test/oracle/enumerated-space.ts";
import { randomScenario } from "../../../test/oracle/random-scenario.ts";
import { rulesInForce } from "../rules-in-force.ts";
import { problemOf } from "../space/problem.ts";
import { settlementSpace } from "../space/settlement-space.ts";
import { projectedFrontier } from "./projected-frontier.ts";

function example(seed: number) {
  const scenario = randomScenario(seed);
  const problem = problemOf(scenario, rulesInForce(scenario, {}));
  return { space: settlementSpace(problem), problem, all: enumeratedSettlements(problem) };
}

test("what some parties can have while the others are given their thresholds is the naive frontier of those columns", () => {
  let size = 0;
  let capped = 0;
  for (let seed = 1; seed <= 120; seed++) {
    const { space, problem, all } = example(seed);
    const random = seededRandom(seed);
    const columns = problem.parties.map((_, p) => p);
    const chosen = columns.filter(() => random.below(2) === 0);
    const onto = chosen.length > 0 ? chosen : [0];
    // the parties looked at may have anything: the question is what their refusal is about
    const threshold = problem.threshold.map((units, p) => (onto.includes(p) && random.below(2) === 0 ? -1e7 : units));
    const { paths, complete } = run(projectedFrontier(space, threshold, onto));
    expect(complete).toBe(true);
    const seen = (utilities: ArrayLike<number>): number[] => onto.map((p) => Math.min(utilities[p]!, problem.cap[p]!));
    const inside = all.filter((each) => reaches(each.capped, threshold));
    const keys = paths.map(({ utilities }) => seen(utilities).join(" "));
    expect([seed, new Set(keys)]).toEqual([seed, efficientKeys(inside.map((each) => seen(each.utilities)))]);
    expect(new Set(keys).size).toBe(keys.length);
    const accepted = new Set(inside.map(({ options }) => options.join(" ")));
    for (const { options } of paths) expect(accepted).toContain(options.join(" "));
    size += paths.length;
    if (onto.some((p) => Number.isFinite(problem.cap[p]!))) capped++;
  }
  expect(size).toBeGreaterThan(150);
  expect(capped).toBeGreaterThan(5);
});

test("with a ceiling on points it lists some of them and says that there are more", () => {
  const seed = Array.from({ length: 60 }, (_, place) => place + 1).find((each) => {
    const { space, problem } = example(each);
    return run(projectedFrontier(space, problem.threshold, [0, 1])).paths.length > 3;
  })!;
  const { space, problem } = example(seed);
  const whole = run(projectedFrontier(space, problem.threshold, [0, 1]));
  const some = run(projectedFrontier(space, problem.threshold, [0, 1], 2));
  expect(some.complete).toBe(false);
  expect(some.paths).toHaveLength(2);
  const keys = whole.paths.map(({ utilities }) => utilities.join(" "));
  for (const { utilities } of some.paths) expect(keys).toContain(utilities.join(" "));
});
