import type { Choices, IssueId, OptionId, PartyId, PreferenceSheet, Scenario } from "#model";
import { evaluate, weightTotal } from "#model";
import { add, type Day, type Rational, rational, subtract, toNumber } from "#prelude";

/** What changes from one package to another. The rows of each party add up to its total exactly. */
export type Comparison = {
  readonly parties: readonly PartyId[];
  readonly rows: readonly ComparedRow[];
  /** From the first to the second, over the compared issues. */
  readonly total: Changes;
  /** Issues left open in either: neither compared nor counted. */
  readonly open: readonly IssueId[];
};

export type ComparedRow = { readonly change: Changes } & (
  | { readonly kind: "issue"; readonly issue: IssueId; readonly from: OptionId; readonly to: OptionId }
  /** A combination whose points one of the two has and the other has not. */
  | { readonly kind: "linkage"; readonly party: PartyId; readonly linkage: string; readonly gained: boolean }
  /** What a sheet's cap takes away: value beyond it counts as the cap. */
  | { readonly kind: "cap" }
);

/** By party with a sheet, exact: what it gains (positive) or gives up. */
export type Changes = Readonly<Record<PartyId, Rational>>;

const zero = rational(0n, 1n);

/** Issue by issue in the agenda's order, then linkages, then caps; every issue, whether it differs or not. */
export function comparison(scenario: Scenario, from: Choices, to: Choices): Comparison {
  const { agenda, sheets } = scenario;
  const both = agenda.issues.filter(({ id }) => from[id] !== undefined && to[id] !== undefined);
  const open = agenda.issues.filter((issue) => !both.includes(issue)).map(({ id }) => id);
  const ids = both.map(({ id }) => id);
  const sides = sheets.map((sheet) => {
    const limited = open.length === 0 ? sheet : onIssues(sheet, ids);
    const at = (choices: Choices) => worth(limited, only(choices, ids), agenda.asOf);
    return { party: sheet.party, from: at(from), to: at(to) };
  });
  const changes = (of: (side: (typeof sides)[number]) => Rational): Changes =>
    Object.fromEntries(sides.map((side) => [side.party, of(side)]));
  const issueRows = both.map(
    ({ id }): ComparedRow => ({
      kind: "issue",
      issue: id,
      from: from[id]!,
      to: to[id]!,
      change: changes((side) => subtract(side.to.byIssue[id] ?? zero, side.from.byIssue[id] ?? zero)),
    }),
  );
  const linkageRows = sides.flatMap((side) => {
    const rows = (list: readonly { id: string; points: Rational }[], other: typeof list, gained: boolean) =>
      list
        .filter(({ id }) => !other.some((one) => one.id === id))
        .map(
          ({ id, points }): ComparedRow => ({
            kind: "linkage",
            party: side.party,
            linkage: id,
            gained,
            change: changes((one) => (one !== side ? zero : gained ? points : subtract(zero, points))),
          }),
        );
    return [...rows(side.from.linkages, side.to.linkages, false), ...rows(side.to.linkages, side.from.linkages, true)];
  });
  const cap = changes((side) => subtract(side.to.capped, side.from.capped));
  return {
    parties: sides.map(({ party }) => party),
    rows: [
      ...issueRows,
      ...linkageRows,
      ...(Object.values(cap).some(({ num }) => num !== 0n) ? [{ kind: "cap", change: cap } as const] : []),
    ],
    total: changes((side) => subtract(side.to.utility, side.from.utility)),
    open,
  };
}

/** Whether the row says that anything differs. */
export function differs(row: ComparedRow): boolean {
  return (row.kind === "issue" && row.from !== row.to) || Object.values(row.change).some(({ num }) => num !== 0n);
}

/** How much the row moves all parties together, in shares of each one's scale: for an order, not for a sum to be read. */
export function movement(row: ComparedRow, scale: (party: PartyId) => number): number {
  return Object.entries(row.change).reduce(
    (sum, [party, change]) => sum + Math.abs(toNumber(change)) / scale(party),
    0,
  );
}

function worth(sheet: PreferenceSheet, choices: Choices, on: Day) {
  const { byIssue, linkages, utility } = evaluate(sheet, choices, on);
  const uncapped = [...Object.values(byIssue), ...linkages.map(({ points }) => points)].reduce(add, zero);
  return { byIssue, linkages, utility, capped: subtract(utility, uncapped) };
}

/** The sheet on these issues alone, each with the weight it has among all. */
function onIssues(sheet: PreferenceSheet, ids: readonly IssueId[]): PreferenceSheet {
  const issues = Object.fromEntries(Object.entries(sheet.issues).filter(([id]) => ids.includes(id)));
  // weights are decimals, and so is their sum: the nearest double reads back as the same decimal
  return { ...sheet, issues, total: toNumber(weightTotal(sheet)), linkages: sheet.linkages.filter(closed(ids)) };
}

/** A linkage that asks for an open issue says nothing yet, also where a condition is met by leaving it out. */
function closed(ids: readonly IssueId[]) {
  return (linkage: PreferenceSheet["linkages"][number]): boolean =>
    linkage.kind === "combination"
      ? linkage.when.every(({ issue }) => ids.includes(issue))
      : ids.includes(linkage.issue) && ids.includes(linkage.given);
}

function only(choices: Choices, ids: readonly IssueId[]): Choices {
  return Object.fromEntries(ids.map((id) => [id, choices[id]!]));
}
