import { expect, test } from "vitest";
import { areAll, type MultilinearCondition } from "./multilinear-search.ts";

/** Corner values of a function of first degree in each of x and y. */
const of = (value: (x: number, y: number) => number, equal = true): MultilinearCondition => ({
  corners: Float64Array.of(value(0, 0), value(1, 0), value(0, 1), value(1, 1)),
  equal,
});

test("the two solutions of two bilinear equations are all, and one of them is not", () => {
  // x + y = 1 and xy = 0.21
  const equations = [of((x, y) => x + y - 1), of((x, y) => x * y - 0.21)];
  expect(
    areAll(equations, [
      [0.3, 0.7],
      [0.7, 0.3],
    ]),
  ).toBe(true);
  expect(areAll(equations, [[0.3, 0.7]])).toBe(false);
  expect(areAll(equations, [])).toBe(false);
});

test("equations without a solution, or whose solution breaks another condition, are shown to have none", () => {
  expect(areAll([of((x, y) => x + y - 1), of((x, y) => x * y - 0.3)], [])).toBe(true);
  expect(areAll([of((x) => x - 0.5), of((_, y) => y - 0.5), of((x, y) => x * y - 0.2, false)], [])).toBe(true);
});

test("a continuum is never called complete", () => {
  expect(areAll([of((x, y) => x + y - 1)], [[0.5, 0.5]])).toBe(false);
  expect(areAll([of((x, y) => x - y), of((x, y) => 2 * x - 2 * y)], [[0.5, 0.5]])).toBe(false);
});
