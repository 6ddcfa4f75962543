import type { Agenda, PreferenceSheet } from "#model";

/** How many of these sheets are of parties whose consent is needed. */
export function consentSheets({ consent }: Agenda, sheets: readonly PreferenceSheet[]): number {
  return consent.filter((party) => sheets.some((sheet) => sheet.party === party)).length;
}

/** Of one party alone, whatever is best for it would count as an agreement, and all it did not get as left on the table. */
export function enoughSheets(agenda: Agenda, sheets: readonly PreferenceSheet[]): boolean {
  return consentSheets(agenda, sheets) >= 2;
}
