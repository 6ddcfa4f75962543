import type { SettlementSpace } from "./settlement-space.ts";

/** A settlement as one flat option index per issue, in the agenda's order, with its utilities in units (caps aside). */
export type Path = { readonly options: Int32Array; readonly utilities: Float64Array };

/**
 * Answers "which settlement has the largest weighted sum of utilities" again and again over one diagram, under changing
 * weights and allowed options. One backward pass: time O(arcs + options x parties), no allocation but the answer.
 * Sums are exact while they are whole numbers below 2^53. Ties: the first option in the agenda's order, from layer 0 on.
 */
export type Maximiser = {
  /** The largest sum of weight x utility over the settlements of `allowed`; -Infinity when there is none. */
  readonly value: (weights: ArrayLike<number>, allowed: Uint8Array) => number;
  /** By node, the largest weighted sum that the rest of a settlement can add, as of the last call of `value`. */
  readonly suffix: () => Float64Array;
  /** The settlement found by the last call of `value`; only after a finite one. */
  readonly path: () => Path;
};

export function maximiser(space: SettlementSpace): Maximiser {
  const { diagram, problem, payoff, bonus, parties: m } = space;
  const { order, layerStart, arcStart, child, fired, nodes, empty } = diagram;
  const { offset } = problem;
  const layers = order.length;
  const score = new Float64Array(offset[problem.issues.length]!);
  const extra = new Float64Array(diagram.firedSets.length);
  const best = new Float64Array(nodes);
  const choice = new Int32Array(nodes);
  const value = (weights: ArrayLike<number>, allowed: Uint8Array): number => {
    if (empty) return Number.NEGATIVE_INFINITY;
    weigh(payoff, weights, m, score);
    weigh(bonus, weights, m, extra);
    best[nodes - 1] = 0;
    for (let k = layers - 1; k >= 0; k--) {
      const at = offset[order[k]!]!;
      const options = offset[order[k]! + 1]! - at;
      const end = layerStart[k + 1]!;
      let arc = arcStart[k]!;
      for (let node = layerStart[k]!; node < end; node++, arc += options) {
        let most = Number.NEGATIVE_INFINITY;
        let chosen = -1;
        for (let o = 0; o < options; o++) {
          const to = child[arc + o]!;
          if (to < 0 || allowed[at + o] === 0) continue;
          const sum = score[at + o]! + extra[fired[arc + o]!]! + best[to]!;
          if (sum > most) {
            most = sum;
            chosen = o;
          }
        }
        best[node] = most;
        choice[node] = chosen;
      }
    }
    return best[0]!;
  };
  const path = (): Path => {
    const options = new Int32Array(layers);
    const utilities = new Float64Array(m);
    let node = 0;
    for (let k = 0; k < layers; k++) {
      const issue = order[k]!;
      const at = offset[issue]!;
      const o = choice[node]!;
      const arc = arcStart[k]! + (node - layerStart[k]!) * (offset[issue + 1]! - at) + o;
      options[issue] = at + o;
      for (let p = 0; p < m; p++) utilities[p]! += payoff[(at + o) * m + p]! + bonus[fired[arc]! * m + p]!;
      node = child[arc]!;
    }
    return { options, utilities };
  };
  return { value, suffix: () => best.slice(), path };
}

/** The utilities in units of one settlement given by flat option indices; undefined when the space does not hold it. */
export function utilitiesOf(space: SettlementSpace, options: ArrayLike<number>): Float64Array | undefined {
  const { diagram, problem, payoff, bonus, parties: m, allowed } = space;
  if (diagram.empty) return undefined;
  const utilities = new Float64Array(m);
  let node = 0;
  for (let k = 0; k < diagram.order.length; k++) {
    const issue = diagram.order[k]!;
    const at = problem.offset[issue]!;
    const chosen = options[issue]!;
    const arc =
      diagram.arcStart[k]! + (node - diagram.layerStart[k]!) * (problem.offset[issue + 1]! - at) + chosen - at;
    if (allowed[chosen] === 0 || diagram.child[arc]! < 0) return undefined;
    for (let p = 0; p < m; p++) utilities[p]! += payoff[chosen * m + p]! + bonus[diagram.fired[arc]! * m + p]!;
    node = diagram.child[arc]!;
  }
  return utilities;
}

function weigh(table: Float64Array, weights: ArrayLike<number>, m: number, into: Float64Array): void {
  for (let row = 0, cell = 0; row < into.length; row++) {
    let sum = 0;
    for (let p = 0; p < m; p++) sum += weights[p]! * table[cell++]!;
    into[row] = sum;
  }
}
