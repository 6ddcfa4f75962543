import fc from "fast-check";
import { expect, test } from "vitest";
import { type Choices, evaluate, type PreferenceSheet } from "#model";
import { compare, noDay, type Rational } from "#prelude";
import { valueRange } from "#room";
import { linkedSheets, xyz } from "../../../test/linked-sheets.ts";
import { evidence, judged, sheet, when } from "../../../test/tiny-scenario.ts";
import { changeInUnits, pointsOfUnits, settlementUnits, wholeNumberSheet } from "./whole-number-sheet.ts";

const issues = ["i0", "i1", "i2", "i3", "i4"];
const packages = fc.dictionary(fc.constantFrom(...issues), fc.constantFrom(...xyz)).map((choices) => ({ ...choices }));
const settlements = fc
  .array(fc.constantFrom(...xyz), { minLength: 5, maxLength: 5 })
  .map((chosen) => Object.fromEntries(issues.map((issue, at) => [issue, chosen[at]!])));

test("a sheet in whole numbers values every settlement as evaluate does", () => {
  fc.assert(
    fc.property(linkedSheets("A", 5), settlements, packages, (party, settlement, changed) => {
      const whole = wholeNumberSheet(party);
      const units = settlementUnits(whole, settlement);
      expect(pointsOfUnits(whole, units)).toEqual(evaluate(party, settlement, noDay).utility);
      const after = settlementUnits(whole, { ...settlement, ...changed });
      expect(changeInUnits(whole, settlement, changed)).toBe(after - units);
    }),
    { numRuns: 300, seed: 7 },
  );
});

test("the range of a package is that of all its completions, and each end is reached by the one beside it", () => {
  fc.assert(
    fc.property(linkedSheets("A", 5), packages, (party, choices) => {
      const { status, least, most, worst, best } = valueRange(party, choices);
      expect(status).toBe("exact");
      const all = completions(party, choices);
      expect(least).toEqual(all[0]);
      expect(most).toEqual(all.at(-1));
      expect(evaluate(party, worst!, noDay).utility).toEqual(least);
      expect(evaluate(party, best!, noDay).utility).toEqual(most);
      expect(worst).toMatchObject(choices);
    }),
    { numRuns: 150, seed: 8 },
  );
});

test("issues that linkages tie into too large a group are bounded, never wrongly", () => {
  const many = Array.from({ length: 9 }, (_, at) => `i${at}`);
  const all = Object.fromEntries(many.map((issue) => [issue, "x"]));
  const tied = sheet("A", {
    reservation: 0,
    issues: Object.fromEntries(many.map((issue) => [issue, [1, { x: 0, y: 50, z: 90 }] as const])),
    linkages: [{ id: "c", kind: "combination", when: when(all), value: judged(18), of: 100, evidence: evidence() }],
  });
  const range = valueRange(tied, {});
  expect(range).toMatchObject({ status: "bounded", least: { num: 0n }, most: { num: 108n, den: 1n } });
  expect(range.best).toBeUndefined();
  // one clause settled otherwise: the linkage cannot fire, and nothing is tied any more
  expect(valueRange(tied, { i0: "y" })).toMatchObject({ status: "exact", most: { num: 770n, den: 9n } });
  // one settled as the linkage has it leaves 3^8 combinations
  expect(valueRange(tied, { i0: "x", i1: "x" })).toMatchObject({ status: "exact", most: { num: 70n, den: 1n } });
});

function completions(party: PreferenceSheet, choices: Choices): readonly Rational[] {
  const open = issues.filter((issue) => choices[issue] === undefined);
  let all: Choices[] = [choices];
  for (const issue of open) all = all.flatMap((each) => xyz.map((option) => ({ ...each, [issue]: option })));
  return all.map((each) => evaluate(party, each, noDay).utility).sort(compare);
}
