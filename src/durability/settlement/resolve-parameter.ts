import type { Choices, Condition, Evidence, IssueId, Judgement, Parameter } from "#model";

/** What a parameter is in these choices: the first case whose condition they meet. */
export type Resolution =
  | {
      readonly status: "judged";
      readonly judgement: Judgement;
      readonly placeholder: boolean;
      readonly evidence: Evidence;
      /** Which of the parameter's cases, from 0. */
      readonly at: number;
    }
  | {
      readonly status: "unknown";
      readonly reason: string;
      readonly cause: "open-issue" | "no-case" | "not-given";
      /** The issues left open that decide it; empty for the other causes. */
      readonly issues: readonly IssueId[];
    };

/**
 * The first case that the choices meet. A case that they may or may not meet, because an issue is open, makes it unknown,
 * unless no later case would be reached either way. Time O(clauses).
 */
export function resolveParameter(parameter: Parameter | undefined, choices: Choices): Resolution {
  if (parameter === undefined) return missing("not-given", "it is not given");
  for (const [at, { when, value, placeholder, evidence }] of parameter.cases.entries()) {
    const open = openIssues(when, choices);
    if (open === "no") continue;
    if (open.length > 0) return missing("open-issue", `${open.join(", ")} is open`, open);
    return { status: "judged", judgement: value, placeholder, evidence, at };
  }
  return missing("no-case", "no case covers these choices");
}

/** The open issues that decide whether the condition holds: none when it does; "no" when it cannot. */
export function openIssues(when: Condition, choices: Choices): readonly IssueId[] | "no" {
  const open: IssueId[] = [];
  for (const { issue, options } of when) {
    const chosen = choices[issue];
    if (chosen === undefined) open.push(issue);
    else if (!options.includes(chosen)) return "no";
  }
  return open;
}

function missing(
  cause: "open-issue" | "no-case" | "not-given",
  reason: string,
  issues: readonly IssueId[] = [],
): Resolution {
  return { status: "unknown", reason, cause, issues };
}
