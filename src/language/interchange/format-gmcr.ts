import type { Conflict, Preferences, StateCode, StateCondition } from "#model";
import { meetsCondition, possibleStates } from "../conflict/possible-states.ts";
import type { GmcrOrder } from "./gmcr-notes.ts";

/**
 * The conflict as a save file of gmcr-py. What that format has no place for stands under the key `entente`, so that
 * `parseGmcr` reads an equal conflict back; gmcr-py passes it over. There, one switch decides for all parties whether
 * rankings or statements count: with a ranking among them, everyone's order is written as one.
 * A party whose order is not known, or that is indifferent, is indifferent in gmcr-py.
 * @throws RangeError when a ranking is needed and there are more than 65,536 possible states.
 */
export function formatGmcr(conflict: Conflict): string {
  const { parties, levers, preferences } = conflict;
  const byHand = preferences.some((each) => each?.kind === "ranking");
  const states = byHand ? possibleStates(levers.length, conflict.impossible) : [];
  if (!states) throw new RangeError("Too many possible states for a ranking.");
  const groups = conflict.coalitions.filter((group) => group.length > 1);
  const grouped = new Set(groups.flat());
  const alone = parties.map((_, party) => party).filter((party) => !grouped.has(party));
  const document = {
    program: "entente",
    options: levers.map(({ name, direction }) => ({ name, permittedDirection: words[direction] })),
    decisionMakers: parties.map(({ name }, party) => ({
      name,
      options: levers.flatMap((lever, index) => (lever.party === party ? [index] : [])),
      preferences: statementsOf(preferences[party]).map(conditionJson),
      ...(byHand ? { preferenceRanking: rankingJson(preferences[party], states) } : {}),
    })),
    infeasibles: conflict.impossible.map(conditionJson),
    useManualPreferenceRanking: byHand,
    coalitions: [...groups, ...alone],
    entente: {
      title: conflict.title,
      parties: parties.map(({ id }) => id),
      levers: levers.map(({ id }) => id),
      orders: preferences.map(orderOf),
      ...(conflict.today === undefined ? {} : { today: conflict.today }),
    },
  };
  return `${JSON.stringify(document, null, 1)}\n`;
}

const words = { both: "both", forward: "fwd", back: "back" } as const;

function orderOf(preferences: Preferences | undefined): GmcrOrder {
  if (!preferences) return "unknown";
  if (preferences.kind === "ranking") return "ranking";
  return preferences.statements.length === 0 ? "indifferent" : "statements";
}

function statementsOf(preferences: Preferences | undefined): readonly StateCondition[] {
  return preferences?.kind === "statements" ? preferences.statements : [];
}

function conditionJson(condition: StateCondition): unknown {
  const clauses = condition.map((clause) => clause.map(({ lever, taken }) => [lever, taken ? "Y" : "N"]));
  return clauses.length === 1 ? clauses[0] : { compound: true, members: clauses };
}

function rankingJson(preferences: Preferences | undefined, states: readonly StateCode[]): unknown {
  const numberOf = new Map(states.map((code, index) => [code, index + 1]));
  const classes = preferences?.kind === "ranking" ? preferences.classes : rankedBy(statementsOf(preferences), states);
  // a code that is no possible state cannot be in a conflict's ranking
  const numbers = classes.map((members) => members.map((code) => numberOf.get(code)!));
  return numbers.map((members) => (members.length === 1 ? members[0] : members));
}

/** The classes of equally good states, best first: split statement after statement, what meets it before what does not. */
function rankedBy(
  statements: readonly StateCondition[],
  states: readonly StateCode[],
): readonly (readonly StateCode[])[] {
  return statements.reduce<readonly (readonly StateCode[])[]>(
    (classes, statement) =>
      classes
        .flatMap((members) => [
          members.filter((code) => meetsCondition(code, statement)),
          members.filter((code) => !meetsCondition(code, statement)),
        ])
        .filter((members) => members.length > 0),
    [states],
  );
}
