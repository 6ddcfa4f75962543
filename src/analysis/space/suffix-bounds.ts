import type { SettlementSpace } from "./settlement-space.ts";

/** For every node and party, the least and the most units that the rest of a settlement can still add. Row-major, nodes x parties. */
export type SuffixBounds = { readonly least: Float64Array; readonly most: Float64Array };

const loose = new WeakMap<Float64Array, SuffixBounds>();

/** The same with every option allowed: valid for every narrowing of the space, and computed once for all of them. */
export function looseBounds(space: SettlementSpace): SuffixBounds {
  const known = loose.get(space.payoff);
  if (known) return known;
  const bounds = suffixBounds({ ...space, allowed: new Uint8Array(space.allowed.length).fill(1) });
  loose.set(space.payoff, bounds);
  return bounds;
}

export function suffixBounds({ diagram, problem, payoff, bonus, allowed, parties: m }: SettlementSpace): SuffixBounds {
  const { order, layerStart, arcStart, child, fired, nodes, empty } = diagram;
  const least = new Float64Array(nodes * m).fill(Number.POSITIVE_INFINITY);
  const most = new Float64Array(nodes * m).fill(Number.NEGATIVE_INFINITY);
  if (empty) return { least, most };
  least.fill(0, (nodes - 1) * m);
  most.fill(0, (nodes - 1) * m);
  for (let k = order.length - 1; k >= 0; k--) {
    const at = problem.offset[order[k]!]!;
    const options = problem.offset[order[k]! + 1]! - at;
    for (let node = layerStart[k]!; node < layerStart[k + 1]!; node++) {
      const arcs = arcStart[k]! + (node - layerStart[k]!) * options;
      for (let o = 0; o < options; o++) {
        const to = child[arcs + o]!;
        if (to < 0 || allowed[at + o] === 0) continue;
        for (let p = 0; p < m; p++) {
          const step = payoff[(at + o) * m + p]! + bonus[fired[arcs + o]! * m + p]!;
          const low = step + least[to * m + p]!;
          const high = step + most[to * m + p]!;
          if (low < least[node * m + p]!) least[node * m + p] = low;
          if (high > most[node * m + p]!) most[node * m + p] = high;
        }
      }
    }
  }
  return { least, most };
}
