import { expect, test } from "vitest";
import { type Random, seededRandom } from "#prelude";
import { type Factor, largestSum } from "./largest-sum.ts";

function randomFactor(random: Random, sizes: readonly number[]): Factor {
  const scope = sizes.map((_, v) => v).filter(() => random.below(3) === 0);
  const cells = scope.reduce((product, v) => product * sizes[v]!, 1);
  const forbids = random.below(4) === 0;
  const values = Array.from({ length: cells }, () =>
    forbids && random.below(4) === 0 ? undefined : BigInt(random.below(41) - 20) * 10n ** BigInt(random.below(20)),
  );
  return { scope, values };
}

/** Every assignment, its cell of each table found by place values. */
function byTryingAll(sizes: readonly number[], factors: readonly Factor[]): bigint | undefined {
  const assignments = sizes.reduce<number[][]>(
    (all, size) => all.flatMap((options) => Array.from({ length: size }, (_, option) => [...options, option])),
    [[]],
  );
  let best: bigint | undefined;
  for (const options of assignments) {
    const worth = factors.map(
      ({ scope, values }) => values[scope.reduce((cell, v) => cell * sizes[v]! + options[v]!, 0)],
    );
    if (worth.includes(undefined)) continue;
    const sum = worth.reduce<bigint>((total, value) => total + value!, 0n);
    if (best === undefined || sum > best) best = sum;
  }
  return best;
}

test("the largest sum over all assignments, past the range of doubles, is that of trying them all", () => {
  let none = 0;
  for (let seed = 1; seed <= 250; seed++) {
    const random = seededRandom(seed);
    const sizes = Array.from({ length: 1 + random.below(5) }, () => 1 + random.below(3));
    const factors = Array.from({ length: random.below(6) }, () => randomFactor(random, sizes));
    const expected = byTryingAll(sizes, factors);
    expect([seed, largestSum(sizes, factors)]).toEqual([seed, expected]);
    if (expected === undefined) none++;
  }
  expect(none).toBeGreaterThan(3);
});

test("a chain of a hundred variables is summed link by link", () => {
  const sizes = new Array<number>(100).fill(3);
  // staying on the same option pays 2, going up by one pays 5, anything else is forbidden
  const link = [2n, 5n, undefined, undefined, 2n, 5n, undefined, undefined, 2n];
  const factors = sizes.slice(1).map((_, v) => ({ scope: [v, v + 1], values: link }));
  expect(largestSum(sizes, factors)).toBe(97n * 2n + 2n * 5n);
});

test("variables linked so widely that a table would pass the ceiling are refused rather than ground through", () => {
  const sizes = new Array<number>(8).fill(4);
  const pairs = sizes.flatMap((_, a) => sizes.flatMap((__, b) => (a < b ? [[a, b]] : [])));
  const factors = pairs.map((scope) => ({ scope, values: new Array<bigint>(16).fill(1n) }));
  expect(() => largestSum(sizes, factors, 1000)).toThrow("linked too widely");
  expect(largestSum(sizes, factors, 4 ** 8)).toBe(28n);
});
