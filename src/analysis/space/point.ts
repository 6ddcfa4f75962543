import type { PartyId } from "#model";
import type { Point } from "../analysis.ts";
import type { Path } from "./best-settlement.ts";
import { type Problem, pointsOf } from "./problem.ts";
import { choicesOf } from "./settlement-space.ts";

/** A settlement of the search as a reader sees it: ids and points, caps applied. */
export function pointOf(problem: Problem, { options, utilities }: Path): Point {
  return { utilities: utilitiesInPoints(problem, utilities), settlement: choicesOf(problem, options) };
}

export function utilitiesInPoints(problem: Problem, utilities: Float64Array): Record<PartyId, number> {
  return byParty(problem, (p) => pointsOf(problem, p, Math.min(problem.cap[p]!, utilities[p]!)));
}

/** One number per party, by id; for some of the parties when `columns` are given. */
export function byParty(
  problem: Problem,
  value: (p: number) => number,
  columns = problem.parties.map((_, p) => p),
): Record<PartyId, number> {
  return Object.fromEntries(columns.map((p) => [problem.parties[p]!, value(p)]));
}
