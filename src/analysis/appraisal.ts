import {
  type Evaluation,
  evaluate,
  type Floor,
  holds,
  type IssueId,
  isInForce,
  type PreferenceSheet,
  type RedLine,
  type Settlement,
} from "#model";
import { type Day, toNumber } from "#prelude";

/** An evaluation in doubles: what a verdict on one settlement by one party needs. */
export type Appraisal = {
  readonly utility: number;
  /** Utility minus reservation value; exactly 0 when they are equal. */
  readonly surplus: number;
  /** Hard and declared lines in force that are broken. */
  readonly linesBroken: readonly RedLine[];
  readonly floorsBroken: readonly { readonly floor: Floor; readonly value: number }[];
};

export type Appraise = (sheet: PreferenceSheet, settlement: Settlement, on: Day) => Appraisal;

/** From exact arithmetic, rounded only when done: no verdict depends on the rounding. */
export function appraise(sheet: PreferenceSheet, settlement: Settlement, on: Day): Appraisal {
  return inDoubles(evaluate(sheet, settlement, on));
}

export function inDoubles({ utility, surplus, linesBroken, floorsBroken }: Evaluation): Appraisal {
  return {
    utility: toNumber(utility),
    surplus: surplus.num === 0n ? 0 : toNumber(surplus),
    linesBroken,
    floorsBroken: floorsBroken.map(({ floor, value }) => ({ floor, value: toNumber(value) })),
  };
}

/** Surpluses smaller than this, in shares of the sheet's scale, count as none where numbers are drawn at random. */
const negligible = 1e-12;

/**
 * The same in floating point, some twenty times as fast, for sheets whose numbers are random draws anyway. Sums are
 * taken in the sheet's order, so a change that alters no addend leaves the utility exactly as it was.
 */
export function appraiseDraw(sheet: PreferenceSheet, settlement: Settlement, on: Day): Appraisal {
  let total = sheet.total ?? 0;
  const issues = Object.keys(sheet.issues);
  if (sheet.total === undefined) for (const issue of issues) total += sheet.issues[issue]!.weight.mid;
  let utility = 0;
  for (const issue of issues) {
    const { weight, of } = sheet.issues[issue]!;
    utility += (weight.mid / total) * (optionValue(sheet, issue, settlement) / of) * sheet.scale;
  }
  for (const linkage of sheet.linkages) {
    if (linkage.kind !== "combination" || !holds(linkage.when, settlement)) continue;
    utility += (linkage.value.mid / linkage.of) * sheet.scale;
  }
  if (sheet.cap !== undefined && utility > sheet.cap) utility = sheet.cap;
  const surplus = utility - sheet.reservation.mid;
  return {
    utility,
    surplus: Math.abs(surplus) <= negligible * sheet.scale ? 0 : surplus,
    linesBroken: sheet.redLines.filter((line) => isInForce(line, on) && holds(line.when, settlement)),
    floorsBroken: sheet.floors.flatMap((floor) => {
      if (!floor.commitments.includes(settlement[floor.issue] ?? "")) return [];
      const value = optionValue(sheet, floor.issue, settlement);
      return value < floor.min ? [{ floor, value }] : [];
    }),
  };
}

function optionValue(sheet: PreferenceSheet, issue: IssueId, settlement: Settlement): number {
  const option = settlement[issue]!;
  for (const linkage of sheet.linkages) {
    if (linkage.kind !== "table" || linkage.issue !== issue) continue;
    const cell = linkage.table[settlement[linkage.given] ?? ""]?.[option];
    if (cell) return cell.mid;
  }
  return sheet.issues[issue]!.values[option]!.mid;
}
