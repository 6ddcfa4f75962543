import { expect, test } from "vitest";
import { run } from "#prelude";
import {
  type EnumeratedSettlement,
  efficientKeys,
  enumeratedSettlements,
  reaches,
} from "../../../test/oracle/enumerated-space.ts";
import { randomScenario } from "../../../test/oracle/random-scenario.ts";
import { rulesInForce } from "../rules-in-force.ts";
import { problemOf } from "../space/problem.ts";
import { type SettlementSpace, settlementSpace } from "../space/settlement-space.ts";
import { type FrontierResult, paretoFrontier } from "./pareto-frontier.ts";

const seeds = Array.from({ length: 100 }, (_, place) => place + 1);

type Example = {
  readonly space: SettlementSpace;
  readonly all: readonly EnumeratedSettlement[];
  readonly capped: boolean;
};

function example(seed: number): Example {
  const scenario = randomScenario(seed);
  const problem = problemOf(scenario, rulesInForce(scenario, {}));
  const capped = problem.cap.some((units) => Number.isFinite(units));
  return { space: settlementSpace(problem), all: enumeratedSettlements(problem), capped };
}

/** The efficient vectors among the settlements that everybody accepts. */
function efficient(all: readonly EnumeratedSettlement[], atLeast: Float64Array): Set<string> {
  return efficientKeys(all.filter(({ capped }) => reaches(capped, atLeast)).map(({ capped }) => capped));
}

/** Every listed vector is what its settlement is worth, and everybody accepts it. */
function expectReal({ vectors }: FrontierResult, all: readonly EnumeratedSettlement[], atLeast: Float64Array): void {
  const worth = new Map(all.map(({ options, capped }) => [options.join(" "), capped]));
  for (const { utilities, options } of vectors) {
    expect([...utilities]).toEqual(worth.get(options.join(" ")));
    expect(reaches(utilities, atLeast)).toBe(true);
  }
}

/** Cells of a share of each party's range over all settlements. */
function cells({ space, all }: Example, share: number): Float64Array {
  return Float64Array.from({ length: space.parties }, (_, p) => {
    const values = all.map(({ capped }) => capped[p]!);
    return Math.max(0, Math.floor((Math.max(...values) - Math.min(...values)) * share));
  });
}

test("the exact frontier is the naive one, with as many settlements at each vector and one of them", () => {
  let size = 0;
  for (const seed of seeds) {
    const { space, all, capped } = example(seed);
    const anything = new Float64Array(space.parties).fill(Number.NEGATIVE_INFINITY);
    for (const atLeast of [undefined, space.problem.threshold]) {
      const found = run(paretoFrontier(space, atLeast ? { atLeast } : {}))!;
      expect([...found.epsilon].every((units) => units === 0)).toBe(true);
      expect([seed, new Set(found.vectors.map(({ utilities }) => utilities.join(" ")))]).toEqual([
        seed,
        efficient(all, atLeast ?? anything),
      ]);
      expect(new Set(found.vectors.map(({ utilities }) => utilities.join(" "))).size).toBe(found.vectors.length);
      expectReal(found, all, atLeast ?? anything);
      // where a sheet caps its utilities, settlements beyond the cap are counted elsewhere
      for (const { utilities, count } of capped ? [] : found.vectors) {
        expect(Number(count)).toBe(all.filter((each) => each.utilities.join(" ") === utilities.join(" ")).length);
      }
      size += found.vectors.length;
    }
  }
  expect(size).toBeGreaterThan(500);
});

test.each([
  ["exact", 0.05],
  ["exact", 0.3],
  ["shared", 0.05],
  ["shared", 0.3],
] as const)(
  "with %s edges and cells of %d of the range no efficient settlement is further than epsilon from a listed one",
  (edges, share) => {
    let coarser = 0;
    for (const seed of seeds) {
      const tried = example(seed);
      const { space, all } = tried;
      if (all.length === 0) continue;
      const atLeast = space.problem.threshold;
      const found = run(paretoFrontier(space, { atLeast, cell: cells(tried, share), edges }))!;
      expectReal(found, all, atLeast);
      const { epsilon, vectors } = found;
      expect(found.edgesShared).toBe(edges === "shared" && cells(tried, share).some((units) => units > 0));
      const sure = all.filter(({ capped }) =>
        reaches(capped, edges === "exact" ? atLeast : atLeast.map((units, p) => units + epsilon[p]!)),
      );
      for (const { capped } of sure) {
        const near = vectors.some(({ utilities }) => capped.every((units, p) => utilities[p]! + epsilon[p]! >= units));
        expect([seed, capped, near]).toEqual([seed, capped, true]);
      }
      for (const a of vectors)
        for (const b of vectors) expect(a !== b && reaches(a.utilities, b.utilities)).toBe(false);
      if (vectors.length < efficient(all, atLeast).size) coarser++;
    }
    if (share > 0.1) expect(coarser).toBeGreaterThan(5);
  },
);

test("cells of one unit lose nothing", () => {
  for (const seed of seeds.slice(0, 40)) {
    const { space, all } = example(seed);
    const found = run(paretoFrontier(space, { cell: new Float64Array(space.parties).fill(1) }))!;
    const anything = new Float64Array(space.parties).fill(Number.NEGATIVE_INFINITY);
    expect(new Set(found.vectors.map(({ utilities }) => utilities.join(" ")))).toEqual(efficient(all, anything));
  }
});

test("beyond the limit of labels, or told to finish, there is no frontier rather than a part of one", () => {
  const { space } = example(seeds.find((seed) => run(paretoFrontier(example(seed).space))!.vectors.length > 5)!);
  expect(run(paretoFrontier(space, { limit: 5 }))).toBeUndefined();
  const search = paretoFrontier(space);
  search.next("continue");
  expect(search.next("finish")).toEqual({ done: true, value: undefined });
});
