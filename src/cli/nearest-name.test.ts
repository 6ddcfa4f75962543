import { expect, test } from "vitest";
import { didYouMean, nearestNames } from "./nearest-name.ts";

test.each([
  ["ukrain-2025", ["essequibo-2025", "ukraine-2025"], ["ukraine-2025"]],
  ["west_caped", ["none", "west_capped", "deep_wide"], ["west_capped"]],
  ["nash", ["nash-1950-barter", "no-deal"], ["nash-1950-barter"]],
  ["RU", ["UA", "RU"], ["RU"]],
  ["ur", ["UA", "RU"], ["RU", "UA"]],
  ["Moon", ["UA", "RU"], []],
])("a slip such as %s finds what was meant", (written, known, meant) => {
  expect(nearestNames(written, known).toSorted()).toEqual(meant.toSorted());
});

test("nothing is suggested when nothing is near", () => {
  expect(didYouMean("peace", ["none", "west_capped"])).toBe("");
});

test("a suggestion is a question with the name as it is written", () => {
  expect(didYouMean("as_presentd", ["as_presented", "plus_sweeteners"])).toBe(' Did you mean "as_presented"?');
});
