import { seededRandom } from "#prelude";

/**
 * An order of the issues that keeps few conjunctions open between neighbours, so that the decision diagram stays narrow.
 * Cost of a cut: the states it can hold, at most 2^(open conjunctions) and at most the product of the domains of the
 * issues that opened them. Simulated annealing of insert moves from a greedy start; the same input gives the same order.
 * @param scopes the issues of each conjunction; @param sizes options per issue.
 */
export function issueOrder(scopes: readonly (readonly number[])[], sizes: readonly number[]): number[] {
  const linked = new Set(scopes.flat());
  const loose = sizes.map((_, i) => i).filter((i) => !linked.has(i));
  const start = greedyOrder(
    scopes,
    [...linked].sort((a, b) => a - b),
    sizes,
  );
  const order = linked.size > 3 ? annealed(start, scopes, sizes) : start;
  return [...order, ...loose];
}

function greedyOrder(
  scopes: readonly (readonly number[])[],
  issues: readonly number[],
  sizes: readonly number[],
): number[] {
  const order: number[] = [];
  const left = new Set(issues);
  while (left.size > 0) {
    let best = -1;
    let bestCost = Number.POSITIVE_INFINITY;
    for (const issue of left) {
      const cost = cutBits([...order, issue], scopes, sizes);
      if (cost < bestCost) [best, bestCost] = [issue, cost];
    }
    order.push(best);
    left.delete(best);
  }
  return order;
}

/** log2 of the states that may be alive after the issues placed so far. */
function cutBits(placed: readonly number[], scopes: readonly (readonly number[])[], sizes: readonly number[]): number {
  const inside = new Set(placed);
  let open = 0;
  const openers = new Set<number>();
  for (const scope of scopes) {
    const before = scope.filter((issue) => inside.has(issue));
    if (before.length === 0 || before.length === scope.length) continue;
    open++;
    for (const issue of before) openers.add(issue);
  }
  let domains = 0;
  for (const issue of openers) domains += Math.log2(sizes[issue]!);
  return Math.min(open, domains);
}

const steps = 3000;

function annealed(
  start: readonly number[],
  scopes: readonly (readonly number[])[],
  sizes: readonly number[],
): number[] {
  const random = seededRandom(1);
  const cost = costOf(scopes, sizes);
  let order = [...start];
  let current = cost(order);
  let best = order;
  let least = current;
  for (let step = 0; step < steps; step++) {
    const temperature = 0.5 * (1 - step / steps);
    const next = [...order];
    const [moved] = next.splice(random.below(order.length), 1);
    next.splice(random.below(order.length), 0, moved!);
    const value = cost(next);
    if (
      value < current ||
      random.uniform() < Math.exp((Math.log2(current) - Math.log2(value)) / (temperature + 1e-9))
    ) {
      order = next;
      current = value;
      if (value < least) [best, least] = [order, value];
    }
  }
  return best;
}

/** Sum over cuts of 2^bits, as `cutBits`, in one sweep of the order. */
function costOf(
  scopes: readonly (readonly number[])[],
  sizes: readonly number[],
): (order: readonly number[]) => number {
  const position = new Int32Array(sizes.length);
  const bits = sizes.map((size) => Math.log2(size));
  return (order) => {
    const n = order.length;
    for (let k = 0; k < n; k++) position[order[k]!] = k;
    const open = new Int32Array(n + 1);
    const until = new Int32Array(n).fill(-1); // the last cut at which the issue at this position is an opener
    for (const scope of scopes) {
      let first = n;
      let last = -1;
      for (const issue of scope) {
        const at = position[issue]!;
        if (at < first) first = at;
        if (at > last) last = at;
      }
      open[first]!++;
      open[last]!--;
      for (const issue of scope) if (until[position[issue]!]! < last) until[position[issue]!] = last;
    }
    let total = 0;
    let alive = 0;
    for (let cut = 0; cut + 1 < n; cut++) {
      alive += open[cut]!;
      let domains = 0;
      for (let k = 0; k <= cut && domains < alive; k++) if (until[k]! > cut) domains += bits[order[k]!]!;
      total += 2 ** Math.min(alive, domains);
    }
    return total + 1;
  };
}
