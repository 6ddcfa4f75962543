import type { Agenda, Choices, IssueId, OptionId, Package } from "#model";

/** The names of an agenda's parts as plain text; what it does not know keeps its id. */
export type AgendaNames = {
  readonly issue: (issue: IssueId) => string;
  readonly option: (issue: IssueId, option: OptionId) => string;
};

export function agendaNames(agenda: Agenda): AgendaNames {
  const issues = new Map(
    agenda.issues.map(({ id, name, options }) => [
      id,
      { name, options: new Map(options.map((one) => [one.id, one.name])) },
    ]),
  );
  return {
    issue: (issue) => issues.get(issue)?.name ?? issue,
    option: (issue, option) => issues.get(issue)?.options.get(option) ?? option,
  };
}

/** A settlement by the named package it is nearest to, and the issues it settles otherwise; without one, all of them. */
export type SettlementName = { readonly base?: Package; readonly others: readonly (readonly [IssueId, OptionId])[] };

/** More differences than this, and a package's name says too little about the settlement. */
const mostDifferences = 6;

export function settlementName(packages: readonly Package[], settlement: Choices): SettlementName {
  const entries = Object.entries(settlement);
  let best: SettlementName = { others: entries };
  for (const base of packages) {
    const others = entries.filter(([issue, option]) => base.choices[issue] !== option);
    if (others.length <= mostDifferences && others.length < best.others.length) best = { base, others };
  }
  return best;
}
