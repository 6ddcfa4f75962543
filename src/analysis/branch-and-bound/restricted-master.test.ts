import { expect, test } from "vitest";
import { type Random, seededRandom } from "#prelude";
import { type MasterSolution, restrictedMaster } from "./restricted-master.ts";

type Column = { readonly rows: readonly number[]; readonly gain: number };
type Master = { readonly raised: readonly boolean[]; readonly columns: readonly Column[] };

function example(random: Random): Master {
  const m = 1 + random.below(3);
  const raised = Array.from({ length: m }, () => random.below(3) > 0);
  const withGain = random.below(2) === 0;
  const columns = Array.from({ length: 1 + random.below(4) }, () => ({
    rows: Array.from({ length: m }, () => random.below(13) - 6),
    gain: withGain ? random.below(7) - 3 : 0,
  }));
  return { raised, columns };
}

/**
 * The largest value over all corners of the feasible region, each found by solving the equations of the constraints
 * that are tight there; undefined when no mix is feasible. Unknowns: one share per column, then t where a row is raised.
 */
function largestByCorners({ raised, columns }: Master): number | undefined {
  const withT = raised.some((flag) => flag);
  const n = columns.length + (withT ? 1 : 0);
  const atLeastZero = [
    ...columns.map((_, k) => Array.from({ length: n }, (_, j) => (j === k ? 1 : 0))),
    ...raised.map((flag, i) => [...columns.map(({ rows }) => rows[i]!), ...(withT ? [flag ? -1 : 0] : [])]),
  ];
  const shares = Array.from({ length: n }, (_, j) => (j < columns.length ? 1 : 0));
  let best: number | undefined;
  for (const tight of choose(atLeastZero, n - 1)) {
    const corner = solved([shares, ...tight], [1, ...tight.map(() => 0)]);
    if (!corner || atLeastZero.some((row) => dot(row, corner) < -1e-9)) continue;
    const value = columns.reduce((sum, { gain }, k) => sum + gain * corner[k]!, 0) + (withT ? corner[n - 1]! : 0);
    if (best === undefined || value > best) best = value;
  }
  return best;
}

function* choose<T>(items: readonly T[], count: number): Generator<T[]> {
  if (count === 0) yield [];
  else
    for (const [k, item] of items.entries())
      for (const rest of choose(items.slice(k + 1), count - 1)) yield [item, ...rest];
}

/** Gauss-Jordan; undefined when the equations do not have exactly one solution. */
function solved(rows: readonly (readonly number[])[], right: readonly number[]): number[] | undefined {
  const table = rows.map((row, i) => [...row, right[i]!]);
  for (let j = 0; j < rows.length; j++) {
    const pivot = table.slice(j).reduce((a, b) => (Math.abs(b[j]!) > Math.abs(a[j]!) ? b : a));
    if (Math.abs(pivot[j]!) < 1e-9) return undefined;
    table.splice(table.indexOf(pivot), 1);
    const unit = pivot.map((value) => value / pivot[j]!);
    const cleared = table.map((row) => row.map((value, c) => value - row[j]! * unit[c]!));
    table.splice(0, table.length, ...cleared.slice(0, j), unit, ...cleared.slice(j));
  }
  return table.map((row) => row.at(-1)!);
}

const dot = (a: ArrayLike<number>, b: ArrayLike<number>): number =>
  Array.from(a).reduce((sum, x, i) => sum + x * b[i]!, 0);

function solvedMaster({ raised, columns }: Master, solveInBetween = false): MasterSolution {
  const master = restrictedMaster(raised);
  for (const { rows, gain } of columns) {
    master.add(rows, gain);
    if (solveInBetween) master.solve();
  }
  return master.solve();
}

test("the best mix is worth what the best corner of the region is worth, and there is none exactly when no corner is feasible", () => {
  let infeasible = 0;
  for (let seed = 1; seed <= 600; seed++) {
    const tried = example(seededRandom(seed));
    const found = solvedMaster(tried);
    const expected = largestByCorners(tried);
    expect([seed, found.feasible]).toEqual([seed, expected !== undefined]);
    if (expected === undefined) {
      infeasible++;
      continue;
    }
    expect(found.value, `seed ${seed}`).toBeCloseTo(expected, 6);
    // the mix itself: shares of one, held rows held, worth the value
    expect(found.mix.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 9);
    expect(Math.min(...found.mix)).toBeGreaterThanOrEqual(-1e-9);
    const rows = tried.raised.map((_, i) =>
      dot(
        found.mix,
        tried.columns.map((column) => column.rows[i]!),
      ),
    );
    tried.raised.forEach((flag, i) => {
      if (!flag) expect(rows[i]!).toBeGreaterThanOrEqual(-1e-7);
    });
    const lifted = rows.filter((_, i) => tried.raised[i]);
    const gain = dot(
      found.mix,
      tried.columns.map((column) => column.gain),
    );
    expect(gain + (lifted.length > 0 ? Math.min(...lifted) : 0)).toBeCloseTo(expected, 6);
  }
  expect(infeasible).toBeGreaterThan(20);
});

test("the multipliers price every column at no more than the value: a bound that needs no trust in the mix", () => {
  for (let seed = 1; seed <= 300; seed++) {
    const tried = example(seededRandom(seed));
    const { multipliers, value, feasible } = solvedMaster(tried);
    if (!feasible) continue;
    expect(Math.min(...multipliers)).toBeGreaterThanOrEqual(0);
    const lifted = multipliers.filter((_, i) => tried.raised[i]);
    if (lifted.length > 0) expect(lifted.reduce((sum, x) => sum + x, 0)).toBeCloseTo(1, 6);
    const prices = tried.columns.map(({ rows, gain }) => dot(multipliers, rows) + gain);
    expect(Math.max(...prices), `seed ${seed}`).toBeCloseTo(value, 5);
  }
});

test("columns added one by one, with a solution after each, end where all together end", () => {
  for (let seed = 1; seed <= 300; seed++) {
    const tried = example(seededRandom(seed));
    const [together, byOne] = [solvedMaster(tried), solvedMaster(tried, true)];
    expect(byOne.feasible).toBe(together.feasible);
    if (together.feasible) expect(byOne.value, `seed ${seed}`).toBeCloseTo(together.value, 6);
  }
});

test("more columns than it has room for at first, some far below the others, change nothing but the size", () => {
  const random = seededRandom(1);
  const master = restrictedMaster([true, true]);
  for (let k = 0; k < 100; k++) master.add([random.below(50) - 50, random.below(50) - 50 - 10 * k], 0);
  master.add([4, 0], 0);
  master.add([0, 4], 0);
  const { value, mix } = master.solve();
  expect(value).toBeCloseTo(2, 9);
  expect(mix).toHaveLength(102);
  expect([mix[100], mix[101]].map((share) => share!.toFixed(9))).toEqual(["0.500000000", "0.500000000"]);
});
