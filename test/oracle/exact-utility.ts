import type { Condition, PreferenceSheet } from "#model";
import { decimal, type Fraction, order, over, plus, times, zero } from "./fraction.ts";

/** Which option each issue takes, by id. */
export type Chosen = Readonly<Record<string, string>>;

/**
 * u = min(cap, sum of weight / total x value / of x scale + sum of linkage value / of x scale), term by term and in
 * fractions. Slow and plain: the settlement table is checked against it.
 */
export function exactUtility(sheet: PreferenceSheet, chosen: Chosen): Fraction {
  let utility = zero;
  for (const issue of Object.keys(sheet.issues)) {
    utility = plus(utility, pointsOf(sheet, issue, valueThere(sheet, issue, chosen)));
  }
  for (const linkage of sheet.linkages) {
    if (linkage.kind === "combination" && isMet(linkage.when, chosen)) {
      utility = plus(utility, linkagePoints(sheet, linkage.value.mid, linkage.of));
    }
  }
  return capped(sheet, utility);
}

export function capped(sheet: PreferenceSheet, utility: Fraction): Fraction {
  if (sheet.cap === undefined) return utility;
  const cap = decimal(sheet.cap);
  return order(utility, cap) > 0 ? cap : utility;
}

/** What a value on the issue's own scale is worth in points. */
export function pointsOf(sheet: PreferenceSheet, issue: string, value: Fraction): Fraction {
  const preference = sheet.issues[issue];
  if (!preference) throw new Error(`${sheet.party} has no opinion on ${issue}`);
  const share = over(decimal(preference.weight.mid), totalWeight(sheet));
  return times(times(share, over(value, decimal(preference.of))), decimal(sheet.scale));
}

export function linkagePoints(sheet: PreferenceSheet, value: number, of: number): Fraction {
  return times(over(decimal(value), decimal(of)), decimal(sheet.scale));
}

export function totalWeight(sheet: PreferenceSheet): Fraction {
  if (sheet.total !== undefined) return decimal(sheet.total);
  let total = zero;
  for (const preference of Object.values(sheet.issues)) total = plus(total, decimal(preference.weight.mid));
  return total;
}

/** The value on the issue's own scale: that of the first conditional table that has a cell for it, else the issue's own. */
export function valueThere(sheet: PreferenceSheet, issue: string, chosen: Chosen): Fraction {
  const option = chosen[issue] ?? "";
  for (const linkage of sheet.linkages) {
    if (linkage.kind === "table" && linkage.issue === issue) {
      const row = linkage.table[chosen[linkage.given] ?? ""];
      const cell = row === undefined ? undefined : row[option];
      if (cell !== undefined) return decimal(cell.mid);
    }
  }
  const own = sheet.issues[issue]?.values[option];
  if (own === undefined) throw new Error(`${sheet.party} gives ${issue} = ${option} no value`);
  return decimal(own.mid);
}

/** Each named issue takes one of the named options. */
export function isMet(condition: Condition, chosen: Chosen): boolean {
  for (const clause of condition) {
    const option = chosen[clause.issue];
    if (option === undefined || !clause.options.includes(option)) return false;
  }
  return true;
}
