import { expect, test } from "vitest";
import { type Random, run, seededRandom } from "#prelude";
import { type EnumeratedSettlement, enumeratedSettlements, reaches } from "../../../test/oracle/enumerated-space.ts";
import { randomScenario } from "../../../test/oracle/random-scenario.ts";
import { rulesInForce } from "../rules-in-force.ts";
import { problemOf } from "./problem.ts";
import { type SettlementSpace, settlementSpace } from "./settlement-space.ts";
import { countAtLeast, vectorsIn } from "./vector-sweep.ts";

const seeds = Array.from({ length: 60 }, (_, place) => place + 1);

function spaceOf(seed: number): { space: SettlementSpace; all: EnumeratedSettlement[] } {
  const scenario = randomScenario(seed);
  const problem = problemOf(scenario, rulesInForce(scenario, {}));
  return { space: settlementSpace(problem), all: enumeratedSettlements(problem) };
}

/** What two settlements both give every party at least, so that a region above it is neither empty nor everything. */
function level(random: Random, all: readonly EnumeratedSettlement[], m: number): Float64Array {
  const nothing = new Array<number>(m).fill(0);
  const [a = nothing, b = nothing] = [0, 1].map(() => all[random.below(Math.max(1, all.length))]?.utilities);
  return Float64Array.from(a, (units, p) => Math.min(units, b[p]!));
}

test("the vectors inside a region are those found by trying every settlement, each with its number, largest first", () => {
  let found = 0;
  for (const seed of seeds) {
    const { space, all } = spaceOf(seed);
    const random = seededRandom(seed);
    const atLeast = level(random, all, space.parties);
    const atMost = random.below(2) === 0 ? atLeast.map((units) => units + random.below(400)) : undefined;
    const weights = atLeast.map(() => random.below(4));
    // implied by atLeast, so it may not change anything
    const cuts = [{ weights, least: atLeast.reduce((sum, units, p) => sum + units * weights[p]!, 0) }];
    const region = { atLeast, cuts, ...(atMost ? { atMost } : {}) };
    const swept = run(vectorsIn(space, region, 300_000, 3))!;
    const inside = all.filter(
      ({ utilities }) => reaches(utilities, atLeast) && (!atMost || reaches(atMost, utilities)),
    );
    const tally = new Map<string, number>();
    for (const { utilities } of inside) tally.set(utilities.join(" "), (tally.get(utilities.join(" ")) ?? 0) + 1);
    expect(new Map(swept.map(({ utilities, count }) => [utilities.join(" "), Number(count)]))).toEqual(tally);
    expect(swept).toHaveLength(tally.size);
    for (let v = 1; v < swept.length; v++) {
      const [before, after] = [swept[v - 1]!.utilities, swept[v]!.utilities];
      const differing = before.findIndex((units, p) => units !== after[p]);
      expect(before[differing]!).toBeGreaterThan(after[differing]!);
    }
    for (const { utilities, count, examples } of swept) {
      expect(examples).toHaveLength(Math.min(3, Number(count)));
      const having = inside.filter((each) => each.utilities.join(" ") === utilities.join(" "));
      const names = examples.map((options) => options.join(" "));
      expect(new Set(names).size).toBe(names.length);
      for (const name of names) expect(having.map(({ options }) => options.join(" "))).toContain(name);
    }
    found += swept.length;
  }
  expect(found).toBeGreaterThan(500);
});

test("the number of settlements that give every party at least a level is that of the enumeration", () => {
  for (const seed of seeds) {
    const { space, all } = spaceOf(seed);
    const random = seededRandom(-seed);
    for (const atLeast of [level(random, all, space.parties), space.problem.threshold]) {
      const expected = all.filter(({ utilities }) => reaches(utilities, atLeast)).length;
      expect([seed, run(countAtLeast(space, atLeast, 300_000))]).toEqual([seed, BigInt(expected)]);
    }
  }
});

test("a sweep that would hold more partial sums than its limit gives no answer rather than a wrong one", () => {
  const { space, all } = spaceOf(1);
  const anything = new Float64Array(space.parties).fill(-1e9);
  const swept = run(vectorsIn(space, { atLeast: anything }))!;
  expect(run(vectorsIn(space, { atLeast: anything }, swept.length - 1))).toBeUndefined();
  const some = Float64Array.from(all[0]!.utilities);
  expect(run(countAtLeast(space, some, 2))).toBeUndefined();
  expect(run(countAtLeast(space, some, 10_000))).toBeGreaterThan(0n);
});
