import { expect, test } from "vitest";
import type { Issue } from "#model";
import { offerDiff } from "./offer-diff.ts";

const issues: readonly Issue[] = ["a", "b", "c", "d", "e"].map((id) => ({ id, name: id, options: [] }));

test("an offer beside another shows what changed, what is new, what was left open and what stayed, in that order", () => {
  expect(offerDiff(issues, { a: "1", b: "1", c: "1" }, { a: "1", b: "2", d: "1" })).toEqual([
    { issue: "b", how: "changed", now: "1", before: "2" },
    { issue: "c", how: "new", now: "1" },
    { issue: "d", how: "left", before: "1" },
    { issue: "a", how: "same", now: "1", before: "1" },
  ]);
});

test("beside nothing everything is new", () => {
  expect(offerDiff(issues, { e: "1", a: "2" }, undefined)).toEqual([
    { issue: "a", how: "new", now: "2" },
    { issue: "e", how: "new", now: "1" },
  ]);
});
