import type { Choices, Scenario } from "#model";
import type { PairMark } from "#report";
import { utilitiesOf } from "../utilities-of.ts";
import type { Pair } from "./pair-places.ts";

/** The draft in the composer, as a mark; nothing while it leaves issues open. */
export function draftMark(
  scenario: Scenario,
  choices: Choices,
  label: string,
  { across, up }: Pair,
): PairMark | undefined {
  const utilities = utilitiesOf(scenario, choices);
  const x = utilities?.[across];
  const y = utilities?.[up];
  if (!utilities || x === undefined || y === undefined) return undefined;
  return { id: "draft", kind: "draft", label, x, y, choices, utilities };
}
