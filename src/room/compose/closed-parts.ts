import { type BitSet, emptySet, has, isEmpty, isWithin, membersOf, setOf, without } from "./bit-set.ts";
import { eachClosedSet, greatestClosed, type Steps } from "./closed-sets.ts";

/** Agreed offers by number, from 0. */
export type ClosureProblem = {
  /** For each offer those that choose otherwise on an issue of its own. Symmetric, and nothing conflicts with itself. */
  readonly conflicts: readonly BitSet[];
  /** For each offer and each of its conditions the offers that meet it. */
  readonly needs: readonly (readonly BitSet[])[];
};

/**
 * The inclusion-maximal closed sets, in parts: offers that neither conflict nor meet a condition across parts. A maximal
 * closed set takes exactly one alternative of every part, and every such choice is one. Parts that cannot close are left out.
 */
export type ClosedParts = {
  readonly parts: readonly { readonly alternatives: readonly BitSet[]; readonly whole: boolean }[];
  /** Offers of the largest part whose search was stopped; 0 if all is exact. */
  readonly stoppedAt: number;
};

/**
 * Offers with a condition that no offer beside it can meet go first, until none is left; what is left falls into parts, and
 * each is searched by itself (`eachClosedSet`).
 */
export function closedParts({ conflicts, needs }: ClosureProblem, steps: Steps): ClosedParts {
  const size = conflicts.length;
  const needsBeside = needs.map((each, offer) => each.map((meeting) => without(meeting, conflicts[offer]!)));
  const alive = greatestClosed(needsBeside, setOf(size, conflicts.keys()), steps);
  const parts: { alternatives: readonly BitSet[]; whole: boolean }[] = [];
  let stoppedAt = 0;
  for (const part of partsOf(conflicts, needsBeside, alive)) {
    const { sets, whole } = maximalClosedIn(part, conflicts, needsBeside, steps);
    if (!whole) stoppedAt = Math.max(stoppedAt, membersOf(part).length);
    if (sets.length > 0) parts.push({ alternatives: sets, whole });
  }
  return { parts, stoppedAt };
}

function maximalClosedIn(
  part: BitSet,
  conflicts: readonly BitSet[],
  needs: ClosureProblem["needs"],
  steps: Steps,
): { readonly sets: readonly BitSet[]; readonly whole: boolean } {
  const found: { readonly set: BitSet; readonly surelyMaximal: boolean }[] = [];
  let whole = eachClosedSet(conflicts, needs, part, steps, (set, surelyMaximal) => {
    steps.left -= perSet;
    if (!isEmpty(set)) found.push({ set, surelyMaximal });
  });
  const sets = found.flatMap(({ set, surelyMaximal }) => {
    if (surelyMaximal) return [set];
    // once steps are out the rest is shown unsifted
    if (steps.left <= 0) whole = false;
    else steps.left -= found.length >>> 3;
    return whole && found.some((other) => other.set !== set && isWithin(set, other.set)) ? [] : [set];
  });
  return { sets: sets.sort(firstOfferFirst), whole };
}

/** What keeping one set counts for. */
const perSet = 8;

/** Connected by a conflict or by a condition, in the order of their first offers. */
function partsOf(conflicts: readonly BitSet[], needs: ClosureProblem["needs"], alive: BitSet): readonly BitSet[] {
  const joined = conflicts.map((against) => against.slice());
  needs.forEach((each, offer) => {
    for (const meeting of each) {
      for (const other of membersOf(meeting)) {
        joined[offer]![other >>> 5]! |= 1 << (other & 31);
        joined[other]![offer >>> 5]! |= 1 << (offer & 31);
      }
    }
  });
  const seen = emptySet(conflicts.length);
  return membersOf(alive).flatMap((first) => {
    if (has(seen, first)) return [];
    const part: number[] = [];
    const ahead = [first];
    while (ahead.length > 0) {
      const offer = ahead.pop()!;
      if (has(seen, offer)) continue;
      seen[offer >>> 5]! |= 1 << (offer & 31);
      part.push(offer);
      ahead.push(...membersOf(joined[offer]!).filter((other) => has(alive, other)));
    }
    return [setOf(conflicts.length, part)];
  });
}

/** A fixed order: the set that holds the first offer in which two differ goes first. */
function firstOfferFirst(a: BitSet, b: BitSet): number {
  for (let at = 0; at < a.length; at++) {
    const different = a[at]! ^ b[at]!;
    if (different !== 0) return (a[at]! & different & -different) !== 0 ? -1 : 1;
  }
  return 0;
}
