import type { Search } from "../search.ts";
import { countSettlements } from "../space/count-settlements.ts";
import type { SettlementSpace } from "../space/settlement-space.ts";
import { suffixBounds } from "../space/suffix-bounds.ts";
import { dominanceFilter } from "./dominance-filter.ts";
import { mergeRuns } from "./merge-runs.ts";

/** An efficient utility vector in units, how many settlements have it, and one of them. */
export type EfficientVector = {
  readonly utilities: Float64Array;
  readonly count: bigint;
  readonly options: Int32Array;
};

export type FrontierResult = {
  readonly vectors: readonly EfficientVector[];
  /** Units by which an efficient settlement may exceed a listed one, per party; all zero when exact. */
  readonly epsilon: Float64Array;
  /** Labels near the reservation values shared cells too: see FrontierOptions. */
  readonly edgesShared: boolean;
};

export type FrontierOptions = {
  /** Only settlements that give every party this much; none by default. */
  readonly atLeast?: Float64Array;
  /** Cells of this many units: labels in one cell count as equal. Zero or absent: exact. */
  readonly cell?: Float64Array;
  /**
   * With cells: let labels near the reservation values share cells too. Far fewer labels, but then only efficient
   * settlements that clear `atLeast` by epsilon are sure to be within epsilon of a listed one.
   */
  readonly edges?: "exact" | "shared";
  /** Labels held before giving up. */
  readonly limit?: number;
};

/**
 * The Pareto-efficient utility vectors of the space, in lexicographic order, largest first: a label per efficient partial
 * sum at every node, merged and filtered layer by layer. With cells, a label also gives way to one that is no worse in
 * any cell; what it loses is carried along, so `epsilon` is proved, not estimated. Undefined when the limit is passed
 * or the search is told to finish.
 * Output sensitive: about labels x log labels for up to three parties, more beyond. Equal vectors are counted together.
 * Source: layer-wise label dynamic programming on decision diagrams, Bergman and Cire 2016; Warburton 1987 for cells.
 */
export function* paretoFrontier(
  space: SettlementSpace,
  options: FrontierOptions = {},
): Search<FrontierResult | undefined> {
  const { diagram, problem, payoff, bonus, allowed, parties: m } = space;
  if (diagram.empty) return { vectors: [], epsilon: new Float64Array(m), edgesShared: false };
  const { order, layerStart, arcStart, child, fired } = diagram;
  const bounds = suffixBounds(space);
  const big = countSettlements(space) > BigInt(Number.MAX_SAFE_INTEGER);
  const limit = options.limit ?? 3_000_000;
  const carry = options.cell?.some((size) => size > 0) === true;
  const cells = cellOf(space, bounds.least, options);
  const filter = dominanceFilter(m);
  const step = new Float64Array(m);
  const row = new Float64Array(m);
  const trail: Trail[] = [];
  let layer: Labels[] = [rootLabels(m, big)];
  let held = 0;
  for (let k = 0; k < order.length; k++) {
    const at = problem.offset[order[k]!]!;
    const width = problem.offset[order[k]! + 1]! - at;
    const nodes = layerStart[k + 2]! - layerStart[k + 1]!;
    const runs: Run[][] = Array.from({ length: nodes }, () => []);
    for (let node = layerStart[k]!; node < layerStart[k + 1]!; node++) {
      const labels = layer[node - layerStart[k]!]!;
      if (labels.size === 0) continue;
      for (let o = 0; o < width; o++) {
        const arc = arcStart[k]! + (node - layerStart[k]!) * width + o;
        const to = child[arc]!;
        if (to < 0 || allowed[at + o] === 0) continue;
        for (let p = 0; p < m; p++) step[p] = payoff[(at + o) * m + p]! + bonus[fired[arc]! * m + p]!;
        runs[to - layerStart[k + 1]!]!.push({ labels, step: step.slice(), option: at + o });
      }
    }
    const here: Trail = { parent: [], option: [] };
    const next: Labels[] = [];
    let first = 0;
    for (let v = 0; v < nodes; v++) {
      if (v % 512 === 0 && (yield { phase: "frontier", done: k, of: order.length, refinable: true }) === "finish")
        return undefined;
      const node = layerStart[k + 1]! + v;
      const merged = mergeRuns(runs[v]!, m, (vector) =>
        withinReach(vector, node, bounds.most, options.atLeast, problem.cap, bounds.least, m),
      );
      const labels = yield* filtered(merged, node, first);
      if (!labels) return undefined;
      next.push(labels);
      first += labels.size;
    }
    trail.push(here);
    layer = next;
    held += first;
    if (held > limit) return undefined;

    function* filtered(merged: ReturnType<typeof mergeRuns>, node: number, start: number): Search<Labels | undefined> {
      filter.clear();
      const { values, source, position, size } = merged;
      const kept = new Float64Array(size * m);
      const counts: (number | bigint)[] = [];
      const loss = carry ? new Float64Array(size * m) : undefined;
      let count = 0;
      for (let c = 0; c < size; c++) {
        if (c % 8192 === 8191 && (yield { phase: "frontier", done: k, of: order.length, refinable: true }) === "finish")
          return undefined;
        const from = runs[v(node)]![source[c]!]!;
        for (let p = 0; p < m; p++) row[p] = values[c * m + p]!;
        if (count > 0 && equalAt(kept, count - 1, row, m)) {
          counts[count - 1] = addCounts(counts[count - 1]!, from.labels.counts[position[c]!]!);
          if (loss) absorb(loss, count - 1, kept, row, from.labels.loss!, position[c]!, m);
          continue;
        }
        cells(row, node);
        const by = filter.admit(row);
        if (by >= 0) {
          if (loss) {
            for (let p = 0; p < m; p++) row[p] = values[c * m + p]!;
            absorb(loss, by, kept, row, from.labels.loss!, position[c]!, m);
          }
          continue;
        }
        for (let p = 0; p < m; p++) kept[count * m + p] = values[c * m + p]!;
        if (loss) for (let p = 0; p < m; p++) loss[count * m + p] = from.labels.loss![position[c]! * m + p]!;
        counts.push(from.labels.counts[position[c]!]!);
        here.parent.push(from.labels.first + position[c]!);
        here.option.push(from.option);
        count++;
        if (held + start + count > limit) return undefined;
      }
      return {
        values: kept.subarray(0, count * m),
        counts,
        size: count,
        first: start,
        ...(loss ? { loss: loss.subarray(0, count * m) } : {}),
      };
    }
    function v(node: number): number {
      return node - layerStart[k + 1]!;
    }
  }
  return {
    ...finished(space, layer[0]!, trail, carry),
    edgesShared: carry && options.atLeast !== undefined && options.edges === "shared",
  };
}

type Labels = {
  /** size x m, lexicographic, largest first. */
  readonly values: Float64Array;
  readonly counts: (number | bigint)[];
  readonly size: number;
  /** Number of the first label in its layer's trail. */
  readonly first: number;
  /** size x m: how far an absorbed label may exceed this one. */
  readonly loss?: Float64Array;
};

export type Run = { readonly labels: Labels; readonly step: Float64Array; readonly option: number };

type Trail = { readonly parent: number[]; readonly option: number[] };

function rootLabels(m: number, big: boolean): Labels {
  return { values: new Float64Array(m), counts: [big ? 1n : 1], size: 1, first: 0, loss: new Float64Array(m) };
}

/** False when the reservation values are out of reach. Cuts utilities that pass the cap whatever follows down to it. */
function withinReach(
  vector: Float64Array,
  node: number,
  most: Float64Array,
  atLeast: Float64Array | undefined,
  cap: Float64Array,
  least: Float64Array,
  m: number,
): boolean {
  for (let p = 0; p < m; p++) {
    if (atLeast && vector[p]! + most[node * m + p]! < atLeast[p]!) return false;
    const saturated = cap[p]! - least[node * m + p]!;
    if (vector[p]! > saturated) vector[p] = saturated;
  }
  return true;
}

/**
 * Replaces a label by the lower corner of its cell, in place. Unless edges are shared, a party that is not yet safe
 * above `atLeast` keeps its exact utility, so that no label of the agreement zone gives way to one that ends outside.
 */
function cellOf(
  space: SettlementSpace,
  least: Float64Array,
  { cell, atLeast, edges }: FrontierOptions,
): (row: Float64Array, node: number) => void {
  const m = space.parties;
  if (!cell?.some((size) => size > 0)) return () => {};
  return (row, node) => {
    for (let p = 0; p < m; p++) {
      const size = cell[p]!;
      if (size <= 0) continue;
      const safe = atLeast && edges !== "shared" ? atLeast[p]! - least[node * m + p]! : Number.NEGATIVE_INFINITY;
      if (row[p]! < safe) continue;
      row[p] = Math.max(safe, Math.floor(row[p]! / size) * size);
    }
  };
}

function absorb(
  loss: Float64Array,
  keeper: number,
  kept: Float64Array,
  row: Float64Array,
  theirs: Float64Array,
  position: number,
  m: number,
): void {
  for (let p = 0; p < m; p++) {
    const more = row[p]! - kept[keeper * m + p]! + theirs[position * m + p]!;
    if (more > loss[keeper * m + p]!) loss[keeper * m + p] = more;
  }
}

function equalAt(kept: Float64Array, index: number, row: Float64Array, m: number): boolean {
  for (let p = 0; p < m; p++) if (kept[index * m + p] !== row[p]) return false;
  return true;
}

function addCounts(a: number | bigint, b: number | bigint): number | bigint {
  return typeof a === "bigint" ? a + (b as bigint) : a + (b as number); // both are of the kind chosen at the root
}

function finished(
  space: SettlementSpace,
  labels: Labels,
  trail: readonly Trail[],
  carry: boolean,
): Omit<FrontierResult, "edgesShared"> {
  const { order } = space.diagram;
  const m = space.parties;
  const filter = dominanceFilter(m);
  const vectors: EfficientVector[] = [];
  const epsilon = new Float64Array(m);
  for (let r = 0; r < labels.size; r++) {
    const utilities = labels.values.slice(r * m, (r + 1) * m);
    // labels of one cell may dominate each other at the end; exact ones never do
    const by = carry ? filter.admit(utilities) : -1;
    if (carry) for (let p = 0; p < m; p++) epsilon[p] = Math.max(epsilon[p]!, labels.loss![r * m + p]!);
    if (by >= 0) continue;
    const options = new Int32Array(order.length);
    let label = r;
    for (let k = order.length - 1; k >= 0; k--) {
      options[order[k]!] = trail[k]!.option[label]!;
      label = trail[k]!.parent[label]!;
    }
    vectors.push({ utilities, count: BigInt(labels.counts[r]!), options });
  }
  return { vectors, epsilon };
}
