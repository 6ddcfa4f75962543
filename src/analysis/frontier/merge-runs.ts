import type { Run } from "./pareto-frontier.ts";

export type Merged = {
  /** size x m, lexicographic, largest first. */
  readonly values: Float64Array;
  /** The run each row came from, and its place there. */
  readonly source: Int32Array;
  readonly position: Int32Array;
  readonly size: number;
};

/**
 * One sorted list of all labels of the runs, each moved by its run's step. Runs are sorted, and moving keeps the order,
 * so pairs of runs are merged until one is left: time O(labels x log runs). `reach` may lower a row in place (a cap);
 * it refuses rows that can be dropped.
 */
export function mergeRuns(runs: readonly Run[], m: number, reach: (row: Float64Array) => boolean): Merged {
  const total = runs.reduce((sum, { labels }) => sum + labels.size, 0);
  const values = new Float64Array(total * m);
  const source = new Int32Array(total);
  const position = new Int32Array(total);
  const row = new Float64Array(m);
  let starts: number[] = [0];
  let size = 0;
  runs.forEach(({ labels, step }, run) => {
    for (let r = 0; r < labels.size; r++) {
      for (let p = 0; p < m; p++) row[p] = labels.values[r * m + p]! + step[p]!;
      if (!reach(row)) continue;
      // a cap may have lowered a row behind its predecessor's order: a new run begins there
      if (size > starts.at(-1)! && belongsBefore(values, m, size - 1, row)) starts.push(size);
      for (let p = 0; p < m; p++) values[size * m + p] = row[p]!;
      source[size] = run;
      position[size] = r;
      size++;
    }
    if (size > starts.at(-1)!) starts.push(size);
  });
  let order = new Int32Array(size);
  for (let i = 0; i < size; i++) order[i] = i;
  let spare = new Int32Array(size);
  while (starts.length > 2) {
    const next = [0];
    for (let s = 0; s + 1 < starts.length; s += 2) {
      const [from, middle, to] = [starts[s]!, starts[s + 1]!, starts[s + 2] ?? starts[s + 1]!];
      mergePair(values, m, order, spare, from, middle, to);
      next.push(to);
    }
    [order, spare] = [spare, order];
    starts = next;
  }
  const sorted = new Float64Array(size * m);
  const sources = new Int32Array(size);
  const positions = new Int32Array(size);
  for (let i = 0; i < size; i++) {
    const from = order[i]!;
    for (let p = 0; p < m; p++) sorted[i * m + p] = values[from * m + p]!;
    sources[i] = source[from]!;
    positions[i] = position[from]!;
  }
  return { values: sorted, source: sources, position: positions, size };
}

function mergePair(
  values: Float64Array,
  m: number,
  from: Int32Array,
  to: Int32Array,
  start: number,
  middle: number,
  end: number,
): void {
  let a = start;
  let b = middle;
  for (let at = start; at < end; at++) {
    if (b >= end || (a < middle && !precedes(values, m, from[b]!, from[a]!))) to[at] = from[a++]!;
    else to[at] = from[b++]!;
  }
}

/** Whether `row` belongs before row x. */
function belongsBefore(values: Float64Array, m: number, x: number, row: Float64Array): boolean {
  for (let p = 0; p < m; p++) {
    const difference = row[p]! - values[x * m + p]!;
    if (difference !== 0) return difference > 0;
  }
  return false;
}

/** Whether row x stands strictly before row y: larger in the first column in which they differ. */
function precedes(values: Float64Array, m: number, x: number, y: number): boolean {
  for (let p = 0; p < m; p++) {
    const difference = values[x * m + p]! - values[y * m + p]!;
    if (difference !== 0) return difference > 0;
  }
  return false;
}
