import { evaluate, type PartyId } from "#model";
import { toNumber } from "#prelude";
import type { Point } from "../analysis.ts";
import type { Path } from "./best-settlement.ts";
import { type Problem, pointsOf } from "./problem.ts";
import { choicesOf } from "./settlement-space.ts";

/** A settlement of the search as a reader sees it: ids and points, caps applied, every party that has a sheet. */
export function pointOf(problem: Problem, { options, utilities }: Path): Point {
  const settlement = choicesOf(problem, options);
  const worth = Object.fromEntries(
    problem.scenario.sheets.map((sheet) => {
      const p = problem.parties.indexOf(sheet.party);
      // a party that need not consent has no column in the search
      const points =
        p < 0
          ? toNumber(evaluate(sheet, settlement, problem.inForce.on).utility)
          : unitsInPoints(problem, p, utilities[p]!);
      return [sheet.party, points];
    }),
  );
  return { utilities: worth, settlement };
}

/** Points above the reservation value, of every party that has a sheet. */
export function surplusOf(problem: Problem, { utilities }: Point): Record<PartyId, number> {
  return Object.fromEntries(
    problem.scenario.sheets.map(({ party, reservation }) => [party, utilities[party]! - reservation.mid]),
  );
}

/** One number per consenting party, by id; for some of them when `columns` are given. */
export function byParty(
  problem: Problem,
  value: (p: number) => number,
  columns = problem.parties.map((_, p) => p),
): Record<PartyId, number> {
  return Object.fromEntries(columns.map((p) => [problem.parties[p]!, value(p)]));
}

function unitsInPoints(problem: Problem, p: number, units: number): number {
  return pointsOf(problem, p, Math.min(problem.cap[p]!, units));
}
