import { expect, test } from "vitest";
import type { PreferenceSheet } from "#model";
import { rational } from "#prelude";
import type { Improvement } from "#room";
import { standOuts } from "./stand-outs.ts";

const improvement = (a: number, b: number, changed: number): Improvement => ({
  settlement: {},
  changes: Array.from({ length: changed }, (_, at) => ({ issue: `i${at}`, from: "x", to: "y" })),
  gain: { A: rational(BigInt(a), 1n), B: rational(BigInt(b), 1n) },
});
const sheet = (party: string, scale: number) => ({ party, scale }) as PreferenceSheet; // all that is looked at

test("of many improvements the ends, the most balanced and the smallest change stand out", () => {
  const all = [
    improvement(9, 1, 5),
    improvement(6, 5, 4),
    improvement(1, 9, 3),
    improvement(2, 2, 1),
    improvement(5, 4, 2),
  ];
  const shown = standOuts(all, [sheet("A", 100), sheet("B", 100)]);
  expect(
    shown.map(({ improvement: one, why }) => [
      all.indexOf(one),
      why.map((each) => ("party" in each ? each.party : each.kind)),
    ]),
  ).toEqual([
    [3, ["fewest"]],
    [1, ["balanced"]],
    [0, ["A"]],
    [2, ["B"]],
  ]);
});

test("balance is of shares of each sheet's scale, so that the unit of a sheet decides nothing", () => {
  const all = [improvement(20, 1, 1), improvement(90, 0, 1)];
  const balanced = standOuts(all, [sheet("A", 1000), sheet("B", 10)]).find(({ why }) =>
    why.some(({ kind }) => kind === "balanced"),
  );
  expect(balanced && all.indexOf(balanced.improvement)).toBe(0);
});

test("nothing stands out of nothing, and one improvement is shown once with all its reasons", () => {
  expect(standOuts([], [sheet("A", 100)])).toEqual([]);
  expect(standOuts([improvement(1, 1, 1)], [sheet("A", 100), sheet("B", 100)])).toMatchObject([
    { why: [{ kind: "fewest" }, { kind: "balanced" }, { party: "A" }, { party: "B" }] },
  ]);
});
