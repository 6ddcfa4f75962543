import fc from "fast-check";
import { expect, test } from "vitest";
import { ceasefireScenario } from "../fixture/ceasefire-scenario.ts";
import { enumerateAnalysis } from "../fixture/enumerate-analysis.ts";
import { analysisContract } from "./analysis-contract.ts";
import { analysisJson } from "./analysis-json.ts";
import { printJson, tidyNumber } from "./print-json.ts";

test.each([
  [0.1 + 0.2, 0.3],
  [-0, 0],
  [-1e-12, 0],
  [12.3456789019, 12.345678902],
  [9_007_199.25, 9_007_199.25],
  [1e300, 1e300],
])("%d is written as %d", (value, expected) => {
  expect(Object.is(tidyNumber(value), expected)).toBe(true);
});

test("infinity and not-a-number print as null, which the contracts refuse where they promise a number", () => {
  expect(printJson({ a: Number.NaN, b: [Number.POSITIVE_INFINITY, 1] })).toBe('{ "a": null, "b": [null, 1] }\n');
  const analysis = enumerateAnalysis(ceasefireScenario());
  const [first, ...others] = analysis.parties;
  const broken = { ...analysis, parties: [{ ...first!, scale: Number.NaN }, ...others] };
  const found = analysisContract().safeParse(JSON.parse(analysisJson(broken)));
  expect(found.error?.issues.map(({ path }) => path.join("."))).toEqual(["parties.0.scale"]);
});

test("what is printed reads back as the same value", () => {
  fc.assert(
    fc.property(fc.jsonValue({ noUnicodeString: false }), (value) => {
      const expected: unknown = JSON.parse(JSON.stringify(value), (_, one) =>
        typeof one === "number" ? tidyNumber(one) : one,
      );
      expect(JSON.parse(printJson(value))).toEqual(expected);
    }),
  );
});

test("the order in which an object was built does not show", () => {
  const a = { b: 1, a: { d: [1, 2], c: -0 }, 10: "x", 9: "y" };
  const b = { 9: "y", 10: "x", a: { c: 0, d: [1, 2] }, b: 1 };
  expect(printJson(a)).toBe(printJson(b));
});

test("an analysis prints its version first and its timings last, the same bytes each time", () => {
  const scenario = ceasefireScenario();
  const text = analysisJson(enumerateAnalysis(scenario));
  expect(text.startsWith('{\n  "schema": "entente.analysis/1",\n  "scenario":')).toBe(true);
  expect(text).toMatch(/"timings": \{ "total": 0\.25 \}\n\}\n$/);
  expect(text).not.toMatch(/-0[,\s}\]]/);
  expect(analysisJson(enumerateAnalysis(ceasefireScenario()))).toBe(text);
});

test("a bound on an error never prints as no error at all", () => {
  const printed = printJson({ roundingError: 5.04e-14, epsilon: { A: 2e-13, B: 0.25 }, other: 5e-14 });
  expect(JSON.parse(printed)).toEqual({ roundingError: 5e-14, epsilon: { A: 2e-13, B: 0.25 }, other: 0 });
});
