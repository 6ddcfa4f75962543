import type { Search } from "../search.ts";

/** Subsets of 0..n-1 as bit masks. */
export type Subset = bigint;

export type MinimalSets = {
  /** Minimal subsets that cannot hold together. */
  readonly conflicts: readonly Subset[];
  /** Minimal subsets whose removal lets the rest hold together. */
  readonly corrections: readonly Subset[];
  /** False when the ceiling ended the search or it was told to finish: there may be more. */
  readonly complete: boolean;
};

/**
 * Every minimal conflict and every minimal correction of n elements, given an oracle: `possible(subset)` returns a
 * subset at least as large that holds together (what a witness satisfies), or undefined. Explores the map of subsets:
 * a seed that hits every known correction and contains no known conflict either grows to a maximal subset that holds or
 * shrinks to a minimal conflict. The full set must not hold together.
 * Source: Liffiton et al., MARCO; the map is solved by backtracking here. Time: one oracle call per element and set.
 */
export function* minimalSets(
  n: number,
  possible: (subset: Subset) => Search<Subset | undefined | "unknown">,
  most = 400,
): Search<MinimalSets> {
  const full = (1n << BigInt(n)) - 1n;
  const conflicts: Subset[] = [];
  const corrections: Subset[] = [];
  const holdTogether = function* (subset: Subset): Search<Subset | undefined | "unknown"> {
    for (const conflict of conflicts) if ((subset & conflict) === conflict) return undefined;
    for (const correction of corrections) if ((subset & correction) === 0n) return full & ~correction;
    return yield* possible(subset);
  };
  for (;;) {
    if (conflicts.length + corrections.length >= most) return { conflicts, corrections, complete: false };
    if (
      (yield { phase: "why there is no deal", done: conflicts.length + corrections.length, refinable: false }) ===
      "finish"
    )
      return { conflicts, corrections, complete: false };
    const seed = unexplored(n, conflicts, corrections);
    if (seed === undefined) return { conflicts: ordered(conflicts), corrections: ordered(corrections), complete: true };
    const answer = yield* holdTogether(seed);
    if (answer === "unknown") return { conflicts, corrections, complete: false };
    if (answer !== undefined) {
      let holds: Subset = answer | seed;
      for (let e = 0n; e < BigInt(n); e++) {
        const bit = 1n << e;
        if ((holds & bit) !== 0n) continue;
        const more = yield* holdTogether(holds | bit);
        if (more === "unknown") return { conflicts, corrections, complete: false };
        if (more !== undefined) holds |= bit | more;
      }
      corrections.push(full & ~holds);
    } else {
      let conflict = seed;
      for (let e = 0n; e < BigInt(n); e++) {
        const bit = 1n << e;
        if ((conflict & bit) === 0n) continue;
        const without = yield* holdTogether(conflict & ~bit);
        if (without === "unknown") return { conflicts, corrections, complete: false };
        if (without === undefined) conflict &= ~bit;
      }
      conflicts.push(conflict);
    }
  }
}

/** A subset that contains no known conflict and meets every known correction, as large as is easy; undefined: none left. */
function unexplored(n: number, conflicts: readonly Subset[], corrections: readonly Subset[]): Subset | undefined {
  const search = (decided: Subset, chosen: Subset): Subset | undefined => {
    // a correction with no chosen element must keep an undecided one; a conflict with all but undecided chosen must lose one
    let state = { decided, chosen };
    for (let changed = true; changed; ) {
      changed = false;
      for (const correction of corrections) {
        if ((correction & state.chosen) !== 0n) continue;
        const open = correction & ~state.decided;
        if (open === 0n) return undefined;
        if ((open & (open - 1n)) === 0n) {
          state = { decided: state.decided | open, chosen: state.chosen | open };
          changed = true;
        }
      }
      for (const conflict of conflicts) {
        if ((conflict & state.decided & ~state.chosen) !== 0n) continue;
        const open = conflict & ~state.decided;
        if (open === 0n) return undefined;
        if ((open & (open - 1n)) === 0n) {
          state = { decided: state.decided | open, chosen: state.chosen };
          changed = true;
        }
      }
    }
    let bit = 1n;
    for (let e = 0; e < n; e++, bit <<= 1n) {
      if ((state.decided & bit) !== 0n) continue;
      return search(state.decided | bit, state.chosen | bit) ?? search(state.decided | bit, state.chosen);
    }
    return state.chosen;
  };
  return search(0n, 0n);
}

/** Smallest first, then by value. */
function ordered(subsets: readonly Subset[]): Subset[] {
  return [...subsets].sort((a, b) => size(a) - size(b) || (a < b ? -1 : 1));
}

export function size(subset: Subset): number {
  let count = 0;
  for (let rest = subset; rest > 0n; rest &= rest - 1n) count++;
  return count;
}
