import type { ConstraintRef } from "#analysis";
import { type Choices, holds, isInForce, type Package } from "#model";
import type { ScenarioContext } from "./report-context.ts";

/**
 * The hard lines in force on the package's date, and the declared ones that this run enforced, that the changed choices
 * break and the package itself does not.
 */
export function newlyCrossed(
  { scenario }: ScenarioContext,
  before: Pick<Package, "choices" | "date">,
  set: Choices,
  enforced: readonly ConstraintRef[] = [],
): readonly ConstraintRef[] {
  const on = before.date ?? scenario.agenda.asOf;
  const isEnforced = (party: string, line: string): boolean =>
    enforced.some((ref) => ref.kind === "line" && ref.party === party && ref.line === line);
  const after = { ...before.choices, ...set };
  return scenario.sheets.flatMap((sheet) =>
    sheet.redLines
      .filter((line) => line.kind === "hard" || isEnforced(sheet.party, line.id))
      .filter((line) => isInForce(line, on))
      .filter((line) => holds(line.when, after) && !holds(line.when, before.choices))
      .map((line): ConstraintRef => ({ kind: "line", party: sheet.party, line: line.id })),
  );
}
