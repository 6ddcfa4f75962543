import { expect, test } from "vitest";
import { run } from "#prelude";
import { efficientKeys, enumeratedSettlements, reaches } from "../../../test/oracle/enumerated-space.ts";
import { randomScenario } from "../../../test/oracle/random-scenario.ts";
import { rulesInForce } from "../rules-in-force.ts";
import type { Progress, Search } from "../search.ts";
import { problemOf } from "../space/problem.ts";
import { settlementSpace } from "../space/settlement-space.ts";
import { quickFrontier, refineFrontier } from "./refine-frontier.ts";

const seeds = Array.from({ length: 60 }, (_, place) => place + 1);
const limit = 3_000_000;

function example(seed: number) {
  const scenario = randomScenario(seed);
  const problem = problemOf(scenario, rulesInForce(scenario, {}));
  return { space: settlementSpace(problem), all: enumeratedSettlements(problem) };
}

function finishAtOnce<T>(search: Search<T>): { value: T; heard: Progress[] } {
  const heard: Progress[] = [];
  let step = search.next("finish");
  while (!step.done) {
    heard.push(step.value);
    step = search.next("finish");
  }
  return { value: step.value, heard };
}

test("told to finish at once there still is a frontier, and its epsilon holds", () => {
  let coarse = 0;
  for (const seed of seeds) {
    const { space, all } = example(seed);
    const atLeast = space.problem.threshold;
    const { value: found, heard } = finishAtOnce(refineFrontier(space, atLeast, limit));
    expect(found).toBeDefined();
    // the first, coarsest frontier is beyond the budget's reach; what refines it is not
    if (!space.diagram.empty) expect(heard.map(({ refinable }) => refinable).slice(0, 1)).toEqual([false]);
    const { epsilon, vectors } = found!;
    const accepted = new Set(
      all.filter(({ capped }) => reaches(capped, atLeast)).map(({ capped }) => capped.join(" ")),
    );
    for (const { utilities } of vectors) expect(accepted).toContain(utilities.join(" "));
    for (const { capped } of all) {
      if (!capped.every((units, p) => units >= atLeast[p]! + epsilon[p]!)) continue;
      const near = vectors.some(({ utilities }) => capped.every((units, p) => utilities[p]! + epsilon[p]! >= units));
      expect([seed, near]).toEqual([seed, true]);
    }
    if (epsilon.some((units) => units > 0)) coarse++;
  }
  expect(coarse).toBeGreaterThan(5);
});

test("left alone it ends with the exact frontier, and where that is small the quick attempt has it already", () => {
  for (const seed of seeds) {
    const { space, all } = example(seed);
    for (const atLeast of [space.problem.threshold, undefined]) {
      const inside = all.filter(({ capped }) => !atLeast || reaches(capped, atLeast));
      const naive = efficientKeys(inside.map(({ capped }) => capped));
      for (const search of [refineFrontier(space, atLeast, limit), quickFrontier(space, atLeast, limit)]) {
        const { vectors, epsilon } = run(search)!;
        expect([seed, new Set(vectors.map(({ utilities }) => utilities.join(" ")))]).toEqual([seed, naive]);
        expect(epsilon.every((units) => units === 0)).toBe(true);
      }
    }
  }
});

test("where the exact frontier does not fit, the finest epsilon frontier that does is the answer", () => {
  const seed = seeds.find(
    (each) => (run(quickFrontier(example(each).space, undefined, limit))?.vectors.length ?? 0) > 8,
  )!;
  const { space, all } = example(seed);
  expect(run(quickFrontier(space, undefined, 4))).toBeUndefined();
  const { vectors, epsilon } = run(refineFrontier(space, undefined, 4))!;
  for (const { capped } of all) {
    const near = vectors.some(({ utilities }) => capped.every((units, p) => utilities[p]! + epsilon[p]! >= units));
    expect(near).toBe(true);
  }
});
