import type {
  Aftermath,
  Agenda,
  Choices,
  Condition,
  Conflict,
  IssueId,
  Lever,
  LeverCondition,
  Obligation,
  Preferences,
  StateCondition,
} from "#model";
import type { AftermathLever, AftermathUnknown } from "./aftermath-report.ts";

/** The conflict that a settlement leaves behind, and what each of its levers is. */
export type GeneratedConflict = {
  readonly kind: "conflict";
  readonly conflict: Conflict;
  /** In the order of the conflict's levers. */
  readonly levers: readonly AftermathLever[];
  /** Levers of the file that these choices do not give. */
  readonly withheld: readonly AftermathLever[];
  /** Parties of the conflict whose order is not known, by index, and why. */
  readonly unordered: readonly { readonly party: number; readonly reason: string }[];
};

/**
 * The graph model in option form that a settlement's obligations generate: a lever for each breach and each response
 * whose conditions these choices meet, forward only if it is irreversible; parties in the order of the agenda, those
 * that hold a lever or have statements; levers of a party in the order of the file. A lever that is not given counts as
 * not taken in statements and in what is impossible. Full compliance, no lever taken, is state 0 and today.
 * Unknown when an open issue decides whether a lever is there, or when full compliance is ruled out. A party has no
 * known order when none of its statements applies, or an open issue decides whether one does.
 */
export function conflictOf(
  aftermath: Aftermath,
  agenda: Agenda,
  choices: Choices,
): GeneratedConflict | AftermathUnknown {
  const found = leversOf(aftermath.obligations, agenda, choices);
  if (found.openIssues.length > 0)
    return {
      kind: "unknown",
      reason: `Whether some lever is there depends on an open issue: ${found.openIssues.join(", ")}.`,
      openIssues: found.openIssues,
    };
  const parties = agenda.parties
    .filter(({ id }) => found.given.some(({ party }) => party === id) || (aftermath.statements[id] ?? []).length > 0)
    .map(({ id, name }) => ({ id, name }));
  const levers = parties.flatMap(({ id }) => found.given.filter(({ party }) => party === id));
  const indexOf = new Map(levers.map(({ id }, index) => [id, index]));
  const impossible = aftermath.impossible.map((condition) => simplified(condition, indexOf));
  if (impossible.flat().some((clause) => clause.every(({ taken }) => !taken)))
    return { kind: "unknown", reason: "What is called impossible rules out full compliance.", openIssues: [] };
  const orders = parties.map(({ id }) => orderOf(aftermath, id, agenda, choices, indexOf));
  return {
    kind: "conflict",
    conflict: {
      title: agenda.title,
      parties,
      levers: levers.map(({ id, name, party, irreversible }) => ({
        id,
        name,
        party: parties.findIndex((each) => each.id === party),
        direction: irreversible ? "forward" : "both",
      })),
      impossible: impossible.filter((condition) => condition.length > 0),
      preferences: orders.map((order) => (typeof order === "string" ? undefined : order)),
      coalitions: [],
      today: 0,
    },
    levers,
    withheld: found.withheld,
    unordered: orders.flatMap((order, party) => (typeof order === "string" ? [{ party, reason: order }] : [])),
  };
}

type FoundLevers = {
  readonly given: readonly AftermathLever[];
  readonly withheld: readonly AftermathLever[];
  readonly openIssues: readonly IssueId[];
};

function leversOf(obligations: readonly Obligation[], agenda: Agenda, choices: Choices): FoundLevers {
  const given = new Map<string, AftermathLever>();
  const withheld = new Map<string, AftermathLever>();
  const undecided = new Map<string, readonly IssueId[]>();
  for (const obligation of obligations)
    for (const lever of [obligation.breach, ...obligation.responses]) {
      const described = describe(lever, obligation);
      const decided = decide([...obligation.when, ...lever.when], agenda, choices);
      // one lever may answer several breaches: it is there as soon as one of them gives it
      if (decided === "met") given.set(lever.id, given.get(lever.id) ?? described);
      else if (decided === "not met") withheld.set(lever.id, withheld.get(lever.id) ?? described);
      else undecided.set(lever.id, [...(undecided.get(lever.id) ?? []), ...decided]);
    }
  const open = [...undecided].flatMap(([id, issues]) => (given.has(id) ? [] : issues));
  return {
    given: [...given.values()],
    withheld: [...withheld.values()].filter(({ id }) => !given.has(id)),
    openIssues: agenda.issues.map(({ id }) => id).filter((id) => open.includes(id)),
  };
}

function describe({ id, name, party, kind, irreversible }: Lever, obligation: Obligation): AftermathLever {
  return {
    id,
    name,
    party,
    kind,
    irreversible,
    obligation: { id: obligation.id, name: obligation.name },
    role: id === obligation.breach.id ? "breach" : "response",
  };
}

/** Whether a condition is met however the open issues are settled; if that is open, the issues that decide it. */
function decide(condition: Condition, agenda: Agenda, choices: Choices): "met" | "not met" | readonly IssueId[] {
  const open: IssueId[] = [];
  for (const { issue, options } of condition) {
    const chosen = choices[issue];
    if (chosen !== undefined) {
      if (!options.includes(chosen)) return "not met";
      continue;
    }
    const all = agenda.issues.find(({ id }) => id === issue)?.options ?? [];
    if (!all.every(({ id }) => options.includes(id))) open.push(issue);
  }
  return open.length === 0 ? "met" : open;
}

/** The order, or why it is not known. */
function orderOf(
  aftermath: Aftermath,
  party: string,
  agenda: Agenda,
  choices: Choices,
  indexOf: ReadonlyMap<string, number>,
): Preferences | string {
  const written = aftermath.statements[party] ?? [];
  if (written.length === 0) return "Nobody has stated what it prefers.";
  const applying: StateCondition[] = [];
  const open = new Set<IssueId>();
  for (const { that, when } of written) {
    const decided = decide(when, agenda, choices);
    if (decided === "not met") continue;
    const condition = simplified(that, indexOf);
    if (decided === "met") applying.push(condition);
    else if (!saysNothing(condition)) for (const issue of decided) open.add(issue);
  }
  if (open.size > 0) return `What it prefers depends on an open issue: ${[...open].join(", ")}.`;
  if (applying.length === 0) return "None of its statements applies to this settlement.";
  const telling = applying.filter((condition) => !saysNothing(condition));
  if (telling.length === 0) return "All that is stated of it concerns levers that this settlement does not give.";
  return { kind: "statements", statements: withoutRepeats(telling) };
}

/** What a more important statement says already, a later one cannot add: levers that are not given make some alike. */
function withoutRepeats(conditions: readonly StateCondition[]): readonly StateCondition[] {
  const said = new Set<string>();
  return conditions.filter((condition) => {
    const words = JSON.stringify(condition);
    if (said.has(words)) return false;
    said.add(words);
    return true;
  });
}

/** Met by no state, or by every one: such a statement tells no two states apart. */
function saysNothing(condition: StateCondition): boolean {
  return condition.length === 0 || condition.some((clause) => clause.length === 0);
}

/** In terms of the levers that are there: a clause that needs another taken can never hold, and "not taken" is true of it. */
function simplified(condition: LeverCondition, indexOf: ReadonlyMap<string, number>): StateCondition {
  return condition.flatMap((clause) => {
    const literals = Object.entries(clause).map(([id, taken]) => ({ lever: indexOf.get(id), taken }));
    if (literals.some(({ lever, taken }) => lever === undefined && taken)) return [];
    return [literals.flatMap(({ lever, taken }) => (lever === undefined ? [] : [{ lever, taken }]))];
  });
}
