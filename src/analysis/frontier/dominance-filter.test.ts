import { expect, test } from "vitest";
import { type Random, seededRandom } from "#prelude";
import { reaches } from "../../../test/oracle/enumerated-space.ts";
import { dominanceFilter } from "./dominance-filter.ts";

/** Rows of small whole numbers, so that ties are common. */
function rows(random: Random, count: number, m: number, values: number): Float64Array[] {
  return Array.from({ length: count }, () => Float64Array.from({ length: m }, () => random.below(values)));
}

function largestFirst(a: Float64Array, b: Float64Array): number {
  const k = a.findIndex((value, i) => value !== b[i]);
  return k < 0 ? 0 : b[k]! - a[k]!;
}

/** Admits the rows one by one, checking each answer against all rows kept so far. */
function follow(filter: ReturnType<typeof dominanceFilter>, list: readonly Float64Array[]): number {
  const kept: Float64Array[] = [];
  for (const row of list) {
    const by = filter.admit(row);
    if (kept.some((each) => reaches(each, row))) {
      expect(by).toBeGreaterThanOrEqual(0);
      expect(reaches(kept[by]!, row)).toBe(true);
    } else {
      expect(by).toBe(-1);
      kept.push(row);
    }
  }
  return kept.length;
}

test.each([1, 2, 3, 4, 5, 6])("of rows with %i columns, largest first, those stay that no earlier row reaches", (m) => {
  const filter = dominanceFilter(m);
  let most = 0;
  for (let seed = 1; seed <= 60; seed++) {
    const random = seededRandom(seed);
    const list = rows(random, 1 + random.below(120), m, 2 + random.below(12)).sort(largestFirst);
    filter.clear();
    most = Math.max(most, follow(filter, list));
  }
  expect(most).toBeGreaterThanOrEqual(m);
});

test.each([2, 3, 4, 5])("with %i columns it is enough that the first column falls", (m) => {
  for (let seed = 1; seed <= 30; seed++) {
    const filter = dominanceFilter(m);
    follow(
      filter,
      rows(seededRandom(seed), 80, m, 6).sort((a, b) => b[0]! - a[0]!),
    );
  }
});

test.each([3, 4, 6])("with %i columns hundreds of efficient rows are told from the others", (m) => {
  const random = seededRandom(m);
  // rows near one plane: few dominate each other
  const list = rows(random, 700, m, 1000).map((row) => {
    row[m - 1] = 4000 - row.subarray(0, m - 1).reduce((sum, value) => sum + value, 0) + random.below(300);
    return row;
  });
  expect(follow(dominanceFilter(m), list.sort(largestFirst))).toBeGreaterThan(200);
});

test("equal rows: the first stays, and the others give way to it", () => {
  for (let m = 1; m <= 6; m++) {
    const filter = dominanceFilter(m);
    const row = new Float64Array(m).fill(3);
    expect([row, row, row].map((each) => filter.admit(each))).toEqual([-1, 0, 0]);
  }
});

test("rows along one line, more than a leaf of the tree holds, are split and still found", () => {
  const filter = dominanceFilter(4);
  for (let k = 0; k < 60; k++) filter.admit(Float64Array.of(100 - k, k, 5, 5));
  expect(filter.admit(Float64Array.of(10, 60, 5, 5))).toBe(-1);
  expect(filter.admit(Float64Array.of(9, 60, 5, 5))).toBe(60);
});
