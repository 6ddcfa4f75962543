import { toNumber } from "#prelude";
import type { Problem } from "./problem.ts";

/**
 * Units by which two utilities of party p may differ and still count as equal: none where the sheet's numbers are
 * whole, a billionth of its scale where they had to be rounded.
 */
export function grainOf(problem: Problem, p: number): number {
  const scale = problem.scales[p]!;
  if (scale.exact) return 0;
  const sheet = problem.scenario.sheets.find(({ party }) => party === problem.parties[p])!;
  return Math.max(1, toNumber(scale.units) * sheet.scale * 1e-9);
}
