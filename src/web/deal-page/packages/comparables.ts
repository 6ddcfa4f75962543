import type { Analysis } from "#analysis";
import type { Scenario } from "#model";
import { solutionEntries } from "#report";
import type { Draft } from "../../deal/draft.ts";
import type { Comparable } from "./compared-context.tsx";

export type ComparableGroups = {
  readonly packages: readonly Comparable[];
  readonly draft: readonly Comparable[];
  readonly solutions: readonly Comparable[];
};

/** Everything with choices of its own: the packages, the draft once it has begun, one settlement behind each solution's point. */
export function comparables(
  scenario: Scenario,
  analysis: Analysis | undefined,
  draft: Draft,
  draftTitle: string,
): ComparableGroups {
  return {
    packages: scenario.packages.map(({ id, name, choices }) => ({ id: `package ${id}`, title: name, choices })),
    draft: Object.keys(draft.choices).length > 0 ? [{ id: "draft", title: draftTitle, choices: draft.choices }] : [],
    solutions: analysis
      ? solutionEntries(analysis).flatMap(({ id, title, solution: { points } }) =>
          points.slice(0, 3).map(({ settlement }, at) => ({
            id: `solution ${id} ${at}`,
            title: points.length > 1 ? `${title} (${at + 1})` : title,
            choices: settlement,
          })),
        )
      : [],
  };
}
