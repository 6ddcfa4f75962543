import { add, type Day, divide, multiply, type Rational, rational, rationalOf, subtract } from "#prelude";
import type { IssueId } from "./issue.ts";
import type { Floor, IssuePreference, PreferenceSheet, RedLine } from "./preference-sheet.ts";
import { isInForce } from "./red-line.ts";
import { holds, type Settlement } from "./settlement.ts";

/** What one settlement is worth to one party, exactly, and why it would refuse. */
export type Evaluation = {
  /** In points of the sheet's scale. */
  readonly utility: Rational;
  readonly surplus: Rational;
  /** Each issue's part of the utility, table linkages included, before the cap. */
  readonly byIssue: Readonly<Record<IssueId, Rational>>;
  /** What each issue falls short of the party's best option there, in points. */
  readonly shortfallByIssue: Readonly<Record<IssueId, Rational>>;
  /** The combination linkages that fired, with their points. */
  readonly linkages: readonly { readonly id: string; readonly points: Rational }[];
  /** Hard and declared lines in force that are broken. */
  readonly linesBroken: readonly RedLine[];
  readonly floorsBroken: readonly { readonly floor: Floor; readonly value: Rational }[];
};

/**
 * The settlement's worth to the sheet's party. `on` decides which red lines are in force.
 * Exact rational arithmetic; time O(issues + linkages + lines).
 */
export function evaluate(sheet: PreferenceSheet, settlement: Settlement, on: Day): Evaluation {
  const total = weightTotal(sheet);
  const scale = rationalOf(sheet.scale);
  const byIssue: Record<IssueId, Rational> = {};
  const shortfallByIssue: Record<IssueId, Rational> = {};
  let utility = rational(0n, 1n);
  for (const [issue, preference] of Object.entries(sheet.issues)) {
    const perValue = multiply(
      divide(rationalOf(preference.weight.mid), multiply(total, rationalOf(preference.of))),
      scale,
    );
    const points = multiply(localValue(sheet, issue, settlement), perValue);
    byIssue[issue] = points;
    shortfallByIssue[issue] = subtract(multiply(bestValue(preference), perValue), points);
    utility = add(utility, points);
  }
  const linkages = sheet.linkages.flatMap((linkage) => {
    if (linkage.kind !== "combination" || !holds(linkage.when, settlement)) return [];
    const points = multiply(divide(rationalOf(linkage.value.mid), rationalOf(linkage.of)), scale);
    utility = add(utility, points);
    return [{ id: linkage.id, points }];
  });
  if (sheet.cap !== undefined && subtract(utility, rationalOf(sheet.cap)).num > 0n) utility = rationalOf(sheet.cap);
  return {
    utility,
    surplus: subtract(utility, rationalOf(sheet.reservation.mid)),
    byIssue,
    shortfallByIssue,
    linkages,
    linesBroken: sheet.redLines.filter((line) => isInForce(line, on) && holds(line.when, settlement)),
    floorsBroken: sheet.floors.flatMap((floor) => {
      if (!floor.commitments.includes(settlement[floor.issue] ?? "")) return [];
      const value = localValue(sheet, floor.issue, settlement);
      return subtract(value, rationalOf(floor.min)).num < 0n ? [{ floor, value }] : [];
    }),
  };
}

/** What weights are shares of: the sheet's `total`, or the sum of its weights. */
export function weightTotal(sheet: PreferenceSheet): Rational {
  if (sheet.total !== undefined) return rationalOf(sheet.total);
  return Object.values(sheet.issues).reduce((sum, { weight }) => add(sum, rationalOf(weight.mid)), rational(0n, 1n));
}

/** The value of the settlement's option on the issue's own scale, with the first table linkage that covers it applied. */
export function localValue(sheet: PreferenceSheet, issue: IssueId, settlement: Settlement): Rational {
  const option = settlement[issue]!;
  for (const linkage of sheet.linkages) {
    if (linkage.kind !== "table" || linkage.issue !== issue) continue;
    const cell = linkage.table[settlement[linkage.given] ?? ""]?.[option];
    if (cell) return rationalOf(cell.mid);
  }
  return rationalOf(sheet.issues[issue]!.values[option]!.mid);
}

/** The largest value any option of the issue has on its own, linkages aside. */
function bestValue(preference: IssuePreference): Rational {
  return rationalOf(Math.max(...Object.values(preference.values).map((value) => value.mid)));
}
