import type { Search } from "../search.ts";
import { maximiser } from "./best-settlement.ts";
import { countSettlements, pathCounts } from "./count-settlements.ts";
import { largestFirst } from "./largest-first.ts";
import type { SettlementSpace } from "./settlement-space.ts";
import { suffixBounds } from "./suffix-bounds.ts";
import { VectorTable } from "./vector-table.ts";

/** Which utility vectors to sweep up, in units. */
export type Region = {
  readonly atLeast: Float64Array;
  readonly atMost?: Float64Array;
  /** weights . utilities >= least: redundant cuts that keep the sweep narrow, never ones that decide. */
  readonly cuts?: readonly { readonly weights: Float64Array; readonly least: number }[];
};

export type SweptVector = {
  readonly utilities: Float64Array;
  /** Settlements with exactly these utilities. */
  readonly count: bigint;
  /** Up to `examples` of them, as flat option indices per issue. */
  readonly examples: readonly Int32Array[];
};

/**
 * Every distinct utility vector of the space inside the region, with how many settlements have it: a sweep over the
 * diagram that merges equal partial sums and drops those that cannot end inside. Undefined when more than `limit`
 * partial sums would be held. Vectors in lexicographic order, largest first.
 */
export function* vectorsIn(
  space: SettlementSpace,
  region: Region,
  limit = 300_000,
  examples = 20,
): Search<readonly SweptVector[] | undefined> {
  const layers = yield* sweep(space, region, limit, false);
  if (!layers) return undefined;
  const last = layers.at(-1)!;
  const m = space.parties;
  const vectors: SweptVector[] = [];
  for (let r = 0; r < last.table.size; r++) {
    vectors.push({
      utilities: last.table.values.slice(r * (m + 1) + 1, (r + 1) * (m + 1)),
      count: BigInt(last.counts[r]!),
      examples: backtrack(space, layers, r, examples),
    });
  }
  return vectors.sort((a, b) => largestFirst(a.utilities, b.utilities));
}

/**
 * How many settlements give every party at least `atLeast`; undefined beyond `limit` merged partial sums. Partial sums
 * that are safe whatever follows are cut down to the safe level, so that they merge. Exact.
 */
export function* countAtLeast(
  space: SettlementSpace,
  atLeast: Float64Array,
  limit: number,
): Search<bigint | undefined> {
  const layers = yield* sweep(space, { atLeast }, limit, true);
  if (!layers) return undefined;
  return layers.reduce((sum, layer) => sum + layer.accepted, 0n);
}

type Layer = {
  /** Rows: node, then one utility per party. */
  readonly table: VectorTable;
  readonly counts: (number | bigint)[];
  /** For each row, pairs (row of the layer above, flat option); empty when rows are cut down. */
  readonly parents: number[][];
  /** Settlements accepted wholesale at this layer (only when rows are cut down). */
  accepted: bigint;
};

function* sweep(
  space: SettlementSpace,
  region: Region,
  limit: number,
  cutDown: boolean,
): Search<readonly Layer[] | undefined> {
  const { diagram, problem, payoff, bonus, allowed, parties: m } = space;
  if (diagram.empty) return [emptyLayer(m)];
  const { order, layerStart, arcStart, child, fired } = diagram;
  const bounds = suffixBounds(space);
  const rests = (region.cuts ?? []).map(({ weights }) => {
    const max = maximiser(space);
    max.value(weights, allowed);
    return max.suffix();
  });
  const big = countSettlements(space) > BigInt(Number.MAX_SAFE_INTEGER);
  const ends = cutDown ? pathCounts(space) : [];
  const layers: Layer[] = [emptyLayer(m)];
  const row = new Float64Array(m + 1);
  if (!couldEndInside(row, 0, bounds, region, rests, m)) return [emptyLayer(m)];
  layers[0]!.table.put(row);
  layers[0]!.counts.push(big ? 1n : 1);
  layers[0]!.parents.push([]);
  let held = 0;
  for (let k = 0; k < order.length; k++) {
    const from = layers[k]!;
    const to = emptyLayer(m);
    const at = problem.offset[order[k]!]!;
    const options = problem.offset[order[k]! + 1]! - at;
    for (let r = 0; r < from.table.size; r++) {
      if (
        r % 4096 === 4095 &&
        (yield { phase: "counting", done: held + to.table.size, of: limit, refinable: false }) === "finish"
      )
        return undefined;
      const node = from.table.values[r * (m + 1)]!;
      const arcs = arcStart[k]! + (node - layerStart[k]!) * options;
      for (let o = 0; o < options; o++) {
        const next = child[arcs + o]!;
        if (next < 0 || allowed[at + o] === 0) continue;
        const set = fired[arcs + o]! * m;
        row[0] = next;
        for (let p = 0; p < m; p++) {
          row[p + 1] = from.table.values[r * (m + 1) + p + 1]! + payoff[(at + o) * m + p]! + bonus[set + p]!;
        }
        if (!couldEndInside(row, next, bounds, region, rests, m)) continue;
        if (cutDown && cutToSafe(row, next, bounds.least, region.atLeast, m)) {
          to.accepted += BigInt(from.counts[r]!) * ends[next]!;
          continue;
        }
        const before = to.table.size;
        const name = to.table.put(row);
        if (name === before) {
          to.counts.push(from.counts[r]!);
          to.parents.push([]);
        } else
          to.counts[name] = big
            ? (to.counts[name] as bigint) + (from.counts[r] as bigint)
            : (to.counts[name] as number) + (from.counts[r] as number);
        if (!cutDown) to.parents[name]!.push(r, at + o);
        if (held + to.table.size > limit) return undefined;
      }
    }
    held += to.table.size;
    layers.push(to);
    if (cutDown) layers[k] = { ...emptyLayer(0), accepted: from.accepted };
  }
  return layers;
}

function emptyLayer(m: number): Layer {
  return { table: new VectorTable(m + 1), counts: [], parents: [], accepted: 0n };
}

function couldEndInside(
  row: Float64Array,
  node: number,
  bounds: ReturnType<typeof suffixBounds>,
  region: Region,
  rests: readonly Float64Array[],
  m: number,
): boolean {
  for (let p = 0; p < m; p++) {
    const value = row[p + 1]!;
    if (value + bounds.most[node * m + p]! < region.atLeast[p]!) return false;
    if (region.atMost && value + bounds.least[node * m + p]! > region.atMost[p]!) return false;
  }
  for (let c = 0; c < rests.length; c++) {
    const { weights, least } = region.cuts![c]!;
    let sum = rests[c]![node]!;
    for (let p = 0; p < m; p++) sum += weights[p]! * row[p + 1]!;
    if (sum < least - 1e-9 * Math.max(1, Math.abs(least))) return false;
  }
  return true;
}

/** Cuts each party that is safe whatever follows down to the safe level; true when all are. */
function cutToSafe(row: Float64Array, node: number, least: Float64Array, atLeast: Float64Array, m: number): boolean {
  let all = true;
  for (let p = 0; p < m; p++) {
    const safe = atLeast[p]! - least[node * m + p]!;
    if (row[p + 1]! >= safe) row[p + 1] = safe;
    else all = false;
  }
  return all;
}

function backtrack(space: SettlementSpace, layers: readonly Layer[], row: number, most: number): Int32Array[] {
  const { order } = space.diagram;
  const found: Int32Array[] = [];
  const path = new Int32Array(order.length);
  const walk = (k: number, r: number): void => {
    if (found.length >= most) return;
    if (k === 0) {
      found.push(path.slice());
      return;
    }
    const parents = layers[k]!.parents[r]!;
    for (let a = 0; a < parents.length && found.length < most; a += 2) {
      path[order[k - 1]!] = parents[a + 1]!;
      walk(k - 1, parents[a]!);
    }
  };
  walk(order.length, row);
  return found;
}
