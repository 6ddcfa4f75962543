import type { Agenda, Issue, Option, PreferenceSheet } from "#model";

export type IssueWorth = {
  readonly issue: Issue;
  /** The most that the issue can be worth, in points of the sheet's scale. */
  readonly share: number;
  /** The best first. */
  readonly options: readonly { readonly option: Option; readonly worth: number }[];
};

/**
 * What each option is worth to the party in points that add up to a settlement's value, linkages aside: its weight's share of
 * the scale times its value's share. Middle judgements; a range is for analysts, not for a role on paper.
 */
export function optionWorths(agenda: Agenda, sheet: PreferenceSheet): readonly IssueWorth[] {
  const total = sheet.total ?? Object.values(sheet.issues).reduce((sum, { weight }) => sum + weight.mid, 0);
  return agenda.issues.flatMap((issue): IssueWorth[] => {
    const own = sheet.issues[issue.id];
    if (!own || total === 0) return [];
    const share = (own.weight.mid / total) * sheet.scale;
    const options = issue.options.map((option) => {
      return { option, worth: ((own.values[option.id]?.mid ?? 0) / own.of) * share };
    });
    return [{ issue, share, options: options.toSorted((a, b) => b.worth - a.worth) }];
  });
}
