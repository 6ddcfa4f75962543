import { expect, test } from "vitest";
import { editDistance, suggestion } from "./suggestion.ts";

test.each([
  ["kitten", "sitting", 3],
  ["ca", "ac", 1],
  ["", "abc", 3],
  ["same", "same", 0],
])("%s and %s are %i apart", (a, b, distance) => {
  expect(editDistance(a, b)).toBe(distance);
  expect(editDistance(b, a)).toBe(distance);
});

test("the nearest name is suggested, the first of equals, and nothing far away or wholly different", () => {
  expect(suggestion("west_caped", ["deep_wide", "west_capped", "west_cap"])).toBe("west_capped");
  expect(suggestion("UAA", ["UAB", "UAC"])).toBe("UAB");
  expect(suggestion("sanctions", ["territory"])).toBeUndefined();
  expect(suggestion("Z", ["A", "B"])).toBeUndefined();
});
