import {
  type Condition,
  type Issue,
  type PartyId,
  type PreferenceSheet,
  type Rule,
  type Scenario,
  weightTotal,
} from "#model";
import { compare, multiply, type Rational, rational, rationalOf, subtract, add as sum, toNumber } from "#prelude";
import type { ConstraintRef } from "../analysis.ts";
import type { RulesInForce } from "../rules-in-force.ts";
import { type IntegerScale, integerScale, pointsPerValue } from "./integer-scale.ts";
import { tableCases, tablesOf, uncovered } from "./table-cases.ts";

/**
 * A scenario under the rules in force, as whole numbers. Option o of issue i has the flat index offset[i] + o.
 * Party p's utility of a settlement is the sum of `payoff` over its options plus the payoffs of the terms that hold,
 * at most `cap`; it accepts from `threshold` on.
 */
export type Problem = {
  readonly scenario: Scenario;
  readonly inForce: RulesInForce;
  readonly issues: readonly Issue[];
  readonly offset: Int32Array;
  /** Consenting parties with a sheet, in the agenda's order: the columns of every table. */
  readonly parties: readonly PartyId[];
  readonly scales: readonly IntegerScale[];
  /** options x parties, row-major, in units. */
  readonly payoff: Float64Array;
  readonly bonuses: readonly Bonus[];
  readonly constraints: readonly Constraint[];
  /** Utility in units from which a party accepts, and its reservation value itself. */
  readonly threshold: Float64Array;
  readonly reservation: Float64Array;
  /** How far rounding may move a utility past the threshold, in whole units; 0 where no settlement comes near it. */
  readonly margin: Float64Array;
  readonly cap: Float64Array;
};

/** A conjunction over issues: `allow[i]`, where present, flags the options of issue i that keep it alive. */
export type Conjunction = ReadonlyMap<number, Uint8Array>;

/** Points that a combination of options adds. */
export type Bonus = { readonly when: Conjunction; readonly payoff: Float64Array };

/** Combinations that are out of the question, and on whose account. */
export type Constraint = {
  readonly by:
    | Exclude<ConstraintRef, { kind: "reservation" }>
    | { readonly kind: "rule"; readonly rule: string }
    | { readonly kind: "lock" };
  readonly forbid: readonly Conjunction[];
};

export function problemOf(scenario: Scenario, inForce: RulesInForce): Problem {
  const { issues } = scenario.agenda;
  const offset = new Int32Array(issues.length + 1);
  issues.forEach((issue, i) => {
    offset[i + 1] = offset[i]! + issue.options.length;
  });
  const sheets = scenario.sheets.filter((sheet) => inForce.consent.includes(sheet.party));
  const columns = sheets.map((sheet) => sheetColumn(sheet, issues));
  const m = sheets.length;
  const payoff = new Float64Array(offset[issues.length]! * m);
  const bonuses: Bonus[] = [];
  columns.forEach(({ scale, options, bonus }, p) => {
    options.forEach((points, o) => {
      payoff[o * m + p] = scale.toUnits(points);
    });
    for (const { when, points } of bonus) {
      const vector = new Float64Array(m);
      vector[p] = scale.toUnits(points);
      if (vector[p] !== 0) bonuses.push({ when: conjunction(issues, when), payoff: vector });
    }
  });
  const reservation = Float64Array.from(sheets, (sheet, p) =>
    columns[p]!.scale.toUnits(rationalOf(sheet.reservation.mid)),
  );
  const margin = Float64Array.from(sheets, (sheet, p) => {
    const { scale } = columns[p]!;
    return scale.exact || acceptsEverything(columns[p]!, sheet, issues, inForce.tie) ? 0 : Math.ceil(scale.error);
  });
  return {
    scenario,
    inForce,
    issues,
    offset,
    parties: sheets.map((sheet) => sheet.party),
    scales: columns.map(({ scale }) => scale),
    payoff,
    bonuses,
    constraints: constraintsOf(scenario, inForce, sheets),
    threshold: reservation.map((units, p) => {
      if (margin[p] === 0 && !columns[p]!.scale.exact) return units - 2 * Math.ceil(columns[p]!.scale.error) - 1;
      return inForce.tie === "accepts" ? units : units + 1;
    }),
    margin,
    reservation,
    cap: Float64Array.from(sheets, (sheet, p) =>
      sheet.cap === undefined ? Number.POSITIVE_INFINITY : columns[p]!.scale.toUnits(rationalOf(sheet.cap)),
    ),
  };
}

/** Units of party p as points of its scale. */
export function pointsOf(problem: Problem, p: number, units: number): number {
  const { num, den } = problem.scales[p]!.units;
  return Number.isInteger(units) && Math.abs(units) <= Number.MAX_SAFE_INTEGER
    ? toNumber(rational(BigInt(units) * den, num))
    : (units * Number(den)) / Number(num);
}

/** Whether the settlement, one flat option index per issue, is inside the conjunction. */
export function holdsFor({ offset }: Problem, when: Conjunction, options: ArrayLike<number>): boolean {
  for (const [i, flags] of when) if (flags[options[i]! - offset[i]!] === 0) return false;
  return true;
}

/** The options of each clause's issue, as flags. Clauses over the same issue are taken together. */
export function conjunction(issues: readonly Issue[], condition: Condition): Conjunction {
  const all = new Map<number, Uint8Array>();
  for (const clause of condition) {
    const i = issues.findIndex((issue) => issue.id === clause.issue);
    const before = all.get(i);
    all.set(
      i,
      Uint8Array.from(issues[i]!.options, (option, o) =>
        clause.options.includes(option.id) && before?.[o] !== 0 ? 1 : 0,
      ),
    );
  }
  return all;
}

type Column = {
  readonly scale: IntegerScale;
  /** Points of every option, by flat index. */
  readonly options: readonly Rational[];
  readonly bonus: readonly { readonly when: Condition; readonly points: Rational }[];
};

/** Whether even the worst conceivable settlement is worth the reservation value, in exact numbers. */
function acceptsEverything(
  column: Column,
  sheet: PreferenceSheet,
  issues: readonly Issue[],
  tie: "accepts" | "refuses",
): boolean {
  let at = 0;
  let least = zero;
  for (const { options } of issues) {
    const own = column.options.slice(at, at + options.length);
    at += options.length;
    least = sum(
      least,
      own.reduce((a, b) => (compare(b, a) < 0 ? b : a)),
    );
  }
  for (const { points } of column.bonus) if (points.num < 0n) least = sum(least, points);
  const over = compare(least, rationalOf(sheet.reservation.mid));
  return over > 0 || (over === 0 && tie === "accepts");
}

/** A table linkage becomes one bonus per cell: the difference to the issue's own value. */
function sheetColumn(sheet: PreferenceSheet, issues: readonly Issue[]): Column {
  const total = weightTotal(sheet);
  const perValue = (id: string): Rational => {
    const preference = sheet.issues[id];
    return preference ? pointsPerValue(sheet, preference.weight.mid, preference.of, total) : zero;
  };
  const options = issues.flatMap((issue) => {
    const preference = sheet.issues[issue.id];
    const each = perValue(issue.id);
    return issue.options.map((option) =>
      preference ? multiply(rationalOf(preference.values[option.id]!.mid), each) : zero,
    );
  });
  const bonus = sheet.linkages.flatMap((linkage): { readonly when: Condition; readonly points: Rational }[] => {
    if (linkage.kind === "combination") {
      const points = multiply(rationalOf(linkage.value.mid), perUnit(sheet, linkage.of));
      return [{ when: linkage.when, points }];
    }
    return []; // below, all tables of an issue together
  });
  for (const issue of issues.filter(({ id }) => sheet.issues[id])) {
    const each = perValue(issue.id);
    for (const { id: option } of issue.options) {
      const own = rationalOf(sheet.issues[issue.id]!.values[option]!.mid);
      for (const { when, value } of tableCases(sheet, issue.id, option, issues)) {
        bonus.push({
          when: [...when, { issue: issue.id, options: [option] }],
          points: multiply(subtract(rationalOf(value), own), each),
        });
      }
    }
  }
  const named = [rationalOf(sheet.reservation.mid), ...(sheet.cap === undefined ? [] : [rationalOf(sheet.cap)])];
  const points = [...options, ...bonus.map((item) => item.points), ...named];
  return { scale: integerScale(points, issues.length + bonus.length), options, bonus };
}

function perUnit(sheet: PreferenceSheet, of: number): Rational {
  const { num, den } = rationalOf(of);
  return multiply(rationalOf(sheet.scale), rational(den, num));
}

function constraintsOf(
  scenario: Scenario,
  inForce: RulesInForce,
  sheets: readonly PreferenceSheet[],
): readonly Constraint[] {
  const { issues } = scenario.agenda;
  const locks: Condition = Object.entries(inForce.locks).map(([issue, option]) => ({ issue, options: [option] }));
  return [
    ...inForce.rules.map((rule) => ({
      by: { kind: "rule" as const, rule: rule.id },
      forbid: forbiddenBy(rule, issues),
    })),
    {
      by: { kind: "lock" },
      forbid: [...locks, ...inForce.where].map((clause) => complement(conjunction(issues, [clause]))),
    },
    ...inForce.lines.map(({ party, line }) => ({
      by: { kind: "line" as const, party, line: line.id },
      forbid: [conjunction(issues, line.when)],
    })),
    ...inForce.floors.map(({ party, floor }) => ({
      by: { kind: "floor" as const, party, floor: floor.id },
      forbid: belowFloor(sheets.find((sheet) => sheet.party === party)!, floor, issues),
    })),
  ];
}

/** If A then B1 and B2 forbids A with not B1, and A with not B2. */
function forbiddenBy(rule: Rule, issues: readonly Issue[]): readonly Conjunction[] {
  const when = conjunction(issues, rule.when);
  if (rule.kind === "forbid") return [when];
  return rule.then.map((clause) => intersect(when, complement(conjunction(issues, [clause]))));
}

/** The options, and the cells of table linkages, at which a commitment is worth less than the floor. */
function belowFloor(
  sheet: PreferenceSheet,
  floor: RulesInForce["floors"][number]["floor"],
  issues: readonly Issue[],
): readonly Conjunction[] {
  const min = rationalOf(floor.min);
  return floor.commitments.flatMap((option) => {
    const own = {
      when: uncovered(tablesOf(sheet, floor.issue), option, issues),
      value: sheet.issues[floor.issue]!.values[option]!.mid,
    };
    return [own, ...tableCases(sheet, floor.issue, option, issues)]
      .filter(({ value }) => compare(rationalOf(value), min) < 0)
      .map(({ when }) => conjunction(issues, [...when, { issue: floor.issue, options: [option] }]));
  });
}

/** Any other option of the one issue. */
function complement(single: Conjunction): Conjunction {
  return new Map([...single].map(([i, flags]) => [i, flags.map((flag) => 1 - flag)]));
}

function intersect(a: Conjunction, b: Conjunction): Conjunction {
  const both = new Map(a);
  for (const [i, flags] of b) both.set(i, both.has(i) ? flags.map((flag, o) => flag & both.get(i)![o]!) : flags);
  return both;
}

const zero: Rational = rational(0n, 1n);
