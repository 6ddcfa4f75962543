import {
  add,
  type BitSet,
  emptySet,
  isWithin,
  meets,
  membersOf,
  remove,
  sharedCount,
  union,
  without,
} from "./bit-set.ts";

/** What is left of a budget; shared by everything that counts on it. */
export type Steps = { left: number };

/**
 * Closed subsets of `among`, every inclusion-maximal one and hardly any other, each once: on the offer with the most conflicts
 * the search takes it, then leaves it out. After each choice offers go whose condition nothing left can meet, and a branch
 * ends as soon as one that was taken goes, or one that was left out could stand in every set below. A closed set larger than
 * one found holds an offer that was left out; so what conflicts with all of those is maximal for sure.
 * Exponential in the offers that conflict; one step is one look at an offer, O(conditions x offers / 32).
 * @param needs  for each offer and condition those that meet it and do not conflict with the offer.
 * @returns whether it came to its end: when no step is left it stops, but never before the first set.
 */
export function eachClosedSet(
  conflicts: readonly BitSet[],
  needs: readonly (readonly BitSet[])[],
  among: BitSet,
  steps: Steps,
  found: (set: BitSet, surelyMaximal: boolean) => void,
): boolean {
  let any = false;
  const search = (taken: BitSet, candidates: BitSet, left: BitSet): boolean => {
    if (any && steps.left <= 0) return false;
    const standing = greatestClosed(needs, union(taken, candidates), steps);
    if (!isWithin(taken, standing) || couldJoin(left, standing, taken)) return true;
    const open = without(standing, taken);
    const next = mostContested(open);
    if (next === undefined) {
      any = true;
      found(
        standing,
        membersOf(left).every((offer) => meets(conflicts[offer]!, standing)),
      );
      return true;
    }
    remove(open, next);
    const one = taken.slice();
    add(one, next);
    if (!search(one, without(open, conflicts[next]!), left)) return false;
    const more = left.slice();
    add(more, next);
    return search(taken, open, more);
  };
  /** Nothing that may still stand beside it conflicts with it, and what is taken meets its conditions. */
  const couldJoin = (left: BitSet, standing: BitSet, taken: BitSet): boolean =>
    membersOf(left).some((offer) => {
      steps.left--;
      return !meets(conflicts[offer]!, standing) && needs[offer]!.every((meeting) => meets(meeting, taken));
    });
  const mostContested = (open: BitSet): number | undefined => {
    let most = 0;
    let contested: number | undefined;
    for (const offer of membersOf(open)) {
      steps.left--;
      const against = sharedCount(conflicts[offer]!, open);
      if (against > most) [most, contested] = [against, offer];
    }
    return contested;
  };
  return search(emptySet(conflicts.length), among, emptySet(conflicts.length));
}

/** What is left when offers with an unmet condition leave until none has one. */
export function greatestClosed(needs: readonly (readonly BitSet[])[], start: BitSet, steps: Steps): BitSet {
  const left = start.slice();
  for (let changed = true; changed; ) {
    changed = false;
    for (const offer of membersOf(left)) {
      steps.left--;
      if (needs[offer]!.every((meeting) => meets(meeting, left))) continue;
      remove(left, offer);
      changed = true;
    }
  }
  return left;
}
