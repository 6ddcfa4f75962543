import {
  type Choices,
  evaluate,
  type Issue,
  type IssueId,
  type OptionId,
  type PartyId,
  type PreferenceSheet,
  type Scenario,
  weightTotal,
} from "#model";
import { subtract, toNumber } from "#prelude";

/** What each chosen issue falls short of the party's best option there, in points; issues left open have no entry. */
export function shortfalls(
  sheet: PreferenceSheet,
  choices: Choices,
  on: Scenario["agenda"]["asOf"],
): Readonly<Record<IssueId, number>> {
  const { shortfallByIssue } = evaluate(chosenOnly(sheet, choices), choices, on);
  return Object.fromEntries(Object.entries(shortfallByIssue).map(([issue, points]) => [issue, toNumber(points)]));
}

/**
 * By option of the issue: how each party's utility changes when it is taken instead of what is chosen now. Empty while
 * the issue is open: there is nothing to compare with.
 */
export function optionChanges(
  { sheets, agenda }: Scenario,
  issue: Issue,
  choices: Choices,
): ReadonlyMap<OptionId, Readonly<Record<PartyId, number>>> {
  if (choices[issue.id] === undefined) return new Map();
  const known = sheets.map((sheet) => {
    const judged = chosenOnly(sheet, choices);
    return { judged, now: evaluate(judged, choices, agenda.asOf).utility };
  });
  return new Map(
    issue.options.map(({ id }) => {
      const taken = { ...choices, [issue.id]: id };
      const changes = known.map(({ judged, now }) => {
        return [judged.party, toNumber(subtract(evaluate(judged, taken, agenda.asOf).utility, now))] as const;
      });
      return [id, Object.fromEntries(changes)];
    }),
  );
}

/** The sheet as far as it speaks of what is chosen, every share as before. */
function chosenOnly(sheet: PreferenceSheet, choices: Choices): PreferenceSheet {
  const issues = Object.entries(sheet.issues).filter(([issue]) => choices[issue] !== undefined);
  if (issues.length === Object.keys(sheet.issues).length) return sheet;
  return { ...sheet, issues: Object.fromEntries(issues), total: toNumber(weightTotal(sheet)) };
}
