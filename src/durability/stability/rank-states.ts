import type { Preferences, StateCode, StateCondition } from "#model";
import { meets } from "./lever-condition.ts";

/**
 * The rank of each state by one party's preferences: 0 is worst, without gaps, equal is a tie.
 * Statement j of m weighs 2^(m-j), more than all after it together, so the order of the sums is the order word by word
 * of a dictionary; it is found by splitting classes statement after statement, without the sums, for any m.
 * Time O(states x statements).
 * @throws RangeError when a ranking leaves out a state or names one twice.
 */
export function rankStates(codes: Uint32Array, preferences: Preferences): Int32Array {
  return preferences.kind === "statements"
    ? byStatements(codes, preferences.statements)
    : byRanking(codes, preferences.classes);
}

function byStatements(codes: Uint32Array, statements: readonly StateCondition[]): Int32Array {
  const ranks = new Int32Array(codes.length);
  for (const statement of statements) {
    const met = meets(statement);
    for (let state = 0; state < codes.length; state++) ranks[state] = 2 * ranks[state]! + (met(codes[state]!) ? 1 : 0);
    closeGaps(ranks);
  }
  return ranks;
}

function byRanking(codes: Uint32Array, classes: readonly (readonly StateCode[])[]): Int32Array {
  const rankOf = new Map<StateCode, number>();
  for (const [place, members] of classes.entries())
    for (const code of members) {
      if (rankOf.has(code)) throw new RangeError(`A ranking names the state ${code} twice.`);
      rankOf.set(code, classes.length - 1 - place);
    }
  const ranks = Int32Array.from(codes, (code) => {
    const rank = rankOf.get(code);
    if (rank === undefined) throw new RangeError(`A ranking leaves out the state ${code}.`);
    return rank;
  });
  closeGaps(ranks);
  return ranks;
}

/** Ranks below 2 x states become 0, 1, 2, ... in the same order. */
function closeGaps(ranks: Int32Array): void {
  let most = 0;
  for (const rank of ranks) if (rank > most) most = rank;
  const place = new Int32Array(most + 1);
  for (const rank of ranks) place[rank] = 1;
  let next = 0;
  for (let rank = 0; rank < place.length; rank++) if (place[rank] === 1) place[rank] = next++;
  for (let state = 0; state < ranks.length; state++) ranks[state] = place[ranks[state]!]!;
}
