import type { PreferenceSheet, Scenario } from "#model";
import { linkagePoints, pointsOf } from "./exact-utility.ts";
import { decimal, type Fraction } from "./fraction.ts";

/**
 * Every sheet in whole numbers of one common unit, small enough to add up in doubles without rounding: points x unit.
 * One unit for all parties, so that sums and least surpluses may be compared across them.
 */
export type WholeSheet = {
  readonly own: readonly (readonly number[])[]; // [issue][option]
  readonly tables: readonly (readonly WholeTable[])[]; // [issue], in the sheet's order
  readonly combinations: readonly { readonly when: readonly WholeClause[]; readonly points: number }[];
  readonly cap: number | undefined;
  readonly reservation: number;
};
type WholeTable = { readonly given: number; readonly cells: readonly (readonly (number | undefined)[])[] };
/** The issue by position, and for each of its options whether it is named. */
export type WholeClause = { readonly issue: number; readonly named: readonly boolean[] };

export function commonUnit(scenario: Scenario): bigint {
  let unit = 1n;
  for (const sheet of scenario.sheets) {
    for (const { bottom } of everyAmount(scenario, sheet)) {
      let [a, b] = [unit, bottom];
      while (b > 0n) [a, b] = [b, a % b];
      unit = (unit / a) * bottom;
    }
  }
  return unit;
}

export function wholeSheet(scenario: Scenario, sheet: PreferenceSheet, unit: bigint): WholeSheet {
  const { issues } = scenario.agenda;
  const whole = (amount: Fraction): number => inUnits(amount, unit);
  const position = (id: string): number => issues.findIndex((issue) => issue.id === id);
  return {
    own: issues.map((issue) =>
      issue.options.map((option) =>
        whole(pointsOf(sheet, issue.id, decimal(sheet.issues[issue.id]!.values[option.id]!.mid))),
      ),
    ),
    tables: issues.map((issue) =>
      sheet.linkages.flatMap((linkage) => {
        if (linkage.kind !== "table" || linkage.issue !== issue.id) return [];
        const given = position(linkage.given);
        const cells = issues[given]!.options.map((condition) =>
          issue.options.map((option) => {
            const cell = linkage.table[condition.id]?.[option.id];
            return cell === undefined ? undefined : whole(pointsOf(sheet, issue.id, decimal(cell.mid)));
          }),
        );
        return [{ given, cells }];
      }),
    ),
    combinations: sheet.linkages.flatMap((linkage) => {
      if (linkage.kind !== "combination") return [];
      const when = linkage.when.map((clause) => {
        const issue = position(clause.issue);
        return { issue, named: issues[issue]!.options.map((option) => clause.options.includes(option.id)) };
      });
      return [{ when, points: whole(linkagePoints(sheet, linkage.value.mid, linkage.of)) }];
    }),
    cap: sheet.cap === undefined ? undefined : whole(decimal(sheet.cap)),
    reservation: whole(decimal(sheet.reservation.mid)),
  };
}

export function wholeUtility(sheet: WholeSheet, choice: readonly number[]): number {
  let utility = 0;
  for (let issue = 0; issue < choice.length; issue++) {
    const option = choice[issue]!;
    let points: number | undefined;
    for (const table of sheet.tables[issue]!) {
      points = table.cells[choice[table.given]!]![option];
      if (points !== undefined) break;
    }
    utility += points ?? sheet.own[issue]![option]!;
  }
  for (const { when, points } of sheet.combinations) {
    if (when.every(({ issue, named }) => named[choice[issue]!])) utility += points;
  }
  return sheet.cap !== undefined && utility > sheet.cap ? sheet.cap : utility;
}

function inUnits(amount: Fraction, unit: bigint): number {
  const whole = (amount.top * unit) / amount.bottom;
  // 2^53 / 2^8: a few hundred of these still add up exactly.
  if (whole > 2n ** 45n || whole < -(2n ** 45n))
    throw new Error("Amounts too fine for the oracle; use a simpler sheet.");
  return Number(whole);
}

function everyAmount(scenario: Scenario, sheet: PreferenceSheet): Fraction[] {
  const amounts = [decimal(sheet.reservation.mid)];
  if (sheet.cap !== undefined) amounts.push(decimal(sheet.cap));
  for (const issue of scenario.agenda.issues) {
    for (const value of Object.values(sheet.issues[issue.id]!.values)) {
      amounts.push(pointsOf(sheet, issue.id, decimal(value.mid)));
    }
  }
  for (const linkage of sheet.linkages) {
    if (linkage.kind === "combination") amounts.push(linkagePoints(sheet, linkage.value.mid, linkage.of));
    else
      for (const row of Object.values(linkage.table))
        for (const cell of Object.values(row)) amounts.push(pointsOf(sheet, linkage.issue, decimal(cell.mid)));
  }
  return amounts;
}
