import type { Solutions } from "#analysis";
import type { Choices } from "#model";

export const solutionIds = ["nashBargaining", "kalaiSmorodinsky", "egalitarian", "utilitarian"] as const;
export type SolutionId = (typeof solutionIds)[number];

/** One settlement of each bargaining solution that has any, by the solution's own name. */
export function solutionCandidates(solutions: Solutions): Readonly<Partial<Record<SolutionId, Choices>>> {
  return Object.fromEntries(
    solutionIds.flatMap((id) => {
      const first = solutions[id].points[0];
      return first ? [[id, first.settlement] as const] : [];
    }),
  );
}
