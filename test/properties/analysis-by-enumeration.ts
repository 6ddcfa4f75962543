import type { Analysis, AnalysisOptions, ConstraintRef, Frontier, Solution } from "#analysis";
import type { Scenario } from "#model";
import { exact } from "#prelude";
import { nameOf } from "../oracle/constraints.ts";
import type { Vector } from "../oracle/efficient-vectors.ts";
import { exactUtility } from "../oracle/exact-utility.ts";
import { approximately, type Fraction, fraction, minus } from "../oracle/fraction.ts";
import { type Oracle, oracle } from "../oracle/oracle.ts";
import type { Effect } from "../oracle/red-line-effects.ts";
import { named, type Row, zoneRows } from "../oracle/settlement-table.ts";
import type { Picked } from "../oracle/solutions.ts";

/**
 * An analysis that says what the enumeration says. It stands in for the engine where the comparison itself is tested:
 * a comparison that lets a changed number pass would let the engine's mistakes pass too.
 */
export function analysisByEnumeration(scenario: Scenario, options: AnalysisOptions = {}): Analysis {
  const answer = oracle(scenario, options);
  const zone = zoneRows(answer.table);
  const isEmpty = zone.length === 0;
  const { solutions } = answer;
  return {
    schema: "entente.analysis/1",
    scenario: { id: scenario.agenda.id, title: "", asOf: scenario.agenda.asOf },
    parties: scenario.agenda.parties.map(({ id, name }) => partySummary(answer, zone, id, name)),
    rules: {
      tie: scenario.agenda.tie,
      decision: "",
      on: scenario.agenda.asOf,
      enforced: answer.table.constraints.map(({ ref }) => ref).filter(({ kind }) => kind !== "reservation"),
      reportedOnly: [],
      notInForce: [],
      undated: [],
      setAside: [],
      ruleIds: [],
      locks: {},
    },
    settlements: exact(String(answer.settlements)),
    settlementsWithoutDefinitionalRules: exact(String(answer.settlementsWithoutDefinitionalRules)),
    agreementZone: {
      exists: exact(!isEmpty),
      count: exact(String(zone.length)),
      ...(isEmpty ? {} : { witness: point(answer, zone[0]!) }),
    },
    frontier: frontier(answer, answer.frontier),
    ...(isEmpty ? { frontierBeforeReservations: frontier(answer, answer.frontierBeforeReservations) } : {}),
    solutions: {
      nashBargaining: solution(answer, solutions.nashBargaining),
      kalaiSmorodinsky: {
        ...solution(answer, solutions.kalaiSmorodinsky),
        leftOut: solutions.kalaiSmorodinsky.leftOut.map((column) => answer.parties[column]!),
      },
      egalitarian: solution(answer, solutions.egalitarian),
      utilitarian: solution(answer, solutions.utilitarian),
    },
    conflicts: exact(answer.conflicts.map((members) => ({ members: members.map((name) => refNamed(answer, name)) }))),
    zoneUnlocks: exact(answer.zoneUnlocks.map((unlock) => zoneUnlock(answer, unlock))),
    redLinePrices: [...answer.without].map(([name, without]) => price(answer, refNamed(answer, name), without)),
    deadOptions: {
      byRules: answer.dead.byRules.map(parseDead),
      inZone: [
        ...answer.dead.byLine.map((dead) => ({ ...parseDead(dead), why: "line" as const })),
        ...answer.dead.byValue.map((dead) => ({ ...parseDead(dead), why: "value" as const })),
      ],
    },
    packages: Object.fromEntries(scenario.packages.map(({ id }) => [id, packageReport(answer, id)])),
    hollowConsensus: [],
    mutualVeto: [],
    channels: { asOf: scenario.agenda.asOf, channels: [], adversaries: [], channelsTogether: 0, sessionsTogether: 0 },
    notes: [],
    timings: {},
  };
}

const inPoints = (answer: Oracle, units: number): number => approximately(fraction(BigInt(units), answer.table.unit));

function partySummary(answer: Oracle, zone: readonly Row[], id: string, name: string): Analysis["parties"][number] {
  const { table } = answer;
  const column = table.parties.indexOf(id);
  const common = { id, name, scale: 100, arithmetic: "exact" } as const;
  if (column < 0) return { ...common, consents: false, sheet: "none" };
  const of = (rows: readonly Row[]): number[] => rows.map(({ utilities }) => inPoints(answer, utilities[column]!));
  const r = inPoints(answer, table.reservations[column]!);
  return {
    ...common,
    consents: table.consents[column]!,
    sheet: "estimate",
    reservation: { low: r, mid: r, high: r },
    ...(table.rows.length === 0
      ? {}
      : { range: { least: Math.min(...of(table.rows)), most: Math.max(...of(table.rows)) } }),
    ...(zone.length === 0 ? {} : { ideal: exact(Math.max(...of(zone))) }),
  };
}

function point(answer: Oracle, row: Row) {
  const utilities = answer.table.parties.map(
    (party, column) => [party, inPoints(answer, row.utilities[column]!)] as const,
  );
  return { utilities: Object.fromEntries(utilities), settlement: named(answer.table.scenario, row.choice) };
}

function frontier(answer: Oracle, vectors: readonly Vector[]): Frontier {
  const points = vectors.map(({ rows }) => ({ ...point(answer, rows[0]!), ties: String(rows.length) }));
  return { status: "exact", size: vectors.length, points };
}

function solution(answer: Oracle, picked: Picked): Solution {
  return {
    ...(picked.vectors.length === 0 ? { status: "empty", reason: "No settlement." } : { status: "exact" }),
    ...(picked.value ? { value: approximately(picked.value) } : {}),
    points: picked.vectors.map(({ rows }) => ({
      ...point(answer, rows[0]!),
      surplus: Object.fromEntries(
        answer.table.parties.map((party, column) => [
          party,
          inPoints(answer, rows[0]!.utilities[column]! - answer.table.reservations[column]!),
        ]),
      ),
      ties: exact(String(rows.length)),
      examples: rows.slice(0, 20).map(({ choice }) => named(answer.table.scenario, choice)),
    })),
  };
}

function refNamed(answer: Oracle, name: string): ConstraintRef {
  return answer.table.constraints.find(({ ref }) => nameOf(ref) === name)!.ref;
}

function zoneUnlock(answer: Oracle, unlock: Oracle["zoneUnlocks"][number]) {
  const { table } = answer;
  const removed = unlock.remove.reduce((bits, position) => bits | (1 << position), 0);
  const kept = (2 ** table.constraints.length - 1) & ~removed;
  const meeting = table.rows.filter(({ met }) => (met & kept) === kept);
  return {
    remove: unlock.remove.map((position) => table.constraints[position]!.ref),
    witness: point(answer, meeting[0]!),
    cuts: unlock.cuts.map((cut) => ({
      cut: Object.fromEntries(cut.map((one) => [table.parties[one.column]!, inPoints(answer, one.cut)])),
      witness: point(
        answer,
        meeting.find((row) =>
          cut.every((one) => table.reservations[one.column]! - row.utilities[one.column]! <= one.cut),
        )!,
      ),
    })),
  };
}

function price(answer: Oracle, constraint: ConstraintRef, without: Effect): Analysis["redLinePrices"][number] {
  const before = answer.withEverything;
  const gain = (a: Fraction | undefined, b: Fraction | undefined): number | undefined =>
    a && b && approximately(minus(a, b));
  const [utilitarian, egalitarian] = [
    gain(without.utilitarian, before.utilitarian),
    gain(without.egalitarian, before.egalitarian),
  ];
  const ratio =
    without.nashProduct && before.nashProduct && approximately(without.nashProduct) / approximately(before.nashProduct);
  return {
    constraint,
    zoneWithout: exact(without.zoneExists),
    gain: {
      ...(utilitarian === undefined ? {} : { utilitarian }),
      ...(egalitarian === undefined ? {} : { egalitarian }),
      ...(ratio === undefined ? {} : { nashProductRatio: ratio }),
    },
    idealGain: before.zoneExists
      ? Object.fromEntries(
          answer.parties.map((party, i) => [party, inPoints(answer, without.ideals[i]! - before.ideals[i]!)]),
        )
      : {},
    ...(before.count === 0 ? {} : { countRatio: without.count / before.count }),
  };
}

function parseDead(dead: string) {
  const [issue = "", option = ""] = dead.split("=");
  return { issue, option };
}

function packageReport(answer: Oracle, id: string): Analysis["packages"][string] {
  const { scenario } = answer.table;
  const pack = scenario.packages.find((one) => one.id === id)!;
  const verdict = answer.verdicts.get(id);
  const common = { name: id, choices: pack.choices, declaredLinesCrossed: [], refusedBy: [], moves: {} };
  if (!verdict) {
    const packageUnlocks = { status: "unknown", reason: "incomplete" } as const;
    return {
      ...common,
      complete: false,
      utilities: {},
      surplus: {},
      rulesBroken: [],
      shortfallByIssue: {},
      packageUnlocks,
    };
  }
  const numbers = (of: Readonly<Record<string, Fraction>>): Record<string, number> =>
    Object.fromEntries(Object.entries(of).map(([key, value]) => [key, approximately(value)]));
  const unlock = answer.packageUnlocks.get(id);
  const worth = (row: Row) => point(answer, row).utilities;
  const asRef = (name: string) => {
    const [party = "", rest = ""] = name.split("'s ");
    const [kind = "", ref = ""] = rest.split(" ");
    return { party, kind, ref };
  };
  return {
    ...common,
    complete: true,
    utilities: numbers(verdict.utilities),
    surplus: numbers(verdict.surplus),
    rulesBroken: verdict.rulesBroken,
    refusedBy: verdict.refusals.map(asRef).map(({ party, kind, ref }) => {
      if (kind === "reservation") return { party, by: "value", shortfall: approximately(verdict.shortfall[party]!) };
      if (kind === "line") return { party, by: "line", line: ref, undated: false };
      const value = approximately(verdict.floorValues[`${party}'s floor ${ref}`]!);
      return { party, by: "floor", floor: ref, issue: "", option: "", value, min: 0 };
    }),
    declaredLinesCrossed: verdict.declaredCrossed
      .map(asRef)
      .map(({ party, ref }) => ({ party, line: ref, undated: false })),
    shortfallByIssue: Object.fromEntries(
      Object.entries(verdict.shortfallByIssue).map(([party, of]) => [
        party,
        Object.entries(numbers(of))
          .map(([issue, points]) => ({ issue, option: pack.choices[issue]!, points }))
          .sort((a, b) => b.points - a.points),
      ]),
    ),
    packageUnlocks:
      verdict.refusals.length === 0
        ? { status: "not-needed" }
        : unlock === undefined
          ? { status: "none", reason: "" }
          : {
              status: "exact",
              size: unlock.size,
              sets: [...unlock.sets].map(([issues, rows]) => ({
                issues: issues.split(" "),
                changes: rows.map((row) => {
                  const after = named(scenario, row.choice);
                  const change = scenario.sheets.map((sheet) => {
                    const gained = minus(exactUtility(sheet, after), exactUtility(sheet, pack.choices));
                    return [sheet.party, approximately(gained)] as const;
                  });
                  const set = Object.fromEntries(issues.split(" ").map((issue) => [issue, after[issue]!]));
                  return { set, utilities: worth(row), change: Object.fromEntries(change) };
                }),
              })),
            },
  };
}
