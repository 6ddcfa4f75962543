import type { AnalysisOptions } from "#analysis";
import type { Scenario } from "#model";
import { minimalConflicts } from "./conflicts.ts";
import { nameOf } from "./constraints.ts";
import { type Dead, deadOptions } from "./dead-options.ts";
import { efficientVectors, type Vector } from "./efficient-vectors.ts";
import { type PackageUnlock, packageUnlock } from "./package-unlocks.ts";
import { dateOf, packageVerdict, type Verdict } from "./package-verdict.ts";
import { consentingColumns, type Effect, zoneEffect, zoneGame } from "./red-line-effects.ts";
import { rowsBeforeReservations, type SettlementTable, settlementTable, zoneRows } from "./settlement-table.ts";
import { egalitarian, kalaiSmorodinsky, nashBargaining, type Picked, utilitarian } from "./solutions.ts";
import { type Unlock, zoneUnlocks } from "./zone-unlocks.ts";

/**
 * Every answer of the glossary by looking at every settlement, in exact arithmetic, sharing no code with the engine.
 * Meant for up to about a million settlements and 18 constraints.
 */
export type Oracle = {
  readonly table: SettlementTable;
  readonly settlements: number;
  readonly settlementsWithoutDefinitionalRules: number;
  readonly zoneCount: number;
  /** Distinct efficient vectors of the consenting parties, each with its settlements. */
  readonly frontier: readonly Vector[];
  readonly frontierBeforeReservations: readonly Vector[];
  readonly solutions: {
    readonly nashBargaining: Picked;
    readonly kalaiSmorodinsky: Picked & { readonly leftOut: readonly number[] };
    readonly egalitarian: Picked;
    readonly utilitarian: Picked;
  };
  /** The whole-number columns of the vectors: the consenting parties with a sheet. */
  readonly parties: readonly string[];
  /** Minimal sets of constraints, as names, that no settlement meets together. Empty when the zone is not. */
  readonly conflicts: readonly (readonly string[])[];
  readonly zoneUnlocks: readonly Unlock[];
  readonly withEverything: Effect;
  /** By name of each enforced line and floor. */
  readonly without: ReadonlyMap<string, Effect>;
  readonly dead: Dead;
  /** Complete packages only. */
  readonly verdicts: ReadonlyMap<string, Verdict>;
  readonly packageUnlocks: ReadonlyMap<string, PackageUnlock | undefined>;
};

export function oracle(scenario: Scenario, options: AnalysisOptions = {}): Oracle {
  const table = settlementTable(scenario, options, scenario.agenda.asOf);
  const looser = { ...options, withoutDefinitionalRules: true };
  const zone = zoneRows(table);
  const game = zoneGame(table, zone);
  const isEmpty = zone.length === 0;
  const complete = scenario.packages.filter((pack) =>
    scenario.agenda.issues.every((issue) => pack.choices[issue.id] !== undefined),
  );
  const onDate = new Map([[scenario.agenda.asOf as string, table]]);
  for (const pack of complete) {
    const on = dateOf(scenario, pack);
    if (!onDate.has(on)) onDate.set(on, settlementTable(scenario, options, on));
  }
  return {
    table,
    settlements: table.rows.length,
    settlementsWithoutDefinitionalRules: scenario.agenda.rules.some(({ definitional }) => definitional)
      ? settlementTable(scenario, looser, scenario.agenda.asOf).rows.length
      : table.rows.length,
    zoneCount: zone.length,
    frontier: efficientVectors(game.vectors),
    frontierBeforeReservations: isEmpty ? efficientVectors(zoneGame(table, rowsBeforeReservations(table)).vectors) : [],
    solutions: {
      nashBargaining: nashBargaining(game),
      kalaiSmorodinsky: kalaiSmorodinsky(game),
      egalitarian: egalitarian(game),
      utilitarian: utilitarian(game),
    },
    parties: consentingColumns(table).map((column) => table.parties[column]!),
    conflicts: isEmpty ? conflictNames(table) : [],
    zoneUnlocks: isEmpty ? zoneUnlocks(table) : [],
    withEverything: zoneEffect(table),
    without: new Map(
      table.constraints.flatMap(({ ref }, place) =>
        ref.kind === "reservation" ? [] : [[nameOf(ref), zoneEffect(table, place)] as const],
      ),
    ),
    dead: deadOptions(table),
    verdicts: new Map(complete.map((pack) => [pack.id, packageVerdict(scenario, options, pack)])),
    packageUnlocks: new Map(
      complete.map((pack) => [pack.id, packageUnlock(onDate.get(dateOf(scenario, pack))!, pack)]),
    ),
  };
}

function conflictNames(table: SettlementTable): readonly (readonly string[])[] {
  const sets = minimalConflicts(
    table.rows.map(({ met }) => met),
    table.constraints.length,
  );
  return sets.map((set) => table.constraints.filter((_, place) => set & (1 << place)).map(({ ref }) => nameOf(ref)));
}
