import type { Random } from "#prelude";
import type { ComparisonWorth } from "./comparison-worth.ts";
import type { Comparison } from "./constraints.ts";
import type { Anchoring, IssueValues } from "./issue-values.ts";

/**
 * Moves of the values of one issue while everything else stands still. Each rank (an option, or options tied together)
 * that is neither best nor worst moves to a uniform place between its neighbours, its range and what comparisons leave;
 * and where statements leave open which option is best or worst, that one proposes to change places with another, which
 * is taken whenever nothing stated speaks against it. Both leave the uniform distribution as it is (Gibbs; Metropolis
 * with a proposal that is its own reverse).
 */
export type ValueMoves = { readonly move: (random: Random) => void };

export function valueMoves(
  issue: IssueValues,
  anchoring: Anchoring,
  swaps: boolean,
  comparisons: readonly Comparison[],
  block: Float64Array,
  values: Float64Array,
  comparing: ComparisonWorth,
): ValueMoves {
  const { from, gaps, rankOf, boxes } = issue;
  const leads = [...rankOf.keys()].filter((o) => rankOf[o] === o);
  const ranks = leads.map((lead) => {
    const members = [...rankOf.keys()].filter((o) => rankOf[o] === lead);
    const inside = new Set(members.map((o) => o + from));
    const times = new Map<number, number>();
    for (const option of inside) {
      for (const each of comparing.asking[option]!)
        times.set(each.comparison, (times.get(each.comparison) ?? 0) + each.times);
    }
    return {
      members: [...inside],
      low: Math.max(...members.map((o) => boxes!.low[o]!)),
      high: Math.min(...members.map((o) => boxes!.high[o]!)),
      // gaps inside a rank with room asked for would contradict it, and were found before
      above: gaps.filter(({ tied, below }) => !tied && inside.has(below)),
      below: gaps.filter(({ tied, above }) => !tied && inside.has(above)),
      asking: [...times].map(([comparison, each]) => ({ comparison, times: each })),
    };
  });
  type Rank = (typeof ranks)[number];
  let best = anchoring.best === undefined ? -1 : leads.indexOf(anchoring.best - from);
  let worst = anchoring.worst === undefined ? -1 : leads.indexOf(anchoring.worst - from);
  const present = (rank: Rank): number => values[rank.members[0]!]!;

  const place = (rank: Rank, value: number): void => {
    const change = (value - present(rank)) * block[issue.issue]!;
    for (const option of rank.members) values[option] = value;
    for (const { comparison, times } of rank.asking) comparing.worth[comparison]! += change * times;
  };
  const wander = (rank: Rank, random: Random): void => {
    let { low, high } = rank;
    for (const { above, least } of rank.above) high = Math.min(high, values[above]! - least);
    for (const { below, least } of rank.below) low = Math.max(low, values[below]! + least);
    const now = present(rank);
    for (const { comparison, times } of rank.asking) {
      const each = times * block[issue.issue]!;
      if (Math.abs(each) < 1e-12) continue;
      const stated = comparisons[comparison]!;
      const ends = [stated.low, stated.high].map((end) => now + (end - comparing.worth[comparison]!) / each);
      low = Math.max(low, Math.min(ends[0]!, ends[1]!));
      high = Math.min(high, Math.max(ends[0]!, ends[1]!));
    }
    if (low < high) place(rank, low + random.uniform() * (high - low));
  };
  const keeps = (rank: Rank): boolean => {
    const value = present(rank);
    return (
      value >= rank.low - 1e-9 &&
      value <= rank.high + 1e-9 &&
      rank.above.every(({ above, least }) => values[above]! - value >= least - 1e-9) &&
      rank.below.every(({ below, least }) => value - values[below]! >= least - 1e-9) &&
      rank.asking.every(({ comparison }) => {
        const { low, high } = comparisons[comparison]!;
        return comparing.worth[comparison]! >= low - 1e-9 && comparing.worth[comparison]! <= high + 1e-9;
      })
    );
  };
  const exchange = (random: Random): void => {
    const role = random.below(2) === 0 ? best : worst;
    const other = random.below(ranks.length - 1);
    const partner = other >= role ? other + 1 : other;
    const [a, b] = [ranks[role]!, ranks[partner]!];
    const [atA, atB] = [present(a), present(b)];
    place(a, atB);
    place(b, atA);
    if (keeps(a) && keeps(b)) {
      const renamed = (name: number): number => (name === role ? partner : name === partner ? role : name);
      [best, worst] = [renamed(best), renamed(worst)];
      return;
    }
    place(a, atA);
    place(b, atB);
  };
  const canSwap = swaps && best >= 0 && worst >= 0;
  const move = (random: Random): void => {
    // each by the toss of a coin: two options that always changed places twice would never be seen the other way round
    if (canSwap) for (let k = 0; k < ranks.length; k++) if (random.below(2) === 0) exchange(random);
    ranks.forEach((rank, k) => {
      if (k !== best && k !== worst) wander(rank, random);
    });
  };
  return { move };
}
