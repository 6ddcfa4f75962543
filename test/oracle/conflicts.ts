/** Sets of constraints are bits of a number; a settlement is the set of constraints it meets. */

/** All inclusion-minimal sets of constraints that no settlement meets together, by trying every set. */
export function minimalConflicts(met: readonly number[], constraints: number): readonly number[] {
  const possible = possibleSets(met, constraints);
  return everySet(constraints).filter((set) => !possible[set] && bitsIn(set).every((bit) => possible[set & ~bit]));
}

/** All inclusion-minimal sets of constraints without which some settlement meets the rest. */
export function minimalRemovals(met: readonly number[], constraints: number): readonly number[] {
  const possible = possibleSets(met, constraints);
  const all = 2 ** constraints - 1;
  return everySet(constraints).filter(
    (set) => possible[all & ~set] && bitsIn(set).every((bit) => !possible[(all & ~set) | bit]),
  );
}

export function bitsIn(set: number): readonly number[] {
  const bits: number[] = [];
  for (let bit = 1; bit <= set; bit <<= 1) if (set & bit) bits.push(bit);
  return bits;
}

function possibleSets(met: readonly number[], constraints: number): readonly boolean[] {
  const distinct = [...new Set(met)];
  return everySet(constraints).map((set) => distinct.some((one) => (one & set) === set));
}

function everySet(constraints: number): readonly number[] {
  if (constraints > 18) throw new Error("Too many constraints to try every set of them.");
  return Array.from({ length: 2 ** constraints }, (_, set) => set);
}
