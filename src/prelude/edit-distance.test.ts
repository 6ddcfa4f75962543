import { expect, test } from "vitest";
import { editDistance } from "./edit-distance.ts";

test.each([
  ["kitten", "sitting", 3],
  ["ca", "ac", 1],
  ["", "abc", 3],
  ["same", "same", 0],
])("%s and %s are %i apart", (a, b, distance) => {
  expect(editDistance(a, b)).toBe(distance);
  expect(editDistance(b, a)).toBe(distance);
});
