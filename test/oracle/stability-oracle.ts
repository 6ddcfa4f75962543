import type { Conflict, Preferences, StateCondition } from "#model";

/**
 * Stability of small conflicts from the definitions, word by word, with sets and lists; shares no code with the engine.
 * Every party's order must be known. States are places in `codes`.
 */
export type StabilityTable = {
  readonly codes: readonly number[];
  /** Per party, per state. */
  readonly moves: readonly (readonly (readonly number[])[])[];
  /** Whether a party likes the first state better than the second. */
  readonly prefers: (party: number, first: number, second: number) => boolean;
};

export type OracleConcept = "nash-stability" | "gmr" | "smr" | "seq" | "sseq";

export function stabilityTable(conflict: Conflict): StabilityTable {
  const codes: number[] = [];
  for (let code = 0; code < 2 ** conflict.levers.length; code++)
    if (!conflict.impossible.some((condition) => holds(condition, code))) codes.push(code);
  const moves = conflict.parties.map((_, party) =>
    codes.map((from) => codes.flatMap((to, place) => (isMove(conflict, party, from, to) ? [place] : []))),
  );
  const worth = conflict.preferences.map((preferences) => {
    if (!preferences) throw new Error("The oracle needs every party's order.");
    return codes.map((code) => worthOf(preferences, code));
  });
  return { codes, moves, prefers: (party, first, second) => worth[party]![first]! > worth[party]![second]! };
}

/** A coalition of one is a party. */
export function isStableByDefinition(
  table: StabilityTable,
  coalition: readonly number[],
  state: number,
  concept: OracleConcept,
): boolean {
  return unheldByDefinition(table, coalition, state, concept).length === 0;
}

/** The improvements of the coalition from a state that nothing holds, ascending. */
export function unheldByDefinition(
  table: StabilityTable,
  coalition: readonly number[],
  state: number,
  concept: OracleConcept,
): readonly number[] {
  const allGain = (end: number): boolean => coalition.every((party) => table.prefers(party, end, state));
  const others = table.moves.flatMap((_, party) => (coalition.includes(party) ? [] : [party]));
  const holds = (improvement: number): boolean => {
    if (concept === "nash-stability") return false;
    const ownGainOnly = concept === "seq" || concept === "sseq";
    return [...reachable(table, others, improvement, ownGainOnly).keys()].some((response) => {
      if (allGain(response)) return false;
      if (concept === "gmr" || concept === "seq") return true;
      return [...reachable(table, coalition, response, false).keys()].every((counter) => !allGain(counter));
    });
  };
  return [...reachable(table, coalition, state, false).keys()]
    .filter(allGain)
    .filter((improvement) => !holds(improvement))
    .sort((a, b) => a - b);
}

/**
 * The ends of all sequences of moves of the group, nobody twice in a row, each an improvement for its mover if asked;
 * with the least number of moves that leads there.
 */
export function reachable(
  table: StabilityTable,
  group: readonly number[],
  from: number,
  improvements: boolean,
): ReadonlyMap<number, number> {
  const ends = new Map<number, number>();
  const seen = new Set<string>();
  let sequences: { readonly at: number; readonly last: number | undefined }[] = [{ at: from, last: undefined }];
  for (let length = 1; sequences.length > 0; length++) {
    const longer: typeof sequences = [];
    for (const { at, last } of sequences)
      for (const party of group) {
        if (party === last) continue;
        for (const next of table.moves[party]![at]!) {
          if (improvements && !table.prefers(party, next, at)) continue;
          if (seen.has(`${next} by ${party}`)) continue; // what may follow depends on nothing else
          seen.add(`${next} by ${party}`);
          if (!ends.has(next)) ends.set(next, length);
          longer.push({ at: next, last: party });
        }
      }
    sequences = longer;
  }
  return ends;
}

function isMove(conflict: Conflict, party: number, from: number, to: number): boolean {
  if (from === to) return false;
  return conflict.levers.every((lever, place) => {
    const [before, after] = [taken(from, place), taken(to, place)];
    if (before === after) return true;
    if (lever.party !== party) return false;
    return lever.direction === "both" || (lever.direction === "forward") === after;
  });
}

function worthOf(preferences: Preferences, code: number): bigint {
  if (preferences.kind === "ranking")
    return -BigInt(preferences.classes.findIndex((members) => members.includes(code)));
  const count = preferences.statements.length;
  return preferences.statements.reduce(
    (sum, statement, index) => sum + (holds(statement, code) ? 2n ** BigInt(count - index - 1) : 0n),
    0n,
  );
}

function holds(condition: StateCondition, code: number): boolean {
  return condition.some((clause) => clause.every((part) => taken(code, part.lever) === part.taken));
}

function taken(code: number, lever: number): boolean {
  return Math.floor(code / 2 ** lever) % 2 === 1;
}
