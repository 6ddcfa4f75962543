import type { IssueId, PreferenceSheet } from "#model";
import type { WhatIf } from "./what-if.ts";

/** The sheet with the assumed reservation value and weights; the same sheet when none of them differs from it. */
export function assumedSheet(sheet: PreferenceSheet, whatIf: WhatIf): PreferenceSheet {
  const reservation = assumedReservation(sheet, whatIf);
  const weights = assumedWeights(sheet, whatIf);
  if (reservation === undefined && weights.length === 0) return sheet;
  return {
    ...sheet,
    ...(reservation === undefined
      ? {}
      : { reservation: { ...sheet.reservation, ...moved(sheet.reservation, reservation) } }),
    ...(weights.length === 0 ? {} : weighed(sheet, new Map(weights))),
  };
}

/** The assumed reservation value when it is one and differs from the sheet's. */
export function assumedReservation(sheet: PreferenceSheet, { reservations }: WhatIf): number | undefined {
  const value = own(reservations, sheet.party);
  return value === undefined || !Number.isFinite(value) || value === sheet.reservation.mid ? undefined : value;
}

/** The assumed weights that differ from the sheet's; none when they would leave the party without any weight at all. */
export function assumedWeights(sheet: PreferenceSheet, { weights }: WhatIf): readonly (readonly [IssueId, number])[] {
  const assumed = own(weights, sheet.party);
  if (!assumed) return [];
  const changed = Object.entries(sheet.issues).flatMap(([issue, { weight }]) => {
    const value = own(assumed, issue);
    const differs = value !== undefined && Number.isFinite(value) && value >= 0 && value !== weight.mid;
    return differs ? [[issue, value] as const] : [];
  });
  return sumOfWeights(sheet, new Map(changed)) > 0 ? changed : [];
}

/**
 * With these weights. A stated total moves with their sum, so that a weight is still the same share of what it was a
 * share of: where the total is the sum it stays the sum.
 */
function weighed(
  sheet: PreferenceSheet,
  weights: ReadonlyMap<IssueId, number>,
): Pick<PreferenceSheet, "issues" | "total"> {
  const issues = Object.fromEntries(
    Object.entries(sheet.issues).map(([issue, preference]) => {
      const value = weights.get(issue);
      return [issue, value === undefined ? preference : { ...preference, weight: moved(preference.weight, value, 0) }];
    }),
  );
  if (sheet.total === undefined) return { issues };
  const before = sumOfWeights(sheet, new Map());
  const after = sumOfWeights(sheet, weights);
  if (before === 0) return { issues, total: sheet.total };
  return { issues, total: sheet.total === before ? after : decimal((sheet.total * after) / before) };
}

function sumOfWeights(sheet: PreferenceSheet, assumed: ReadonlyMap<IssueId, number>): number {
  return decimal(
    Object.entries(sheet.issues).reduce((sum, [issue, { weight }]) => sum + (assumed.get(issue) ?? weight.mid), 0),
  );
}

/** The judgement at another value, its range moved along. */
function moved(
  { low, mid, high }: { readonly low: number; readonly mid: number; readonly high: number },
  to: number,
  least = Number.NEGATIVE_INFINITY,
): { readonly low: number; readonly mid: number; readonly high: number } {
  return {
    low: Math.min(to, Math.max(least, decimal(low + to - mid))),
    mid: to,
    high: Math.max(to, decimal(high + to - mid)),
  };
}

/** Without the dust of binary fractions: every judgement is a decimal that a person could have written. */
function decimal(value: number): number {
  return Number(value.toFixed(9));
}

/** The record's own entry: an id such as "constructor" names nothing by accident. */
export function own<T>(record: Readonly<Record<string, T>> | undefined, key: string): T | undefined {
  return record !== undefined && Object.hasOwn(record, key) ? record[key] : undefined;
}
