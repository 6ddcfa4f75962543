import type { Clause } from "./issue.ts";
import type { Floor, PreferenceSheet, RedLine } from "./preference-sheet.ts";

/**
 * What a red line or floor is about, for sentences that people read, where an id means nothing: its issues, together
 * with the options at stake when its sheet has another of its kind on the same issues. Undefined when even that leaves
 * two alike, or nothing is at stake: then its id has to stand.
 */
export type ConstraintSubject = { readonly clauses: readonly Clause[]; readonly options: boolean };

export function lineSubject(sheet: PreferenceSheet | undefined, id: string): ConstraintSubject | undefined {
  const line = sheet?.redLines.find((one) => one.id === id);
  return line && subject(line, sheet?.redLines.filter(({ kind }) => kind === line.kind) ?? [], refused);
}

export function floorSubject(sheet: PreferenceSheet | undefined, id: string): ConstraintSubject | undefined {
  const floor = sheet?.floors.find((one) => one.id === id);
  return floor && subject(floor, sheet?.floors ?? [], committed);
}

function refused({ when }: RedLine): readonly Clause[] {
  return when;
}

function committed({ issue, commitments }: Floor): readonly Clause[] {
  return [{ issue, options: commitments }];
}

function subject<Constraint>(
  one: Constraint,
  all: readonly Constraint[],
  clausesOf: (constraint: Constraint) => readonly Clause[],
): ConstraintSubject | undefined {
  const clauses = clausesOf(one);
  if (clauses.length === 0) return undefined;
  const alike = (key: (clause: Clause) => string): boolean =>
    all.some((other) => other !== one && keyOf(clausesOf(other), key) === keyOf(clauses, key));
  if (!alike(({ issue }) => issue)) return { clauses, options: false };
  return alike(({ issue, options }) => `${issue} ${[...options].sort().join(" ")}`)
    ? undefined
    : { clauses, options: true };
}

function keyOf(clauses: readonly Clause[], key: (clause: Clause) => string): string {
  return clauses.map(key).sort().join("\n");
}
