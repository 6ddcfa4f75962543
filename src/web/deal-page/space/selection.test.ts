import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { FrontierTable } from "#compute/browser";
import { extent, onStep, type Ranges, rowsWithin, withRange } from "./brush.ts";
import { optionShares } from "./option-shares.ts";
import { rankedRows, sampledRows } from "./ranked-rows.ts";

const parties = ["A", "B", "C"];
const issues = [
  { id: "force", options: ["none", "small", "large"] },
  { id: "land", options: ["keep", "cede"] },
];

type Row = { readonly values: readonly number[]; readonly options: readonly number[] };

function tableOf(rows: readonly Row[]): FrontierTable {
  return {
    parties,
    issues,
    count: rows.length,
    utilities: Float64Array.from(rows.flatMap(({ values }) => values)),
    options: Uint16Array.from(rows.flatMap(({ options }) => options)),
    ties: rows.map(() => "1"),
  };
}

const value = fc.integer({ min: 0, max: 20 });
const someRows = fc.array(
  fc.record({
    values: fc.tuple(value, value, value),
    options: fc.tuple(fc.integer({ min: 0, max: 2 }), fc.integer({ min: 0, max: 1 })),
  }),
  { maxLength: 40 },
);
const someRanges = fc.dictionary(
  fc.constantFrom(...parties),
  fc.record({ least: value, most: value }, { requiredKeys: [] }),
);

describe("a range for each party", () => {
  test("keeps exactly the settlements that lie within all of them, both ends counting", () => {
    fc.assert(
      fc.property(someRows, someRanges, (rows, ranges) => {
        const kept = Array.from(rowsWithin(tableOf(rows), ranges));
        const expected = rows.flatMap(({ values }, row) => {
          const inside = parties.every((party, at) => {
            const { least, most } = ranges[party] ?? {};
            return (least === undefined || values[at]! >= least) && (most === undefined || values[at]! <= most);
          });
          return inside ? [row] : [];
        });
        expect(kept).toEqual(expected);
      }),
    );
  });

  test("that is emptied is left out", () => {
    const asked: Ranges = withRange(withRange({}, "A", { least: 3 }), "B", { most: 9 });
    expect(asked).toEqual({ A: { least: 3 }, B: { most: 9 } });
    expect(withRange(asked, "A", {})).toEqual({ B: { most: 9 } });
  });

  test("is as fine as the party's scale: tenths of a hundred, thousandths of one", () => {
    expect(onStep(57.349, 100)).toBe(57.3);
    expect(onStep(0.57349, 1)).toBe(0.573);
  });

  test("of 5,000 settlements and four parties is applied well within a frame", () => {
    const count = 5000;
    const table: FrontierTable = {
      parties: ["A", "B", "C", "D"],
      issues: [],
      count,
      utilities: Float64Array.from({ length: count * 4 }, (_, at) => (at * 7919) % 100),
      options: new Uint16Array(0),
      ties: [],
    };
    const ranges = { A: { least: 5, most: 95 }, B: { least: 5 }, C: { most: 95 }, D: { least: 1, most: 99 } };
    const times = Array.from({ length: 9 }, () => {
      const before = performance.now();
      expect(rowsWithin(table, ranges).length).toBeGreaterThan(0);
      return performance.now() - before;
    });
    expect(times.sort((a, b) => a - b)[4]).toBeLessThan(16);
  });
});

test("the extent of a party is its least and greatest listed value", () => {
  const table = tableOf([
    { values: [3, 9, 1], options: [0, 0] },
    { values: [7, 2, 1], options: [1, 1] },
  ]);
  expect(extent(table, "A")).toEqual({ least: 3, most: 7 });
  expect(extent(table, "nobody")).toBeUndefined();
  expect(extent(tableOf([]), "A")).toBeUndefined();
});

describe("how the selected settle each issue", () => {
  const table = tableOf([
    { values: [1, 1, 1], options: [0, 1] },
    { values: [2, 2, 2], options: [0, 0] },
    { values: [3, 3, 3], options: [2, 1] },
    { values: [4, 4, 4], options: [2, 1] },
  ]);

  test("is counted beside how all listed ones do", () => {
    const [force, land] = optionShares(table, Int32Array.of(0, 2, 3));
    expect(force).toEqual({
      issue: "force",
      options: [
        { option: "large", share: 2 / 3, ofAll: 0.5 },
        { option: "none", share: 1 / 3, ofAll: 0.5 },
      ],
      shift: expect.closeTo(1 / 6, 12),
    });
    expect(land?.common).toBe("cede");
    expect(land?.options.map(({ share }) => share)).toEqual([1, 0]);
  });

  test("adds up to one on every issue, and shifts nothing when all are selected", () => {
    fc.assert(
      fc.property(someRows, (rows) => {
        fc.pre(rows.length > 0);
        const all = optionShares(tableOf(rows), rowsWithin(tableOf(rows), {}));
        for (const { options, shift } of all) {
          expect(options.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1, 12);
          expect(shift).toBe(0);
        }
      }),
    );
  });

  test("of none is no share and nothing in common", () => {
    for (const { options, common } of optionShares(table, new Int32Array(0))) {
      expect(common).toBeUndefined();
      for (const { share } of options) expect(share).toBe(0);
    }
  });
});

describe("the listed rows", () => {
  test("are ranked by a party's value, ties in their own order", () => {
    const table = tableOf([5, 9, 5, 1].map((a) => ({ values: [a, 0, 0], options: [0, 0] })));
    const rows = Int32Array.of(0, 1, 2, 3);
    expect(rankedRows(table, rows, { party: "A", rising: false }, 3)).toEqual([1, 0, 2]);
    expect(rankedRows(table, rows, { party: "A", rising: true }, 2)).toEqual([3, 0]);
  });

  test("are sampled evenly, never more than asked, with each party's best and worst", () => {
    const table = tableOf(
      Array.from({ length: 1000 }, (_, at) => ({ values: [at, 999 - at, (at * 7) % 13], options: [0, 0] })),
    );
    const sample = sampledRows(table, rowsWithin(table, {}), 50);
    expect(sample.length).toBeLessThanOrEqual(50);
    expect(sample.length).toBeGreaterThan(40);
    expect(sample).toContain(0);
    expect(sample).toContain(999);
    expect(sampledRows(table, Int32Array.of(3, 4), 50)).toEqual([3, 4]);
  });
});
