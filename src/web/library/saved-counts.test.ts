import { expect, test } from "vitest";
import { savedCounts } from "./saved-counts.ts";

test("packages and sheets are counted, each for its own scenario", () => {
  const of = (...keys: readonly string[]) => keys.map((scenario) => ({ scenario }));
  expect(savedCounts(of("a", "own-1", "a"), of("own-1", "b", "a"))).toEqual(
    new Map([
      ["a", { packages: 2, sheets: 1 }],
      ["own-1", { packages: 1, sheets: 1 }],
      ["b", { packages: 0, sheets: 1 }],
    ]),
  );
  expect(savedCounts([], [])).toEqual(new Map());
});
