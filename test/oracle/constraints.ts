import type { AnalysisOptions, ConstraintRef } from "#analysis";
import type { Floor, PreferenceSheet, RedLine, Scenario } from "#model";
import { type Chosen, exactUtility, isMet, valueThere } from "./exact-utility.ts";
import { decimal, order } from "./fraction.ts";

/** One thing a consenting party insists on, and whether a settlement meets it. */
export type Constraint = { readonly ref: ConstraintRef; readonly isMetBy: (chosen: Chosen) => boolean };

/**
 * Reservations of the consenting parties with a sheet, then their enforced lines, then their enforced floors: each
 * must be met for the party to accept. `on` is the day that decides which lines are in force.
 */
export function constraints(scenario: Scenario, options: AnalysisOptions, on: string): readonly Constraint[] {
  const sheets = consentingSheets(scenario);
  const reservations = sheets.map(
    (sheet): Constraint => ({
      ref: { kind: "reservation", party: sheet.party },
      isMetBy: (chosen) => {
        const compared = order(exactUtility(sheet, chosen), decimal(sheet.reservation.mid));
        return scenario.agenda.tie === "accepts" ? compared >= 0 : compared > 0;
      },
    }),
  );
  const lines = sheets.flatMap((sheet) =>
    enforcedLines(sheet, options, on).map(
      (line): Constraint => ({
        ref: { kind: "line", party: sheet.party, line: line.id },
        isMetBy: (chosen) => !isMet(line.when, chosen),
      }),
    ),
  );
  const floors = sheets.flatMap((sheet) =>
    enforcedFloors(sheet, options).map(
      (floor): Constraint => ({
        ref: { kind: "floor", party: sheet.party, floor: floor.id },
        isMetBy: (chosen) => !isBelow(sheet, floor, chosen),
      }),
    ),
  );
  return [...reservations, ...lines, ...floors];
}

export function consentingSheets(scenario: Scenario): readonly PreferenceSheet[] {
  return scenario.sheets.filter((sheet) => scenario.agenda.consent.includes(sheet.party));
}

/** Hard lines in force on the day, unless set aside; declared ones only when asked for. */
export function enforcedLines(sheet: PreferenceSheet, options: AnalysisOptions, on: string): readonly RedLine[] {
  return sheet.redLines.filter((line) => {
    if (line.from !== undefined && on < line.from) return false;
    if (line.until !== undefined && on > line.until) return false;
    if ((options.setAside ?? []).includes(line.id)) return false;
    if (line.kind === "hard") return !options.withoutRedLines;
    const asked = options.declared === "all" || (options.declared ?? []).includes(sheet.party);
    return asked || (options.enforce ?? []).includes(line.id);
  });
}

export function enforcedFloors(sheet: PreferenceSheet, options: AnalysisOptions): readonly Floor[] {
  if (options.withoutFloors) return [];
  return sheet.floors.filter((floor) => !(options.setAside ?? []).includes(floor.id));
}

/** Whether a commitment is chosen that is worth less than the floor; not undertaking it never is. */
export function isBelow(sheet: PreferenceSheet, floor: Floor, chosen: Chosen): boolean {
  if (!floor.commitments.includes(chosen[floor.issue] ?? "")) return false;
  return order(valueThere(sheet, floor.issue, chosen), decimal(floor.min)) < 0;
}

/** A name to compare constraints by. */
export function nameOf(ref: ConstraintRef): string {
  if (ref.kind === "reservation") return `${ref.party}'s reservation`;
  return ref.kind === "line" ? `${ref.party}'s line ${ref.line}` : `${ref.party}'s floor ${ref.floor}`;
}
