/**
 * What only a conflict file can get wrong. It shares the codes of scenarios for all else; both kinds are stable, and
 * docs/reference/conflict-files.md explains these.
 */
export const conflictCodes = [
  "no-possible-state",
  "impossible-state",
  "repeated-statement",
  "preferences-or-ranking",
  "ranking-leaves-out",
  "ranking-repeats",
  "ranking-too-long",
  "two-coalitions",
] as const;

export type ConflictCode = (typeof conflictCodes)[number];
