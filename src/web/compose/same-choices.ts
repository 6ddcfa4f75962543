import type { Choices } from "#model";

/** Whether two packages choose the same on the same issues. */
export function sameChoices(one: Choices, other: Choices): boolean {
  const issues = Object.keys(one);
  return issues.length === Object.keys(other).length && issues.every((issue) => one[issue] === other[issue]);
}
