import { add, type BitSet, emptySet, intersection, isEmpty, membersOf, remove, sharedCount, union } from "./bit-set.ts";

/** What is left of a budget; shared by everything that counts on it. */
export type Steps = { left: number };

/**
 * Every inclusion-maximal subset of `among` in which no two conflict, each once: Bron and Kerbosch with Tomita's pivot,
 * on the graph that joins what does not conflict. At most 3^(n/3) sets; a node costs O(candidates x words) steps.
 * @param compatible  for each member those that it can stand beside, itself not among them.
 * @returns whether it came to its end: when no step is left it stops, but never before the first set.
 * Source: Bron and Kerbosch 1973, CACM 16(9), algorithm 457; Tomita, Tanaka and Takahashi 2006, TCS 363(1).
 */
export function eachMaximalCompatibleSet(
  compatible: readonly BitSet[],
  among: BitSet,
  steps: Steps,
  found: (set: BitSet) => void,
): boolean {
  let any = false;
  const extend = (taken: BitSet, candidates: BitSet, done: BitSet): boolean => {
    if (isEmpty(candidates)) {
      if (!isEmpty(done)) return true;
      any = true;
      found(taken);
      return true;
    }
    for (const next of branches(compatible, candidates, done, steps)) {
      if (any && steps.left <= 0) return false;
      const one = taken.slice();
      add(one, next);
      const beside = compatible[next]!;
      if (!extend(one, intersection(candidates, beside), intersection(done, beside))) return false;
      remove(candidates, next);
      add(done, next);
    }
    return true;
  };
  const none = emptySet(compatible.length);
  return extend(none, among.slice(), none.slice());
}

/** The candidates that some maximal set needs, if the pivot is not in it: those that the pivot cannot stand beside. */
function branches(compatible: readonly BitSet[], candidates: BitSet, done: BitSet, steps: Steps): readonly number[] {
  let most = -1;
  let pivot = -1;
  for (const member of membersOf(union(candidates, done))) {
    const shared = sharedCount(candidates, compatible[member]!);
    if (shared > most) [most, pivot] = [shared, member];
    steps.left--;
  }
  const beside = compatible[pivot]!;
  return membersOf(candidates.map((word, at) => word & ~beside[at]!));
}
