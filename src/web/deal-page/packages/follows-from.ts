import {
  breaks,
  type Choices,
  type Condition,
  holds,
  type IssueId,
  localValue,
  type PreferenceSheet,
  type Rule,
  type RuleId,
  type Scenario,
} from "#model";
import { compare } from "#prelude";
import type { ComparedRow } from "./comparison.ts";

/** Other changes that a row's change follows from: of its value by a linkage, or of its option by a rule. */
export type Follows = { readonly issues: readonly IssueId[] } & (
  | { readonly kind: "linked" }
  /** Its own option changes too; only a part of its points comes by the linkage. */
  | { readonly kind: "partly-linked" }
  /** Without its change the second package would break the rule. */
  | { readonly kind: "rule"; readonly rule: RuleId }
);

/** What the row's change follows from when the first package becomes the second; undefined when it stands by itself. */
export function followsFrom(scenario: Scenario, from: Choices, to: Choices, row: ComparedRow): Follows | undefined {
  const { agenda, sheets } = scenario;
  const changes = (issue: IssueId): boolean =>
    from[issue] !== undefined && to[issue] !== undefined && from[issue] !== to[issue];
  const some = <F extends Follows>(follows: F): F | undefined => (follows.issues.length > 0 ? follows : undefined);
  if (row.kind === "cap") return undefined;
  if (row.kind === "linkage") {
    const linkage = sheets
      .find(({ party }) => party === row.party)
      ?.linkages.find((one) => one.kind === "combination" && one.id === row.linkage);
    return linkage?.kind === "combination"
      ? some({ kind: "linked", issues: unique(issuesOf(linkage.when).filter(changes)) })
      : undefined;
  }
  const { issue } = row;
  const rule = changes(issue)
    ? agenda.rules.find(
        (one) =>
          settled(one, from, to) &&
          !breaks(one, to) &&
          breaks(one, { ...to, [issue]: from[issue]! }) &&
          issuesOfRule(one).some((other) => other !== issue && changes(other)),
      )
    : undefined;
  if (rule)
    return {
      kind: "rule",
      rule: rule.id,
      issues: unique(issuesOfRule(rule).filter((other) => other !== issue && changes(other))),
    };
  const givens = unique(
    sheets.flatMap((sheet) =>
      givensOf(sheet, issue).filter((given) => changes(given) && !sameValue(sheet, issue, to, given, from)),
    ),
  );
  return some({ kind: changes(issue) ? "partly-linked" : "linked", issues: givens });
}

/** Issues that the change leaves as they are and whose worth to some party it changes all the same, by a linkage. */
export function linkedIssues({ agenda, sheets }: Scenario, before: Choices, set: Choices): readonly IssueId[] {
  const after = { ...before, ...set };
  const kept = (issue: IssueId): boolean => set[issue] === undefined && before[issue] !== undefined;
  const touched = sheets.flatMap((sheet) =>
    sheet.linkages.flatMap((linkage): readonly IssueId[] => {
      if (linkage.kind === "combination")
        return holds(linkage.when, before) === holds(linkage.when, after) ? [] : issuesOf(linkage.when).filter(kept);
      const { issue } = linkage;
      return kept(issue) && compare(localValue(sheet, issue, before), localValue(sheet, issue, after)) !== 0
        ? [issue]
        : [];
    }),
  );
  return agenda.issues.map(({ id }) => id).filter((id) => touched.includes(id));
}

/** Whether the issue's option is worth the same when the issue it depends on is as it was. */
function sameValue(sheet: PreferenceSheet, issue: IssueId, to: Choices, given: IssueId, from: Choices): boolean {
  const back = { ...to, [given]: from[given]! }; // both sides settle what they are compared on
  return compare(localValue(sheet, issue, to), localValue(sheet, issue, back)) === 0;
}

function givensOf(sheet: PreferenceSheet, issue: IssueId): readonly IssueId[] {
  return sheet.linkages.flatMap((one) => (one.kind === "table" && one.issue === issue ? [one.given] : []));
}

function issuesOfRule(rule: Rule): readonly IssueId[] {
  return unique(issuesOf(rule.kind === "forbid" ? rule.when : [...rule.when, ...rule.then]));
}

function settled(rule: Rule, from: Choices, to: Choices): boolean {
  return issuesOfRule(rule).every((issue) => from[issue] !== undefined && to[issue] !== undefined);
}

function issuesOf(condition: Condition): readonly IssueId[] {
  return condition.map(({ issue }) => issue);
}

function unique(issues: readonly IssueId[]): readonly IssueId[] {
  return [...new Set(issues)];
}
