import type { AnalysisOptions } from "#analysis";
import type { Scenario } from "#model";
import { type Constraint, constraints } from "./constraints.ts";
import type { Chosen } from "./exact-utility.ts";
import { isAskedAbout, isBroken, rulesInForce } from "./restriction.ts";
import { commonUnit, type WholeSheet, wholeSheet, wholeUtility } from "./whole-points.ts";

/** Every settlement that the rules and the locks of the run allow, with its worth to every party that has a sheet. */
export type SettlementTable = {
  readonly scenario: Scenario;
  /** Utilities, surpluses and reservations are whole numbers of 1 / unit points. */
  readonly unit: bigint;
  /** The parties with a sheet, and which of them must consent. */
  readonly parties: readonly string[];
  readonly consents: readonly boolean[];
  readonly reservations: readonly number[];
  readonly constraints: readonly Constraint[];
  readonly rows: readonly Row[];
};
export type Row = {
  readonly choice: readonly number[];
  readonly utilities: readonly number[];
  /** Bit i: constraint i is met. */
  readonly met: number;
};

export function settlementTable(scenario: Scenario, options: AnalysisOptions, on: string): SettlementTable {
  const unit = commonUnit(scenario);
  const sheets = scenario.sheets.map((sheet) => wholeSheet(scenario, sheet, unit));
  const asked = constraints(scenario, options, on);
  if (asked.length > 30) throw new Error("Too many constraints for the oracle's bits.");
  const check = constraintBits(scenario, asked, sheets);
  const rules = rulesInForce(scenario, options);
  const rows: Row[] = [];
  for (const choice of combinations(scenario.agenda.issues.map((issue) => issue.options.length))) {
    const chosen = named(scenario, choice);
    if (!isAskedAbout(scenario, options, chosen) || rules.some((rule) => isBroken(rule, chosen))) continue;
    const utilities = sheets.map((sheet) => wholeUtility(sheet, choice));
    rows.push({ choice, utilities, met: check(chosen, utilities) });
  }
  return {
    scenario,
    unit,
    parties: scenario.sheets.map(({ party }) => party),
    consents: scenario.sheets.map(({ party }) => scenario.agenda.consent.includes(party)),
    reservations: sheets.map((sheet) => sheet.reservation),
    constraints: asked,
    rows,
  };
}

/** Every way to take one number below each size. */
export function* combinations(sizes: readonly number[]): Generator<readonly number[]> {
  if (sizes.some((size) => size === 0)) return;
  const digits = sizes.map(() => 0);
  for (;;) {
    yield [...digits];
    let place = sizes.length - 1;
    while (place >= 0 && digits[place] === sizes[place]! - 1) digits[place--] = 0;
    if (place < 0) return;
    digits[place]!++;
  }
}

/** The rows of the agreement zone: every constraint met. */
export function zoneRows(table: SettlementTable): readonly Row[] {
  const all = 2 ** table.constraints.length - 1;
  return table.rows.filter((row) => row.met === all);
}

/** The rows that meet every line and floor, whatever they are worth. */
export function rowsBeforeReservations(table: SettlementTable): readonly Row[] {
  const wanted = bitsOf(table, ({ ref }) => ref.kind !== "reservation");
  return table.rows.filter((row) => (row.met & wanted) === wanted);
}

export function bitsOf(table: SettlementTable, which: (constraint: Constraint) => boolean): number {
  return table.constraints.reduce((bits, constraint, place) => (which(constraint) ? bits | (1 << place) : bits), 0);
}

export function named(scenario: Scenario, choice: readonly number[]): Chosen {
  const chosen: Record<string, string> = {};
  scenario.agenda.issues.forEach((issue, place) => {
    chosen[issue.id] = issue.options[choice[place]!]!.id;
  });
  return chosen;
}

/** Reservations from the whole numbers, which is fast; lines and floors as they are defined. */
function constraintBits(scenario: Scenario, asked: readonly Constraint[], sheets: readonly WholeSheet[]) {
  const tieAccepts = scenario.agenda.tie === "accepts";
  const party = asked.map(({ ref }) => scenario.sheets.findIndex((sheet) => sheet.party === ref.party));
  return (chosen: Chosen, utilities: readonly number[]): number => {
    let bits = 0;
    asked.forEach((constraint, place) => {
      const index = party[place]!;
      const [u, r] = [utilities[index]!, sheets[index]!.reservation];
      const met = constraint.ref.kind === "reservation" ? (tieAccepts ? u >= r : u > r) : constraint.isMetBy(chosen);
      if (met) bits |= 1 << place;
    });
    return bits;
  };
}
