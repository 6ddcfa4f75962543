/** One party's order in which some state must no longer be better than another: the cheapest that can be had. */
export type ChangedOrder = {
  readonly swaps: number;
  /** A rank for each state, higher is better, equal is a tie; for comparing only, it may have gaps. */
  readonly ranks: Int32Array;
};

/** `falls` must not be better than `rises`. */
export type Reversal = { readonly rises: number; readonly falls: number };

/**
 * The fewest adjacent swaps that make all reversals true, and an order that they lead to. "impossible": they contradict
 * each other. "too hard": more than `most` orders would have to be tried.
 *
 * An order is a row of classes of equally good states. One swap exchanges two neighbouring classes, or splits one
 * state off to just above or just below its equals. Equal states stay equal until one of them is split off, so swaps
 * never make a tie.
 *
 * Classes that no reversal names stand together as blocks which are crossed whole, since stopping inside one gains
 * nothing: the cost is linear in how far it is crossed. Then A*, by the largest number of classes that some reversal
 * still has to cross; a swap shortens that by at most what it costs.
 */
export function changedOrder(
  ranks: Int32Array,
  reversals: readonly Reversal[],
  most = 2_000,
): ChangedOrder | "impossible" | "too hard" {
  const open = reversals.filter(({ rises, falls }) => ranks[falls]! > ranks[rises]!);
  if (open.length === 0) return { swaps: 0, ranks };
  if (contradict(ranks, reversals)) return "impossible";
  const start = rowOf(ranks, reversals);
  const best = new Map<string, number>([[keyOf(start), 0]]);
  const queue: Entry[][] = [];
  push(queue, { row: start, swaps: 0 }, remaining(start, reversals));
  let tried = 0;
  for (let bound = 0; bound < queue.length; bound++) {
    for (let entry = queue[bound]?.pop(); entry; entry = queue[bound]?.pop()) {
      const { row, swaps } = entry;
      if ((best.get(keyOf(row)) ?? swaps) < swaps) continue;
      if (remaining(row, reversals) === 0) return { swaps, ranks: ranksOf(row, ranks) };
      if (++tried > most) return "too hard";
      for (const { row: next, cost } of neighbours(row)) {
        const key = keyOf(next);
        const known = best.get(key);
        if (known !== undefined && known <= swaps + cost) continue;
        best.set(key, swaps + cost);
        push(queue, { row: next, swaps: swaps + cost }, swaps + cost + remaining(next, reversals));
      }
    }
  }
  return "impossible"; // not reached: what does not contradict itself is true in some order
}

/** Whether states of different ranks would have to be equal: reversals in a circle. Swaps make no ties. */
function contradict(ranks: Int32Array, reversals: readonly Reversal[]): boolean {
  const noBetterThan = (state: number): ReadonlySet<number> => {
    const found = new Set([state]);
    for (const each of found) for (const { rises, falls } of reversals) if (rises === each) found.add(falls);
    return found;
  };
  return reversals.some(({ rises, falls }) => {
    if (!noBetterThan(falls).has(rises)) return false;
    return [...noBetterThan(falls)].some((state) => ranks[state] !== ranks[rises] && noBetterThan(state).has(rises));
  });
}

/**
 * Part of the row, best first: a block of classes that nothing names, from rank `high` down to `low`; or a class, of
 * which `named` states stand here, with the others of their rank if `rest`.
 */
type Part =
  | { readonly kind: "block"; readonly high: number; readonly low: number }
  | { readonly kind: "class"; readonly rank: number; readonly named: readonly number[]; readonly rest: boolean };

type Row = readonly Part[];
type Entry = { readonly row: Row; readonly swaps: number };

function push(queue: Entry[][], entry: Entry, bound: number): void {
  while (queue.length <= bound) queue.push([]);
  queue[bound]!.push(entry); // made in the line above
}

function rowOf(ranks: Int32Array, reversals: readonly Reversal[]): Row {
  const named = new Set(reversals.flatMap(({ rises, falls }) => [rises, falls]));
  const members = new Map<number, number[]>();
  for (const state of [...named].sort((a, b) => a - b))
    members.set(ranks[state]!, [...(members.get(ranks[state]!) ?? []), state]);
  const sizes = new Map<number, number>();
  let top = 0;
  for (const rank of ranks) {
    if (members.has(rank)) sizes.set(rank, (sizes.get(rank) ?? 0) + 1);
    if (rank > top) top = rank;
  }
  const row: Part[] = [];
  let above = top;
  for (const [rank, states] of [...members].sort(([a], [b]) => b - a)) {
    if (above > rank) row.push({ kind: "block", high: above, low: rank + 1 });
    row.push({ kind: "class", rank, named: states, rest: sizes.get(rank)! > states.length }); // counted above
    above = rank - 1;
  }
  if (above >= 0) row.push({ kind: "block", high: above, low: 0 });
  return row;
}

function weight(part: Part): number {
  return part.kind === "block" ? part.high - part.low + 1 : 1;
}

function keyOf(row: Row): string {
  return row
    .map((part) => (part.kind === "block" ? `b${part.high}` : `${part.named.join(",")}${part.rest ? "+" : ""}`))
    .join("|");
}

/** The most classes that some reversal still has to cross: from the one that must fall to the one that must rise. */
function remaining(row: Row, reversals: readonly Reversal[]): number {
  const depthOf = new Map<number, number>();
  let depth = 0;
  for (const part of row) {
    if (part.kind === "class") for (const state of part.named) depthOf.set(state, depth);
    depth += weight(part);
  }
  // every state of a reversal is named in the row
  return reversals.reduce((far, { rises, falls }) => Math.max(far, depthOf.get(rises)! - depthOf.get(falls)!), 0);
}

function neighbours(row: Row): readonly { readonly row: Row; readonly cost: number }[] {
  const found: { row: Row; cost: number }[] = [];
  for (const [place, part] of row.entries()) {
    const next = row[place + 1];
    if (next && (part.kind === "class" || next.kind === "class"))
      found.push({
        row: [...row.slice(0, place), next, part, ...row.slice(place + 2)],
        cost: Math.max(weight(part), weight(next)),
      });
    if (part.kind === "block" || part.named.length + (part.rest ? 1 : 0) < 2) continue;
    for (const state of part.named) {
      const alone: Part = { kind: "class", rank: part.rank, named: [state], rest: false };
      const others: Part = { ...part, named: part.named.filter((other) => other !== state) };
      found.push({ row: [...row.slice(0, place), alone, others, ...row.slice(place + 1)], cost: 1 });
      found.push({ row: [...row.slice(0, place), others, alone, ...row.slice(place + 1)], cost: 1 });
    }
  }
  return found;
}

function ranksOf(row: Row, ranks: Int32Array): Int32Array {
  const length = row.reduce((sum, part) => sum + weight(part), 0);
  const wholeRank = new Map<number, number>();
  const ownRank = new Map<number, number>();
  let next = length;
  for (const part of row) {
    if (part.kind === "block") for (let rank = part.high; rank >= part.low; rank--) wholeRank.set(rank, --next);
    else {
      next -= 1;
      for (const state of part.named) ownRank.set(state, next);
      if (part.rest) wholeRank.set(part.rank, next);
    }
  }
  // a state is named, or its rank stands in a block or with the rest of its class
  return ranks.map((rank, state) => ownRank.get(state) ?? wholeRank.get(rank)!);
}
