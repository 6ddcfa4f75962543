import { expect, test } from "vitest";
import { wilsonInterval } from "./wilson-interval.ts";

// By hand, with z^2 = 3.8414588: 0 of 10 has upper end z^2 / (n + z^2) = 0.277533; 5 of 10 has half-width
// z / (2 sqrt(n + z^2)) = 1.9599640 / (2 x 3.7204111) = 0.263407 about 0.5.
test.each([
  { successes: 0, n: 10, low: 0, high: 0.277533 },
  { successes: 5, n: 10, low: 0.236593, high: 0.763407 },
  { successes: 10, n: 10, low: 0.722467, high: 1 },
])("$successes of $n draws", ({ successes, n, low, high }) => {
  const interval = wilsonInterval(successes, n);
  expect(interval.share).toBe(successes / n);
  expect(interval.low).toBeCloseTo(low, 5);
  expect(interval.high).toBeCloseTo(high, 5);
});

test("no draws give no share", () => {
  expect(() => wilsonInterval(0, 0)).toThrow("0 of 0");
});
