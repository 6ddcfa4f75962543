import type { Answer } from "#prelude";
import type { Frontier, Solution, Solutions } from "./analysis.ts";
import { byParty } from "./space/point.ts";
import { type Problem, pointsOf } from "./space/problem.ts";

/**
 * Whether rounding decides who is inside the agreement zone: some sheet's numbers could not be whole, and the count of
 * the zone is not the same on both sides of the rounding error (or is not known exactly).
 */
export function edgeRestsOnRounding(problem: Problem, count: Answer<string>): boolean {
  return problem.margin.some((units) => units > 0) && count.status !== "exact";
}

/** What is then left to say of the frontier: true to within the rounding error. */
export function boundedFrontier(problem: Problem, frontier: Frontier): Frontier {
  if (frontier.status !== "exact") return frontier;
  const epsilon = byParty(problem, (p) => pointsOf(problem, p, 2 * Math.ceil(problem.scales[p]!.error)));
  return { status: "bounded", epsilon, edges: "cleared", size: frontier.size, points: frontier.points };
}

/** And of the solutions: the best of the zone as the rounded numbers have it. */
export function boundedSolutions(solutions: Solutions): Solutions {
  const bounded = (solution: Solution): Solution =>
    solution.status === "exact" ? { ...solution, status: "bounded" } : solution;
  return {
    nashBargaining: bounded(solutions.nashBargaining),
    kalaiSmorodinsky: bounded(solutions.kalaiSmorodinsky),
    egalitarian: bounded(solutions.egalitarian),
    utilitarian: bounded(solutions.utilitarian),
  };
}
