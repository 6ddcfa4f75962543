import fc from "fast-check";
import { expect, test } from "vitest";
import { draftOf, drawn, hiddenSheets, tinyAgenda, trueStatements } from "../../test/hidden-sheet.ts";
import { drawSheets } from "./draw-sheets.ts";
import { exactRange } from "./exact-range.ts";

const order = (issue: string) => ({ kind: "option-order", issue, order: [["o0"], ["o1"], ["o2"]] }) as const;

test("weights in an order have the ends of the ordered simplex", () => {
  const agenda = tinyAgenda(2, 2, 2);
  const draft = draftOf(agenda, [{ kind: "swing-order", order: [["i0"], ["i1"], ["i2"]] }]);
  const range = (issue: string) => exactRange(agenda, draft, { kind: "weight", issue })!;
  expect(range("i0").low).toBeCloseTo(100 / 3, 1);
  expect(range("i0").high).toBeCloseTo(100, 1);
  expect(range("i1").high).toBeCloseTo(50, 1);
  expect(range("i2").high).toBeCloseTo(100 / 3, 1);
  expect(range("i2")).toMatchObject({ status: "exact" });
});

test("a choice bounds a value by the weights: half of one swing is worth at most the whole of one half as large", () => {
  const agenda = tinyAgenda(3, 2);
  const draft = draftOf(agenda, [
    order("i0"),
    { kind: "option-order", issue: "i1", order: [["o0"], ["o1"]] },
    { kind: "swing", issue: "i1", against: "i0", low: 40, high: 40 },
    { kind: "choice", first: { i0: "o2", i1: "o0" }, second: { i0: "o1", i1: "o1" }, answer: "first" },
  ]);
  const { status, low, high } = exactRange(agenda, draft, { kind: "value", issue: "i0", option: "o1" })!;
  expect(status).toBe("exact");
  expect(low).toBeCloseTo(0.1, 3);
  expect(high).toBeCloseTo(40 - (0.01 / (100 / 1.4)) * 100, 3); // the margin of a preference, a hundredth of a point
});

test("no drawn sheet lies outside the exact range", () => {
  const agenda = tinyAgenda(3, 2, 3);
  const cases = hiddenSheets(agenda).chain((sheet) => trueStatements(agenda, sheet));
  fc.assert(
    fc.property(cases, (statements) => {
      const draft = draftOf(agenda, statements);
      const draws = drawSheets(agenda, draft, { draws: 60 })!;
      const sheets = Array.from({ length: draws.count }, (_, d) => drawn(agenda, draws, d));
      const inside = (numbers: readonly number[], range: { readonly low: number; readonly high: number }): void => {
        expect(Math.min(...numbers)).toBeGreaterThan(range.low - 1e-3);
        expect(Math.max(...numbers)).toBeLessThan(range.high + 1e-3);
      };
      agenda.issues.forEach(({ id, options }, i) => {
        inside(
          sheets.map(({ weights }) => weights[i]!),
          exactRange(agenda, draft, { kind: "weight", issue: id })!,
        );
        options.forEach((option, o) => {
          inside(
            sheets.map(({ values }) => values[i]![o]!),
            exactRange(agenda, draft, { kind: "value", issue: id, option: option.id })!,
          );
        });
      });
      inside(
        sheets.map(({ reservation }) => reservation),
        exactRange(agenda, draft, { kind: "reservation" })!,
      );
    }),
    { numRuns: 40 },
  );
});

test("a range is exact when the ends of the scale are stated, and bounded when they stay open in a compared issue", () => {
  const agenda = tinyAgenda(3, 2);
  const choice = {
    kind: "choice",
    first: { i0: "o1", i1: "o0" },
    second: { i0: "o0", i1: "o1" },
    answer: "first",
  } as const;
  const value = (issue: string, option: string, at: number) =>
    ({ kind: "option-value", issue, option, low: at, high: at }) as const;
  const ends = [value("i0", "o0", 100), value("i0", "o2", 0), value("i1", "o0", 100)];
  const weight = { kind: "weight", issue: "i1" } as const;
  expect(exactRange(agenda, draftOf(agenda, [...ends, choice]), weight)?.status).toBe("exact");
  expect(exactRange(agenda, draftOf(agenda, [choice]), weight)?.status).toBe("bounded");
});

test("contradictory statements leave no range", () => {
  const agenda = tinyAgenda(3, 2);
  const draft = draftOf(agenda, [order("i0"), { kind: "option-order", issue: "i0", order: [["o2"], ["o0"]] }]);
  expect(exactRange(agenda, draft, { kind: "reservation" })).toBeUndefined();
});
