import fc from "fast-check";
import { expect, test } from "vitest";
import { breach, draftOf, drawn, hiddenSheets, tinyAgenda, trueStatements, worth } from "../../test/hidden-sheet.ts";
import { drawSheets } from "./draw-sheets.ts";

const mean = (numbers: readonly number[]): number => numbers.reduce((sum, each) => sum + each, 0) / numbers.length;

test("every drawn sheet keeps every statement, its weights sum to 100, and each issue has a best and a worst option", () => {
  const agenda = tinyAgenda(3, 2, 4);
  const cases = hiddenSheets(agenda).chain((sheet) => trueStatements(agenda, sheet));
  fc.assert(
    fc.property(cases, (statements) => {
      const draws = drawSheets(agenda, draftOf(agenda, statements), { draws: 25 })!;
      for (let draw = 0; draw < draws.count; draw++) {
        const sheet = drawn(agenda, draws, draw);
        for (const statement of statements) expect(breach(sheet, statement)).toBeLessThan(1e-4);
        expect(sheet.weights.reduce((sum, weight) => sum + weight, 0)).toBeCloseTo(100, 6);
        for (const values of sheet.values) {
          expect(Math.max(...values)).toBeCloseTo(100, 6);
          expect(Math.min(...values)).toBeCloseTo(0, 6);
        }
      }
    }),
    { numRuns: 60 },
  );
});

test("weights in a stated order have the means of ordered parts of a whole: 1/3 (1 + 1/2 + 1/3) and so on", () => {
  const agenda = tinyAgenda(2, 2, 2);
  const draws = drawSheets(agenda, draftOf(agenda, [{ kind: "swing-order", order: [["i2"], ["i0"], ["i1"]] }]), {
    draws: 4000,
  })!;
  const sheets = Array.from({ length: draws.count }, (_, d) => drawn(agenda, draws, d));
  const means = [0, 1, 2].map((i) => mean(sheets.map(({ weights }) => weights[i]!)));
  [(1 / 2 + 1 / 3) / 3, 1 / 9, (1 + 1 / 2 + 1 / 3) / 3].forEach((share, i) => {
    expect(Math.abs(means[i]! - share * 100)).toBeLessThan(0.8);
  });
});

test("values between the best and the worst option lie uniformly in their order", () => {
  const agenda = tinyAgenda(4, 2);
  const order = [["o1"], ["o3"], ["o0"], ["o2"]];
  const draws = drawSheets(agenda, draftOf(agenda, [{ kind: "option-order", issue: "i0", order }]), { draws: 4000 })!;
  const sheets = Array.from({ length: draws.count }, (_, d) => drawn(agenda, draws, d));
  expect(Math.abs(mean(sheets.map(({ values }) => values[0]![3]!)) - 200 / 3)).toBeLessThan(1.5);
  expect(Math.abs(mean(sheets.map(({ values }) => values[0]![0]!)) - 100 / 3)).toBeLessThan(1.5);
});

test("which option is best is drawn too: in proportion to the room that each leaves to the others", () => {
  const agenda = tinyAgenda(3, 2);
  const value = (option: string, low: number, high: number) =>
    ({ kind: "option-value", issue: "i0", option, low, high }) as const;
  const said = [value("o0", 50, 100), value("o1", 80, 100), value("o2", 0, 0)];
  const draws = drawSheets(agenda, draftOf(agenda, said), { draws: 4000 })!;
  const best = Array.from({ length: draws.count }, (_, d) => (drawn(agenda, draws, d).values[0]![0]! > 99.999 ? 1 : 0));
  // o0 best: o1 has 20 points of room; o1 best: o0 has 50
  expect(Math.abs(mean(best) - 20 / 70)).toBeLessThan(0.03);
});

test("of two options of which nothing was said, each is best in half the draws", () => {
  const agenda = tinyAgenda(2, 2);
  const draws = drawSheets(agenda, draftOf(agenda, []), { draws: 2000 })!;
  const best = Array.from({ length: draws.count }, (_, d) => drawn(agenda, draws, d).values[1]![0]! / 100);
  expect(Math.abs(mean(best) - 0.5)).toBeLessThan(0.04);
});

test("answers cut the draws as throwing away every sheet that breaks them would", () => {
  const agenda = tinyAgenda(3, 3, 2);
  const order = (issue: string) => ({ kind: "option-order", issue, order: [["o0"], ["o1"], ["o2"]] }) as const;
  const before = [order("i0"), order("i1")];
  const first = { i0: "o0", i1: "o2" };
  const second = { i0: "o1", i1: "o0" };
  const choice = { kind: "choice", first, second, answer: "first" } as const;
  const noDeal = { kind: "no-deal", settlement: { i0: "o1", i1: "o1", i2: "o0" }, answer: "better" } as const;
  const all = drawSheets(agenda, draftOf(agenda, before), { draws: 20_000, seed: 3 })!;
  const kept = Array.from({ length: all.count }, (_, d) => drawn(agenda, all, d)).filter(
    (sheet) => worth(sheet, first) > worth(sheet, second) && worth(sheet, noDeal.settlement) < sheet.reservation,
  );
  const cut = drawSheets(agenda, draftOf(agenda, [...before, choice, noDeal]), { draws: 6000, seed: 4 })!;
  const drawnThere = Array.from({ length: cut.count }, (_, d) => drawn(agenda, cut, d));
  expect(kept.length).toBeGreaterThan(1000);
  for (const i of [0, 1, 2]) {
    const difference =
      mean(kept.map(({ weights }) => weights[i]!)) - mean(drawnThere.map(({ weights }) => weights[i]!));
    expect(Math.abs(difference)).toBeLessThan(2);
  }
  for (const i of [0, 1]) {
    const middle = (sheets: typeof kept) => mean(sheets.map(({ values }) => values[i]![1]!));
    expect(Math.abs(middle(kept) - middle(drawnThere))).toBeLessThan(2.5);
  }
  const line = (sheets: typeof kept) => mean(sheets.map(({ reservation }) => reservation));
  expect(Math.abs(line(kept) - line(drawnThere))).toBeLessThan(2);
});

test("narrow ranges are drawn over their whole width", () => {
  const agenda = tinyAgenda(...Array.from({ length: 8 }, () => 2));
  const said = Array.from({ length: 7 }, (_, i) => ({
    ...({ kind: "swing", against: "i0", low: 90 - 10 * i, high: 91 - 10 * i } as const),
    issue: `i${i + 1}`,
  }));
  const draws = drawSheets(agenda, draftOf(agenda, said), { draws: 2000 })!;
  const sheets = Array.from({ length: draws.count }, (_, d) => drawn(agenda, draws, d));
  for (let i = 1; i < 8; i++) {
    const ratios = sheets.map(({ weights }) => (weights[i]! / weights[0]!) * 100 - (100 - 10 * i));
    expect(Math.abs(mean(ratios) - 0.5)).toBeLessThan(0.06);
    expect(Math.max(...ratios)).toBeGreaterThan(0.98);
    expect(Math.min(...ratios)).toBeLessThan(0.02);
  }
});

test("the same seed draws the same sheets, another seed others, and contradictory statements none", () => {
  const agenda = tinyAgenda(3, 3);
  const draft = draftOf(agenda, [{ kind: "matters-most", issue: "i0" }]);
  expect(drawSheets(agenda, draft, { draws: 10, seed: 7 })).toEqual(drawSheets(agenda, draft, { draws: 10, seed: 7 }));
  expect(drawSheets(agenda, draft, { draws: 10, seed: 7 })!.weights).not.toEqual(
    drawSheets(agenda, draft, { draws: 10, seed: 8 })!.weights,
  );
  const torn = draftOf(agenda, [
    { kind: "swing-order", order: [["i0"], ["i1"]] },
    { kind: "swing-order", order: [["i1"], ["i0"]] },
  ]);
  expect(drawSheets(agenda, torn)).toBeUndefined();
});
