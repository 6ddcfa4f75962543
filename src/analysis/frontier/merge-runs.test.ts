import { expect, test } from "vitest";
import { type Random, seededRandom } from "#prelude";
import { mergeRuns } from "./merge-runs.ts";
import type { Run } from "./pareto-frontier.ts";

function randomRun(random: Random, m: number): Run {
  const rows = Array.from({ length: random.below(9) }, () => Array.from({ length: m }, () => random.below(5)));
  const values = Float64Array.from(rows.sort(largestFirst).flat());
  const labels = { values, counts: rows.map(() => 1), size: rows.length, first: 0 };
  return { labels, step: Float64Array.from({ length: m }, () => random.below(7) - 3), option: 0 };
}

function largestFirst(a: readonly number[], b: readonly number[]): number {
  const k = a.findIndex((value, i) => value !== b[i]);
  return k < 0 ? 0 : b[k]! - a[k]!;
}

type Moved = { readonly row: readonly number[]; readonly run: number; readonly position: number };

function moved(runs: readonly Run[], m: number): Moved[] {
  return runs.flatMap(({ labels, step }, run) =>
    Array.from({ length: labels.size }, (_, position) => ({
      row: Array.from({ length: m }, (_, p) => labels.values[position * m + p]! + step[p]!),
      run,
      position,
    })),
  );
}

function listed({ values, source, position, size }: ReturnType<typeof mergeRuns>, m: number): Moved[] {
  expect(values).toHaveLength(size * m);
  return Array.from({ length: size }, (_, r) => ({
    row: [...values.subarray(r * m, (r + 1) * m)],
    run: source[r]!,
    position: position[r]!,
  }));
}

const texts = (rows: readonly Moved[]): string[] =>
  rows.map(({ row, run, position }) => `${row.join(",")} from ${run} at ${position}`).sort();

test("runs are merged into one list, largest first, in which every label knows where it came from", () => {
  for (let seed = 1; seed <= 200; seed++) {
    const random = seededRandom(seed);
    const m = 1 + random.below(4);
    const runs = Array.from({ length: random.below(7) }, () => randomRun(random, m));
    const merged = listed(
      mergeRuns(runs, m, () => true),
      m,
    );
    expect(texts(merged)).toEqual(texts(moved(runs, m)));
    expect(merged.map(({ row }) => row)).toEqual(merged.map(({ row }) => row).sort(largestFirst));
  }
});

test("labels out of reach are dropped, and the order holds though a cap lowers some of them", () => {
  let lowered = 0;
  for (let seed = 1; seed <= 200; seed++) {
    const random = seededRandom(seed);
    const m = 2 + random.below(3);
    const runs = Array.from({ length: 1 + random.below(6) }, () => randomRun(random, m));
    const cap = random.below(4);
    const merged = listed(
      mergeRuns(runs, m, (row) => {
        if (row[m - 1]! < 0) return false;
        row[0] = Math.min(row[0]!, cap);
        return true;
      }),
      m,
    );
    const kept = moved(runs, m)
      .filter(({ row }) => row[m - 1]! >= 0)
      .map((each) => ({ ...each, row: [Math.min(each.row[0]!, cap), ...each.row.slice(1)] }));
    expect(texts(merged)).toEqual(texts(kept));
    expect(merged.map(({ row }) => row)).toEqual(merged.map(({ row }) => row).sort(largestFirst));
    lowered += kept.filter(({ row }) => row[0] === cap).length;
  }
  expect(lowered).toBeGreaterThan(100);
});
