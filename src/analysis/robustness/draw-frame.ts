import type { PreferenceSheet, Scenario } from "#model";
import type { RulesInForce } from "../rules-in-force.ts";
import { type Conjunction, conjunction, holdsFor, type Problem, problemOf } from "../space/problem.ts";
import { type SettlementSpace, settlementSpace } from "../space/settlement-space.ts";
import { tableCases, tablesOf, uncovered } from "../space/table-cases.ts";
import type { PreparedMany } from "./prepare-many.ts";

/**
 * A scenario compiled once for many draws of its judgements: the diagram keeps every combination to which a sheet
 * attaches a number (table cells, combinations, floors), so that a draw only re-weighs it. Floors bind through a
 * penalty no surplus can make up for, because whether a cell is below its floor changes from draw to draw.
 * Arithmetic in doubles, in points of each party's scale.
 */
export type DrawFrame = {
  readonly space: SettlementSpace;
  readonly threshold: Float64Array;
  /** Points no settlement of the loaded draw exceeds for party p; Infinity without a cap. */
  readonly cap: Float64Array;
  /** Loads a draw: fills the space's payoffs and the thresholds. One sheet per party of the space, in its order. */
  readonly load: (sheets: readonly PreferenceSheet[]) => void;
  /** Made ready once per settlement, so that each draw costs one addition per issue and linkage that holds. */
  readonly prepare: (options: ArrayLike<number>) => Prepared;
  /** A prepared settlement's utility to party p under the loaded draw, floors aside. */
  readonly utility: (p: number, settlement: Prepared) => number;
  /**
   * Keeps of `alive` (numbers of prepared settlements, the first `count` of them) those that party p accepts under the
   * loaded draw with a surplus of at least `least`; returns how many are left, at the front in their order.
   */
  readonly keepAccepted: (p: number, many: PreparedMany, alive: Int32Array, count: number, least: number) => number;
  /** Whether party p would break a floor at the settlement under the loaded draw. */
  readonly breaksFloor: (p: number, settlement: Prepared) => boolean;
};

/** A settlement with the numbers of the linkage cells and floor cells that it falls into, by party. */
export type Prepared = {
  readonly options: Int32Array;
  readonly slots: readonly Int32Array[];
  readonly floors: readonly Int32Array[];
};

/** More than any utility, in scales. */
const penalty = -1e6;

type Slot = {
  readonly party: number;
  readonly when: Conjunction;
  readonly isFloor: boolean;
  /** Points under a drawn sheet; `each` is points per value of the issue it is about. */
  readonly points: (sheet: PreferenceSheet, each: (issue: string) => number) => number;
};

export function drawFrame(scenario: Scenario, inForce: RulesInForce): DrawFrame {
  const base = problemOf(scenario, { ...inForce, floors: [] });
  const { issues, offset } = base;
  const m = base.parties.length;
  const sheets = base.parties.map((party) => scenario.sheets.find((sheet) => sheet.party === party)!);
  const slots = sheets.flatMap((sheet, p) => [...linkageSlots(sheet, p, base), ...floorSlots(sheet, p, base, inForce)]);
  const silent = new Float64Array(m);
  const problem: Problem = { ...base, bonuses: slots.map(({ when }) => ({ when, payoff: silent })) };
  const space = settlementSpace(problem);
  const narrow = slots.filter(({ when }) => when.size <= 1);
  const wide = slots.filter(({ when }) => when.size > 1);
  const threshold = new Float64Array(m);
  const value = new Float64Array(slots.length);
  const numberOf = new Map(slots.map((slot, s) => [slot, s]));
  const count = offset[issues.length]!;
  /** By party, then by option: what the option adds by itself. */
  const own = Array.from({ length: m }, () => new Float64Array(count));

  const load = (drawn: readonly PreferenceSheet[]): void => {
    drawn.forEach((sheet, p) => {
      threshold[p] = sheet.reservation.mid;
      const each = perValue(sheet);
      issues.forEach((issue, i) => {
        const preference = sheet.issues[issue.id];
        const points = each(issue.id);
        for (let o = offset[i]!; o < offset[i + 1]!; o++) {
          own[p]![o] = preference ? preference.values[issue.options[o - offset[i]!]!.id]!.mid * points : 0;
        }
      });
    });
    const each = drawn.map(perValue);
    slots.forEach((slot, s) => {
      value[s] = slot.points(drawn[slot.party]!, each[slot.party]!);
    });
    for (let p = 0; p < m; p++) for (let o = 0; o < count; o++) space.payoff[o * m + p] = own[p]![o]!;
    for (const slot of narrow) {
      for (const [i, flags] of slot.when) {
        flags.forEach((flag, o) => {
          if (flag === 1) space.payoff[(offset[i]! + o) * m + slot.party]! += value[numberOf.get(slot)!]!;
        });
      }
    }
    space.bonus.fill(0);
    space.diagram.firedSets.forEach((set, f) => {
      for (const b of set) space.bonus[f * m + wide[b]!.party]! += value[numberOf.get(wide[b]!)!]!;
    });
  };
  const prepare = (options: ArrayLike<number>): Prepared => {
    const holding = (p: number, isFloor: boolean): Int32Array =>
      Int32Array.from(
        slots.flatMap((slot, s) =>
          slot.party === p && slot.isFloor === isFloor && holdsFor(base, slot.when, options) ? [s] : [],
        ),
      );
    return {
      options: Int32Array.from(options),
      slots: base.parties.map((_, p) => holding(p, false)),
      floors: base.parties.map((_, p) => holding(p, true)),
    };
  };
  const utility = (p: number, settlement: Prepared): number => {
    const { options } = settlement;
    const points = own[p]!;
    const extra = settlement.slots[p]!;
    let sum = 0;
    for (let i = 0; i < options.length; i++) sum += points[options[i]!]!;
    for (let s = 0; s < extra.length; s++) sum += value[extra[s]!]!;
    return sum > cap[p]! ? cap[p]! : sum;
  };
  const keepAccepted: DrawFrame["keepAccepted"] = (p, many, alive, count, least) => {
    const sums = many.sums(own[p]!);
    const { each, places, width } = many;
    const needed = threshold[p]! + least;
    const limit = cap[p]!;
    let kept = 0;
    for (let a = 0; a < count; a++) {
      const number = alive[a]!;
      const end = (number + 1) * width;
      let sum = 0;
      for (let g = number * width; g < end; g++) sum += sums[places[g]!]!;
      const settlement = each[number]!;
      const extra = settlement.slots[p]!;
      for (let s = 0; s < extra.length; s++) sum += value[extra[s]!]!;
      if ((sum > limit ? limit : sum) >= needed && !breaksFloor(p, settlement)) alive[kept++] = number;
    }
    return kept;
  };
  const breaksFloor = (p: number, { floors }: Prepared): boolean => floors[p]!.some((s) => value[s]! < 0);
  const cap = Float64Array.from(sheets, (sheet) => sheet.cap ?? Number.POSITIVE_INFINITY);
  return { space, threshold, cap, load, prepare, utility, keepAccepted, breaksFloor };
}

function linkageSlots(sheet: PreferenceSheet, party: number, { issues }: Problem): Slot[] {
  const combinations = sheet.linkages.flatMap((linkage, at): Slot[] => {
    if (linkage.kind !== "combination") return [];
    const points = (drawn: PreferenceSheet): number => {
      const here = drawn.linkages[at]!;
      return here.kind === "combination" ? (here.value.mid / here.of) * drawn.scale : 0;
    };
    return [{ party, when: conjunction(issues, linkage.when), isFloor: false, points }];
  });
  const cells = issues.flatMap((issue) =>
    issue.options.flatMap(({ id: option }) =>
      tableCases(sheet, issue.id, option, issues).map(({ when, linkage, given }): Slot => {
        const points = (drawn: PreferenceSheet, each: (issue: string) => number): number =>
          (cellOf(drawn, linkage, given, option) - drawn.issues[issue.id]!.values[option]!.mid) * each(issue.id);
        return {
          party,
          when: conjunction(issues, [...when, { issue: issue.id, options: [option] }]),
          isFloor: false,
          points,
        };
      }),
    ),
  );
  return [...combinations, ...cells];
}

function floorSlots(sheet: PreferenceSheet, party: number, { issues }: Problem, inForce: RulesInForce): Slot[] {
  return inForce.floors.flatMap(({ party: owner, floor }) => {
    if (owner !== sheet.party) return [];
    return floor.commitments.flatMap((option): Slot[] => {
      const slot = (when: Parameters<typeof conjunction>[1], local: (drawn: PreferenceSheet) => number): Slot => ({
        party,
        when: conjunction(issues, [...when, { issue: floor.issue, options: [option] }]),
        isFloor: true,
        points: (drawn) => (local(drawn) < floor.min ? penalty * drawn.scale : 0),
      });
      const byTable = tableCases(sheet, floor.issue, option, issues).map(({ when, linkage, given }) =>
        slot(when, (drawn) => cellOf(drawn, linkage, given, option)),
      );
      const elsewhere = uncovered(tablesOf(sheet, floor.issue), option, issues);
      return [...byTable, slot(elsewhere, (drawn) => drawn.issues[floor.issue]!.values[option]!.mid)];
    });
  });
}

function cellOf(sheet: PreferenceSheet, linkage: number, given: string, option: string): number {
  const table = sheet.linkages[linkage]!;
  return table.kind === "table" ? table.table[given]![option]!.mid : Number.NaN;
}

function perValue(sheet: PreferenceSheet): (issue: string) => number {
  let total = sheet.total ?? 0;
  if (sheet.total === undefined) for (const issue in sheet.issues) total += sheet.issues[issue]!.weight.mid;
  return (issue) => {
    const preference = sheet.issues[issue];
    return preference && total > 0 ? (preference.weight.mid / total / preference.of) * sheet.scale : 0;
  };
}
