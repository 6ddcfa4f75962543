import type { Condition, Issue } from "#model";
import type { Random } from "#prelude";
import { day } from "./plain-scenario.ts";
import { pickSome } from "./random-choice.ts";

/** Days before, on and after the scenario's own, so that lines and packages fall on both sides of each other. */
export const someDays = ["2025-07-01", "2025-08-25", "2025-08-26", "2025-08-27", "2025-10-01"].map(day);

/** Clauses on this many issues, each naming some of the issue's options but not all, where it has more than one. */
export function randomCondition(random: Random, issues: readonly Issue[], size: number): Condition {
  return pickSome(random, issues, size).map((issue) => ({
    issue: issue.id,
    options: pickSome(random, issue.options, 1 + random.below(Math.max(1, issue.options.length - 1))).map(
      ({ id }) => id,
    ),
  }));
}
