import { expect, test } from "vitest";
import { seededRandom } from "#prelude";
import { issueOrder } from "./issue-order.ts";

type Scopes = readonly (readonly number[])[];

/** The most conjunctions that are begun and not complete between two neighbours of the order. */
function width(order: readonly number[], scopes: Scopes): number {
  const cuts = order.map((_, cut) => {
    const before = new Set(order.slice(0, cut + 1));
    return scopes.filter((scope) => scope.some((i) => before.has(i)) && scope.some((i) => !before.has(i))).length;
  });
  return Math.max(0, ...cuts);
}

/** Numbers 0 to n - 1, shuffled. */
function shuffled(n: number, seed: number): number[] {
  const random = seededRandom(seed);
  const left = Array.from({ length: n }, (_, i) => i);
  return Array.from({ length: n }, () => left.splice(random.below(left.length), 1)[0]!);
}

test("every issue stands in the order once, linked or not, and the same input gives the same order", () => {
  for (let seed = 1; seed <= 12; seed++) {
    const random = seededRandom(seed);
    const sizes = Array.from({ length: 1 + random.below(9) }, () => 1 + random.below(5));
    const scopes = Array.from({ length: random.below(6) }, () => [
      ...new Set(Array.from({ length: 2 + random.below(2) }, () => random.below(sizes.length))),
    ]);
    const order = issueOrder(scopes, sizes);
    expect([...order].sort((a, b) => a - b)).toEqual(sizes.map((_, i) => i));
    expect(issueOrder(scopes, sizes)).toEqual(order);
  }
});

test("a chain of linkages written in any order of the issues is undone to one open linkage at a time", () => {
  for (let seed = 1; seed <= 4; seed++) {
    const names = shuffled(12, seed);
    const chain = names.slice(1).map((issue, k) => [names[k]!, issue]);
    const given = names.map((_, i) => i);
    const order = issueOrder(chain, new Array<number>(12).fill(4));
    expect(width(order, chain)).toBe(1);
    expect(width(order, chain)).toBeLessThan(width(given, chain));
  }
});

test("issues that no linkage names stand last", () => {
  expect(issueOrder([[3, 1]], [2, 2, 2, 2]).slice(2)).toEqual([0, 2]);
});
