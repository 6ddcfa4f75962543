import type { Choices, Scenario } from "#model";
import type { PairMark } from "#report";
import { utilitiesOf } from "../utilities-of.ts";
import type { Pair } from "./pair-places.ts";

/** The draft in the composer, as a mark; nothing while it leaves issues open or is the same as a package that has its mark. */
export function draftMark(
  scenario: Scenario,
  choices: Choices,
  label: string,
  { across, up }: Pair,
): PairMark | undefined {
  if (isNamed(scenario, choices)) return undefined;
  const utilities = utilitiesOf(scenario, choices);
  const x = utilities?.[across];
  const y = utilities?.[up];
  if (!utilities || x === undefined || y === undefined) return undefined;
  return { id: "draft", kind: "draft", label, x, y, choices, utilities };
}

/** Whether some package settles every issue the same way. */
export function isNamed({ agenda, packages }: Scenario, choices: Choices): boolean {
  return packages.some((one) => agenda.issues.every(({ id }) => one.choices[id] === choices[id]));
}
