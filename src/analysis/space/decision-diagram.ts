import { issueOrder } from "./issue-order.ts";
import type { Conjunction } from "./problem.ts";

/**
 * Every settlement that no forbidden conjunction covers, as a path from node 0 to the last node. Layer k decides issue
 * order[k]; the arcs of node v in layer k stand at arcStart[k] + (v - layerStart[k]) x options + option. `child` is -1
 * where no settlement goes on; `fired` names the set of bonuses that are complete on this arc (0: none).
 * Reduced: no two nodes of a layer have the same children and bonuses, and every node reaches the end.
 */
export type DecisionDiagram = {
  readonly order: readonly number[];
  readonly layerStart: Int32Array;
  readonly arcStart: Int32Array;
  readonly child: Int32Array;
  readonly fired: Int32Array;
  /** Bonus numbers of each fired set, ascending. */
  readonly firedSets: readonly (readonly number[])[];
  readonly nodes: number;
  /** No settlement at all. */
  readonly empty: boolean;
};

/** Raised when the terms are linked so widely that the diagram would not fit: nodes beyond `limit` in one layer. */
export class DiagramTooWide extends Error {
  constructor(limit: number) {
    super(
      `The linkages, lines and rules of this scenario are linked so widely that its decision diagram passes ${limit} nodes. ` +
        "Split the scenario, or drop linkages between distant issues.",
    );
    this.name = "DiagramTooWide";
  }
}

/**
 * Compiles the conjunctions into a diagram. A state is the set of conjunctions that have started, can still complete,
 * and have not; equal states merge on the way down, equal nodes on the way up.
 * Time and memory O(states x options); states per layer at most 2^(open conjunctions) and `limit`.
 */
export function decisionDiagram(
  sizes: readonly number[],
  forbidden: readonly Conjunction[],
  bonuses: readonly Conjunction[],
  limit = 500_000,
): DecisionDiagram {
  const terms = [...bonuses, ...forbidden];
  const order = issueOrder(
    terms.filter((term) => term.size > 1).map((term) => [...term.keys()]),
    sizes,
  );
  const down = expand(order, sizes, terms, bonuses.length, limit);
  return reduce(order, sizes, down);
}

type Layer = { readonly child: Int32Array; readonly fired: Int32Array; readonly states: number };
type Expanded = { readonly layers: readonly Layer[]; readonly firedSets: readonly (readonly number[])[] };

function expand(
  order: readonly number[],
  sizes: readonly number[],
  terms: readonly Conjunction[],
  bonusCount: number,
  limit: number,
): Expanded {
  const position = new Map(order.map((issue, k) => [issue, k]));
  const first = terms.map((term) => Math.min(...[...term.keys()].map((issue) => position.get(issue)!)));
  const last = terms.map((term) => Math.max(...[...term.keys()].map((issue) => position.get(issue)!)));
  const firedSets: number[][] = [[]];
  const firedIds = new Map<string, number>([["", 0]]);
  const layers: Layer[] = [];
  let states: readonly (readonly number[])[] = terms.some(
    (term) => term.size === 0 && terms.indexOf(term) >= bonusCount,
  )
    ? []
    : [[]];
  order.forEach((issue, k) => {
    const options = sizes[issue]!;
    const starting = terms.flatMap((_, t) => (first[t] === k ? [t] : []));
    const child = new Int32Array(states.length * options).fill(-1);
    const fired = new Int32Array(states.length * options);
    const next: number[][] = [];
    const seen = new Map<string, number>();
    states.forEach((state, s) => {
      const candidates = [...state, ...starting];
      for (let option = 0; option < options; option++) {
        const alive: number[] = [];
        const complete: number[] = [];
        let possible = true;
        for (const t of candidates) {
          const flags = terms[t]!.get(issue);
          if (flags && flags[option] === 0) continue;
          if (last[t]! > k) alive.push(t);
          else if (t < bonusCount) complete.push(t);
          else {
            possible = false;
            break;
          }
        }
        if (!possible) continue;
        alive.sort((a, b) => a - b);
        const key = alive.join(",");
        let to = seen.get(key);
        if (to === undefined) {
          to = next.push(alive) - 1;
          if (to >= limit) throw new DiagramTooWide(limit);
          seen.set(key, to);
        }
        child[s * options + option] = to;
        fired[s * options + option] = complete.length === 0 ? 0 : firedId(complete, firedSets, firedIds);
      }
    });
    layers.push({ child, fired, states: states.length });
    states = next;
  });
  return { layers, firedSets };
}

function firedId(complete: number[], sets: number[][], ids: Map<string, number>): number {
  complete.sort((a, b) => a - b);
  const key = complete.join(",");
  let id = ids.get(key);
  if (id === undefined) {
    id = sets.push(complete) - 1;
    ids.set(key, id);
  }
  return id;
}

/** Bottom-up: drops states without an end, merges states with equal arcs, and lays the layers out one after another. */
function reduce(order: readonly number[], sizes: readonly number[], { layers, firedSets }: Expanded): DecisionDiagram {
  const kept: { readonly child: number[]; readonly fired: number[]; readonly count: number }[] = [];
  let renamed = new Int32Array(1); // every state after the last layer is the end
  let anyEnd = true;
  for (let k = layers.length - 1; k >= 0; k--) {
    const { child, fired, states } = layers[k]!;
    const options = sizes[order[k]!]!;
    const isLast = k === layers.length - 1;
    const names = new Int32Array(states).fill(-1);
    const seen = new Map<string, number>();
    const outChild: number[] = [];
    const outFired: number[] = [];
    for (let s = 0; s < states; s++) {
      const arcs: number[] = [];
      let alive = false;
      for (let option = 0; option < options; option++) {
        const to = child[s * options + option]!;
        const target = to < 0 ? -1 : isLast ? 0 : renamed[to]!;
        arcs.push(target, target < 0 ? 0 : fired[s * options + option]!);
        alive ||= target >= 0;
      }
      if (!alive) continue;
      const key = arcs.join(",");
      let name = seen.get(key);
      if (name === undefined) {
        name = seen.size;
        seen.set(key, name);
        for (let a = 0; a < arcs.length; a += 2) {
          outChild.push(arcs[a]!);
          outFired.push(arcs[a + 1]!);
        }
      }
      names[s] = name;
    }
    kept.unshift({ child: outChild, fired: outFired, count: seen.size });
    renamed = names;
    anyEnd = seen.size > 0;
  }
  return layOut(order, sizes, kept, firedSets, !anyEnd);
}

function layOut(
  order: readonly number[],
  sizes: readonly number[],
  kept: readonly { readonly child: readonly number[]; readonly fired: readonly number[]; readonly count: number }[],
  firedSets: readonly (readonly number[])[],
  empty: boolean,
): DecisionDiagram {
  const n = kept.length;
  const layerStart = new Int32Array(n + 2);
  const arcStart = new Int32Array(n + 1);
  kept.forEach((layer, k) => {
    layerStart[k + 1] = layerStart[k]! + layer.count;
    arcStart[k + 1] = arcStart[k]! + layer.count * sizes[order[k]!]!;
  });
  layerStart[n + 1] = layerStart[n]! + 1;
  const child = new Int32Array(arcStart[n]!);
  const fired = new Int32Array(arcStart[n]!);
  kept.forEach((layer, k) => {
    layer.child.forEach((to, a) => {
      child[arcStart[k]! + a] = to < 0 ? -1 : layerStart[k + 1]! + to;
    });
    fired.set(layer.fired, arcStart[k]!);
  });
  return { order, layerStart, arcStart, child, fired, firedSets, nodes: layerStart[n + 1]!, empty };
}
