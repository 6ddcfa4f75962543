import type { RulesInForce } from "#analysis";
import {
  type Choices,
  type Condition,
  certainlyBreaks,
  holds,
  type Issue,
  type OptionId,
  type PartyId,
  type RedLine,
  type Rule,
} from "#model";

/** A rule or an enforced red line that an option would break, given what else is chosen. */
export type Hindrance =
  | { readonly kind: "rule"; readonly rule: Rule }
  | { readonly kind: "line"; readonly party: PartyId; readonly line: RedLine };

/**
 * By option of the issue: what it would break that is not broken without it. An option is never hidden for that: the
 * reader may be about to change the rest.
 */
export function hindrances(
  issue: Issue,
  choices: Choices,
  inForce: RulesInForce,
): ReadonlyMap<OptionId, readonly Hindrance[]> {
  const { [issue.id]: _, ...others } = choices;
  const rules = inForce.rules.filter((rule) => namesIssue(conditionOf(rule), issue) && !certainlyBreaks(rule, others));
  const lines = inForce.lines.filter(({ line }) => namesIssue(line.when, issue) && !holds(line.when, others));
  return new Map(
    issue.options.map(({ id }) => {
      const taken = { ...others, [issue.id]: id };
      return [
        id,
        [
          ...rules.filter((rule) => certainlyBreaks(rule, taken)).map((rule) => ({ kind: "rule", rule }) as const),
          ...lines
            .filter(({ line }) => holds(line.when, taken))
            .map(({ party, line }) => ({ kind: "line", party, line }) as const),
        ],
      ];
    }),
  );
}

function conditionOf(rule: Rule): Condition {
  return rule.kind === "forbid" ? rule.when : [...rule.when, ...rule.then];
}

function namesIssue(condition: Condition, { id }: Issue): boolean {
  return condition.some((clause) => clause.issue === id);
}
