import type { UnlockSet } from "#analysis";
import type { IssueId } from "#model";

/** The sets that change none of these issues. */
export function leaveUntouched(sets: readonly UnlockSet[], avoided: readonly IssueId[]): readonly UnlockSet[] {
  return avoided.length === 0 ? sets : sets.filter(({ issues }) => !issues.some((issue) => avoided.includes(issue)));
}

/** The issues that some set changes, most often first. */
export function issuesTouched(sets: readonly UnlockSet[]): readonly IssueId[] {
  const times = new Map<IssueId, number>();
  for (const { issues } of sets) for (const issue of issues) times.set(issue, (times.get(issue) ?? 0) + 1);
  return [...times].sort((a, b) => b[1] - a[1]).map(([issue]) => issue);
}
