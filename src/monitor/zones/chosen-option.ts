import type { Agenda, Choices, IssueId, Option, Quantity } from "#model";
import { type Measure, measure, unmeasured } from "./measure.ts";
import type { ChosenOption, ForceLimit } from "./tier-on-the-ground.ts";

/** What is chosen of an issue. An option that the issue does not have counts as none: `whyNone` says so. */
export function chosenOption(agenda: Agenda, choices: Choices, issue: IssueId): ChosenOption {
  const found = agenda.issues.find(({ id }) => id === issue);
  const option = found?.options.find(({ id }) => id === choices[issue]);
  return {
    issue,
    issueName: found?.name ?? issue,
    ...(option ? { option: option.id, optionName: option.name } : {}),
  };
}

/** Why no option of the issue is in hand. */
export function whyNone(agenda: Agenda, choices: Choices, issue: IssueId): string {
  const found = agenda.issues.find(({ id }) => id === issue);
  if (!found) return `The agenda has no issue "${issue}".`;
  const chosen = choices[issue];
  return chosen === undefined ? `"${found.name}" is open.` : `"${found.name}" has no option "${chosen}".`;
}

export function optionOf(agenda: Agenda, { issue, option }: ChosenOption): Option | undefined {
  return agenda.issues.find(({ id }) => id === issue)?.options.find(({ id }) => id === option);
}

/** A quantity of an option as the agenda states it. */
export function stated(option: Option, unit: "troops" | "brigades"): Measure {
  const quantity = option.quantities.find(({ name }) => name === unit);
  return quantity
    ? measure(quantity.low, quantity.high, unit)
    : unmeasured(unit, `"${option.name}" states no number of ${unit}.`);
}

export function forceLimits(agenda: Agenda, choices: Choices, issues: readonly IssueId[]): readonly ForceLimit[] {
  return issues.map((issue): ForceLimit => {
    const chosen = chosenOption(agenda, choices, issue);
    const option = optionOf(agenda, chosen);
    const quantities: readonly Quantity[] = option?.quantities ?? [];
    return { ...chosen, ...(option?.what === undefined ? {} : { what: option.what }), quantities };
  });
}
