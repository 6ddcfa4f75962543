import { expect, test } from "vitest";
import type { Confidence, Durability, GuaranteeParameter, ParameterCase } from "#model";
import { seededRandom } from "#prelude";
import { plainDurability, plainGuarantee } from "../../../test/oracle/durability-plain.ts";
import { drawDurability } from "./draw-durability.ts";

test.each([
  { name: "a range that somebody judged", value: [10, 30], placeholder: false, ends: [10, 30] },
  { name: "a placeholder", value: [10, 30], placeholder: true, ends: [10, 30] },
  { name: "one number of high confidence", value: [20, 20], confidence: "high", ends: [18, 22] },
  { name: "one number of medium confidence", value: [20, 20], confidence: "medium", ends: [15, 25] },
  { name: "one number of low confidence", value: [20, 20], confidence: "low", ends: [10, 30] },
  { name: "one number of no stated confidence", value: [20, 20], ends: [10, 30] },
  { name: "nought", value: [0, 0], confidence: "low", ends: [0, 0] },
] as const)("$name is drawn uniform from $ends.0 to $ends.1", ({ value, ends, ...marks }) => {
  const drawn = draws("stake", value, marks);
  expect(Math.min(...drawn)).toBeGreaterThanOrEqual(ends[0]);
  expect(Math.max(...drawn)).toBeLessThanOrEqual(ends[1]);
  const width = ends[1] - ends[0];
  // the mean of 2000 uniform draws is within 4 standard errors of the middle
  const mean = drawn.reduce((sum, one) => sum + one, 0) / drawn.length;
  expect(Math.abs(mean - (ends[0] + ends[1]) / 2)).toBeLessThanOrEqual((4 * width) / Math.sqrt(12 * drawn.length));
  expect(Math.max(...drawn) - Math.min(...drawn)).toBeGreaterThanOrEqual(0.99 * width);
});

test("a chance is cut off at 1, not heaped there", () => {
  const drawn = draws("intervention", [0.8, 0.8], { confidence: "low" });
  expect(Math.min(...drawn)).toBeLessThan(0.41);
  expect(Math.max(...drawn)).toBeGreaterThan(0.99);
  expect(drawn.filter((one) => one >= 1)).toEqual([]);
});

test("the belief about the cost of fighting keeps its ends, and its middle moves between them", () => {
  const { guarantees } = drawDurability(judged("fightingCost", [20, 60], {}), seededRandom(3));
  const { low, mid, high } = guarantees[0]!.parameters.fightingCost!.cases[0]!.value;
  expect([low, high]).toEqual([20, 60]);
  expect(mid).toBeGreaterThan(20);
  expect(mid).toBeLessThan(60);
});

test("one seed gives one sequence of files, another gives another", () => {
  const file = judged("stake", [10, 30], {});
  expect(drawDurability(file, seededRandom(1))).toEqual(drawDurability(file, seededRandom(1)));
  expect(drawDurability(file, seededRandom(1))).not.toEqual(drawDurability(file, seededRandom(2)));
});

test("the marks of placeholders, conditions and evidence stay", () => {
  const file = judged("stake", [10, 30], { placeholder: true });
  const drawn = drawDurability(file, seededRandom(1)).guarantees[0]!.parameters.stake!.cases[0]!;
  const { value: _, ...kept } = file.guarantees[0]!.parameters.stake!.cases[0]!;
  expect(drawn).toMatchObject(kept);
});

type Marks = { readonly placeholder?: boolean; readonly confidence?: Confidence };

function judged(id: GuaranteeParameter, [low, high]: readonly [number, number], marks: Marks): Durability {
  const one: ParameterCase = {
    when: [],
    value: { low, mid: (low + high) / 2, high },
    placeholder: marks.placeholder ?? false,
    evidence: { sources: [], ...(marks.confidence ? { confidence: marks.confidence } : {}) },
  };
  const guarantee = { ...plainGuarantee({}), parameters: { [id]: { cases: [one] } } };
  return plainDurability({ guarantees: [guarantee] }).durability!;
}

function draws(id: GuaranteeParameter, value: readonly [number, number], marks: Marks): readonly number[] {
  const random = seededRandom(7);
  const file = judged(id, value, marks);
  return Array.from(
    { length: 2000 },
    () => drawDurability(file, random).guarantees[0]!.parameters[id]!.cases[0]!.value.mid,
  );
}
