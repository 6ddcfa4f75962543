import type { StateCode, StateCondition } from "#model";

/** A test for whether a state meets any of the conjunctions; a conjunction that contradicts itself is met by none. */
export function meets(condition: StateCondition): (code: StateCode) => boolean {
  const clauses = condition.flatMap((clause) => {
    let [taken, left] = [0, 0];
    for (const { lever, taken: isTaken } of clause) {
      if (isTaken) taken |= 1 << lever;
      else left |= 1 << lever;
    }
    return (taken & left) === 0 ? [{ mask: taken | left, taken }] : [];
  });
  return (code) => clauses.some(({ mask, taken }) => (code & mask) === taken);
}
