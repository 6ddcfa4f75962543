import type { StateCode, StateCondition } from "#model";

/** States that a ranking may be asked to name; and tries before a search for them is given up. */
export const mostRankedStates = 1 << 16;
const mostSteps = 4_000_000;

/**
 * The codes of the possible states, ascending: those that meet none of the conditions. undefined: more than `most`, or
 * not found within a bounded number of steps.
 * Levers are settled one after another from the highest, so that a condition that is met ends a whole branch.
 */
export function possibleStates(
  levers: number,
  impossible: readonly StateCondition[],
  most = mostRankedStates,
): readonly StateCode[] | undefined {
  const found: StateCode[] = [];
  const steps = { left: mostSteps };
  return settle(levers, 0, impossible.flat().flatMap(clauseOf), { found, most, steps }) ? found : undefined;
}

type Clause = { readonly taken: number; readonly left: number };

function clauseOf(clause: StateCondition[number]): readonly Clause[] {
  let [taken, left] = [0, 0];
  for (const { lever, taken: isTaken } of clause) {
    if (isTaken) taken |= 1 << lever;
    else left |= 1 << lever;
  }
  return (taken & left) === 0 ? [{ taken, left }] : []; // what contradicts itself excludes nothing
}

type Found = { readonly found: StateCode[]; readonly most: number; readonly steps: { left: number } };

/** False when there are too many. `clauses` are those that the levers settled so far have not ruled out. */
function settle(open: number, code: StateCode, clauses: readonly Clause[], into: Found): boolean {
  into.steps.left -= 1 + clauses.length;
  if (into.steps.left < 0) return false;
  const unsettled = 2 ** open - 1;
  // nothing of the clause is left to settle: it is met, and no state below this branch is possible
  if (clauses.some(({ taken, left }) => ((taken | left) & unsettled) === 0)) return true;
  if (open === 0) return into.found.push(code) <= into.most;
  const lever = 1 << (open - 1);
  return (
    settle(
      open - 1,
      code,
      clauses.filter(({ taken }) => (taken & lever) === 0),
      into,
    ) &&
    settle(
      open - 1,
      code | lever,
      clauses.filter(({ left }) => (left & lever) === 0),
      into,
    )
  );
}

/** Whether the state meets any of the conditions. */
export function isImpossible(code: StateCode, impossible: readonly StateCondition[]): boolean {
  return impossible.some((condition) => meetsCondition(code, condition));
}

export function meetsCondition(code: StateCode, condition: StateCondition): boolean {
  return condition.some((clause) => clause.every(({ lever, taken }) => ((code >> lever) & 1) === (taken ? 1 : 0)));
}

/** Tells statements of the same meaning clause by clause, whatever the order they are written in. */
export function conditionKey(condition: StateCondition): string {
  return [...new Set(condition.map(clauseKey))].sort().join(" ");
}

function clauseKey(clause: StateCondition[number]): string {
  const literals = clause.map(({ lever, taken }) => `${lever}${taken ? "Y" : "N"}`);
  return [...new Set(literals)].sort().join(",");
}
