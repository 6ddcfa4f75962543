import type { AnalysisOptions } from "#analysis";
import type { Package, Scenario } from "#model";
import { consentingSheets, constraints, enforcedFloors, enforcedLines, isBelow, nameOf } from "./constraints.ts";
import { exactUtility, isMet, pointsOf, valueThere } from "./exact-utility.ts";
import { decimal, type Fraction, minus, order, zero } from "./fraction.ts";
import { isBroken, rulesInForce } from "./restriction.ts";

/** A complete package judged by the lines in force on its own date. */
export type Verdict = {
  readonly utilities: Readonly<Record<string, Fraction>>;
  readonly surplus: Readonly<Record<string, Fraction>>;
  readonly rulesBroken: readonly string[];
  /** `RU by value`, `RU by line x`, `EU by floor y`; consenting parties only. */
  readonly refusals: readonly string[];
  /** How far below its reservation value each party that refuses by value is. */
  readonly shortfall: Readonly<Record<string, Fraction>>;
  /** On its issue's own scale, what each commitment that breaks a floor is worth; by the floor's name. */
  readonly floorValues: Readonly<Record<string, Fraction>>;
  /** Declared lines of consenting parties in force on the date, crossed and not enforced. */
  readonly declaredCrossed: readonly string[];
  /** What each issue falls short of the best option's own value there. */
  readonly shortfallByIssue: Readonly<Record<string, Readonly<Record<string, Fraction>>>>;
};

export function dateOf(scenario: Scenario, pack: Package): string {
  return pack.date ?? scenario.agenda.asOf;
}

export function packageVerdict(scenario: Scenario, options: AnalysisOptions, pack: Package): Verdict {
  const on = dateOf(scenario, pack);
  const chosen = pack.choices;
  const byParty = <T>(of: (sheet: (typeof scenario.sheets)[number]) => T): Record<string, T> =>
    Object.fromEntries(scenario.sheets.map((sheet) => [sheet.party, of(sheet)]));
  const unmet = constraints(scenario, options, on).filter((constraint) => !constraint.isMetBy(chosen));
  const surplus = byParty((sheet) => minus(exactUtility(sheet, chosen), decimal(sheet.reservation.mid)));
  return {
    utilities: byParty((sheet) => exactUtility(sheet, chosen)),
    surplus,
    rulesBroken: rulesInForce(scenario, options)
      .filter((rule) => isBroken(rule, chosen))
      .map(({ id }) => id),
    refusals: unmet.map(({ ref }) => nameOf(ref)),
    shortfall: Object.fromEntries(
      unmet
        .filter(({ ref }) => ref.kind === "reservation")
        .map(({ ref }) => [ref.party, minus(zero, surplus[ref.party]!)]),
    ),
    floorValues: floorValues(scenario, options, pack),
    declaredCrossed: consentingSheets(scenario).flatMap((sheet) => {
      const enforced = enforcedLines(sheet, options, on);
      return enforcedLines(sheet, { declared: "all" }, on)
        .filter((line) => line.kind === "declared" && !enforced.includes(line) && isMet(line.when, chosen))
        .map((line) => nameOf({ kind: "line", party: sheet.party, line: line.id }));
    }),
    shortfallByIssue: byParty((sheet) =>
      Object.fromEntries(
        scenario.agenda.issues.map(({ id }) => {
          const values = Object.values(sheet.issues[id]!.values).map(({ mid }) => decimal(mid));
          const best = values.reduce((a, b) => (order(a, b) < 0 ? b : a));
          return [id, minus(pointsOf(sheet, id, best), pointsOf(sheet, id, valueThere(sheet, id, chosen)))];
        }),
      ),
    ),
  };
}

/** The value on the issue's own scale of each commitment that breaks a floor, by the floor's name. */
function floorValues(scenario: Scenario, options: AnalysisOptions, pack: Package): Readonly<Record<string, Fraction>> {
  return Object.fromEntries(
    consentingSheets(scenario).flatMap((sheet) =>
      enforcedFloors(sheet, options)
        .filter((floor) => isBelow(sheet, floor, pack.choices))
        .map((floor) => {
          const name = nameOf({ kind: "floor", party: sheet.party, floor: floor.id });
          return [name, valueThere(sheet, floor.issue, pack.choices)];
        }),
    ),
  );
}
