import type { SettlementSpace } from "./settlement-space.ts";

/** How many settlements the space holds: the paths of its diagram over allowed options. Exact; time O(arcs). */
export function countSettlements(space: SettlementSpace): bigint {
  return pathCounts(space)[0] ?? 0n;
}

/** Paths from each node to the end. */
export function pathCounts({ diagram, allowed, problem }: SettlementSpace): bigint[] {
  const { order, layerStart, arcStart, child, nodes, empty } = diagram;
  if (empty) return [];
  const counts = new Array<bigint>(nodes).fill(0n);
  counts[nodes - 1] = 1n;
  for (let k = order.length - 1; k >= 0; k--) {
    const at = problem.offset[order[k]!]!;
    const options = problem.offset[order[k]! + 1]! - at;
    for (let node = layerStart[k]!; node < layerStart[k + 1]!; node++) {
      const arcs = arcStart[k]! + (node - layerStart[k]!) * options;
      // arcs to the same child are counted once with their number: one multiplication instead of many big additions
      let sum = 0n;
      let run = 0;
      let to = -1;
      for (let o = 0; o < options; o++) {
        const next = child[arcs + o]!;
        if (next < 0 || allowed[at + o] === 0) continue;
        if (next !== to) {
          if (run > 0) sum += BigInt(run) * counts[to]!;
          [to, run] = [next, 0];
        }
        run++;
      }
      if (run > 0) sum += BigInt(run) * counts[to]!;
      counts[node] = sum;
    }
  }
  return counts;
}
