import { expect, test } from "vitest";
import { type Day, noDay, parseDay } from "#prelude";
import { isLater } from "./is-later.ts";

const day = (text: string): Day => parseDay(text)!;
const asOf = day("2025-08-26");

test("a package is later than the judgements when it is dated after their day, not on it", () => {
  expect(isLater({ date: day("2025-08-25") }, asOf)).toBe(false);
  expect(isLater({ date: asOf }, asOf)).toBe(false);
  expect(isLater({ date: day("2025-08-27") }, asOf)).toBe(true);
});

test("without a date nothing is later", () => {
  expect(isLater({}, asOf)).toBe(false);
  expect(isLater({ date: day("2025-08-27") }, noDay)).toBe(false);
});
