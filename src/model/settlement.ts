import type { Agenda } from "./agenda.ts";
import type { Condition } from "./issue.ts";
import type { Choices } from "./package.ts";
import type { Rule } from "./rule.ts";

/** One option for every issue. */
export type Settlement = Choices;

/** Whether every clause of the condition holds; an issue the package leaves open holds no clause. */
export function holds(condition: Condition, choices: Choices): boolean {
  return condition.every(({ issue, options }) => {
    const chosen = choices[issue];
    return chosen !== undefined && options.includes(chosen);
  });
}

/** Whether the settlement breaks the rule. */
export function breaks(rule: Rule, settlement: Settlement): boolean {
  if (!holds(rule.when, settlement)) return false;
  return rule.kind === "forbid" || !holds(rule.then, settlement);
}

/** Whether the package breaks the rule however its open issues are settled. The same as `breaks` when none is open. */
export function certainlyBreaks(rule: Rule, choices: Choices): boolean {
  if (!holds(rule.when, choices)) return false;
  if (rule.kind === "forbid") return true;
  return rule.then.some(({ issue, options }) => {
    const chosen = choices[issue];
    return chosen !== undefined && !options.includes(chosen);
  });
}

/** Whether the package chooses an option for every issue. */
export function isSettlement(agenda: Agenda, choices: Choices): boolean {
  return agenda.issues.every((issue) => choices[issue.id] !== undefined);
}
