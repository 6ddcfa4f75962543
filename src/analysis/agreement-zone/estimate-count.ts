import { type Random, seededRandom } from "#prelude";
import type { Search } from "../search.ts";
import type { SettlementSpace } from "../space/settlement-space.ts";

export type CountEstimate = {
  readonly value: number;
  /** 95 % interval of the estimate; `high` never above the proved bound. */
  readonly low: number;
  readonly high: number;
  /** Proved: the zone holds no more settlements than this. */
  readonly bound: number;
  /** Draws that fell inside the zone. */
  readonly hits: number;
  readonly n: number;
  readonly seed: number;
};

/**
 * How many settlements give every party its threshold, by exponential tilting: draw settlements with probability
 * proportional to exp(lambda . utility), with the exact normaliser Z from one pass over the diagram, and weigh the hits
 * back. Unbiased. With lambda at the minimum of log Z - lambda . threshold each hit weighs at most one Chernoff bound
 * exp(log Z - lambda . threshold), which also bounds the count itself.
 * @param draws settlements drawn; time O(nodes x options + draws x issues).
 */
export function* estimateCount(
  space: SettlementSpace,
  threshold: Float64Array,
  draws: number,
  seed: number,
): Search<CountEstimate> {
  const { parties: m } = space;
  const unit = spread(space);
  const { lambda, logs } = tilt(space, threshold, unit);
  const random = seededRandom(seed);
  const logZ = logs[0]!;
  const needed = dot(lambda, threshold);
  const logBound = logZ - needed;
  // weights relative to the Chernoff bound lie in [0, 1]
  let sum = 0;
  let squares = 0;
  let hits = 0;
  let n = 0;
  const utilities = new Float64Array(m);
  for (; n < draws; n++) {
    if (
      n % 2048 === 2047 &&
      (yield { phase: "size of the agreement zone", done: n, of: draws, refinable: false }) === "finish"
    )
      break;
    draw(space, lambda, logs, random, utilities);
    if (!utilities.every((units, p) => units >= threshold[p]!)) continue;
    const weight = Math.exp(needed - dot(lambda, utilities));
    hits++;
    sum += weight;
    squares += weight * weight;
  }
  const mean = sum / n;
  const deviation = Math.sqrt(Math.max(0, squares / n - mean * mean) / n);
  const bound = Math.exp(logBound);
  return {
    value: mean * bound,
    low: Math.max(hits > 0 ? 1 : 0, (mean - 1.96 * deviation) * bound),
    high: Math.min(bound, (mean + 1.96 * deviation) * bound),
    bound,
    hits,
    n,
    seed,
  };
}

/** Newton's method on log Z(lambda) - lambda . threshold over lambda >= 0, with step halving; moments by differences. */
function tilt(
  space: SettlementSpace,
  threshold: Float64Array,
  unit: Float64Array,
): { lambda: Float64Array; logs: Float64Array } {
  const m = space.parties;
  const scaled = new Float64Array(m); // lambda in multiples of unit
  const lambdaOf = (point: Float64Array): Float64Array => point.map((value, p) => value * unit[p]!);
  const objective = (point: Float64Array): number => {
    const lambda = lambdaOf(point);
    return logPartition(space, lambda)[0]! - dot(lambda, threshold);
  };
  let value = objective(scaled);
  for (let step = 0; step < 40; step++) {
    const h = 1e-4;
    const gradient = new Float64Array(m);
    const curvature = new Float64Array(m);
    for (let p = 0; p < m; p++) {
      const up = scaled.slice();
      const down = scaled.slice();
      up[p]! += h;
      down[p]! -= h;
      const [a, b] = [objective(up), objective(down)];
      gradient[p] = (a - b) / (2 * h);
      curvature[p] = Math.max(1e-3, (a - 2 * value + b) / (h * h));
    }
    // projected coordinate-scaled step: lambda may not go below zero
    let improved = false;
    for (let length = 1; length > 1e-4; length /= 2) {
      const next = scaled.map((x, p) => Math.max(0, x - (length * gradient[p]!) / curvature[p]!));
      const after = objective(next);
      if (after < value - 1e-12) {
        const gain = value - after;
        scaled.set(next);
        value = after;
        improved = gain > 1e-7;
        break;
      }
    }
    if (!improved) break;
  }
  const lambda = lambdaOf(scaled);
  return { lambda, logs: logPartition(space, lambda) };
}

/** log of the sum over the rest of a settlement of exp(lambda . utility), by node. */
function logPartition(
  { diagram, problem, payoff, bonus, allowed, parties: m }: SettlementSpace,
  lambda: Float64Array,
): Float64Array {
  const { order, layerStart, arcStart, child, fired, nodes } = diagram;
  const logs = new Float64Array(nodes).fill(Number.NEGATIVE_INFINITY);
  logs[nodes - 1] = 0;
  for (let k = order.length - 1; k >= 0; k--) {
    const at = problem.offset[order[k]!]!;
    const options = problem.offset[order[k]! + 1]! - at;
    const own = new Float64Array(options);
    for (let o = 0; o < options; o++) for (let p = 0; p < m; p++) own[o]! += lambda[p]! * payoff[(at + o) * m + p]!;
    for (let node = layerStart[k]!; node < layerStart[k + 1]!; node++) {
      const arcs = arcStart[k]! + (node - layerStart[k]!) * options;
      let largest = Number.NEGATIVE_INFINITY;
      let sum = 0;
      for (let o = 0; o < options; o++) {
        const to = child[arcs + o]!;
        if (to < 0 || allowed[at + o] === 0) continue;
        let log = own[o]! + logs[to]!;
        const set = fired[arcs + o]! * m;
        if (set > 0) for (let p = 0; p < m; p++) log += lambda[p]! * bonus[set + p]!;
        if (log > largest) {
          sum = sum * Math.exp(largest - log) + 1;
          largest = log;
        } else if (log > Number.NEGATIVE_INFINITY) sum += Math.exp(log - largest);
      }
      logs[node] = sum > 0 ? largest + Math.log(sum) : Number.NEGATIVE_INFINITY;
    }
  }
  return logs;
}

/** One settlement with probability exp(lambda . utility) / Z; writes its utilities. */
function draw(
  { diagram, problem, payoff, bonus, allowed, parties: m }: SettlementSpace,
  lambda: Float64Array,
  logs: Float64Array,
  random: Random,
  utilities: Float64Array,
): void {
  const { order, layerStart, arcStart, child, fired } = diagram;
  utilities.fill(0);
  let node = 0;
  for (let k = 0; k < order.length; k++) {
    const at = problem.offset[order[k]!]!;
    const options = problem.offset[order[k]! + 1]! - at;
    const arcs = arcStart[k]! + (node - layerStart[k]!) * options;
    let left = random.uniform();
    let chosen = -1;
    for (let o = 0; o < options; o++) {
      const to = child[arcs + o]!;
      if (to < 0 || allowed[at + o] === 0 || logs[to] === Number.NEGATIVE_INFINITY) continue;
      let log = logs[to]! - logs[node]!;
      for (let p = 0; p < m; p++) log += lambda[p]! * (payoff[(at + o) * m + p]! + bonus[fired[arcs + o]! * m + p]!);
      chosen = o;
      left -= Math.exp(log);
      if (left < 0) break;
    }
    for (let p = 0; p < m; p++) utilities[p]! += payoff[(at + chosen) * m + p]! + bonus[fired[arcs + chosen]! * m + p]!;
    node = child[arcs + chosen]!;
  }
}

/** One over each party's range of payoffs, so that lambda is measured in comparable steps. */
function spread({ problem, payoff, parties: m }: SettlementSpace): Float64Array {
  const unit = new Float64Array(m);
  for (let p = 0; p < m; p++) {
    let range = 0;
    for (let i = 0; i < problem.issues.length; i++) {
      let low = Number.POSITIVE_INFINITY;
      let high = Number.NEGATIVE_INFINITY;
      for (let o = problem.offset[i]!; o < problem.offset[i + 1]!; o++) {
        low = Math.min(low, payoff[o * m + p]!);
        high = Math.max(high, payoff[o * m + p]!);
      }
      range += high - low;
    }
    unit[p] = 1 / Math.max(1, range);
  }
  return unit;
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += a[i]! * b[i]!;
  return sum;
}
