import type { Judgement } from "./preference-sheet.ts";

/**
 * Whether the verdict by value turns within the judged range of the reservation value: at one end of it the party accepts
 * what is worth `utility` to it, at the other it refuses. Never where a single number was judged.
 */
export function withinJudgedRange(
  { low, high }: Pick<Judgement, "low" | "high">,
  utility: number,
  tie: "accepts" | "refuses",
): boolean {
  return tie === "accepts" ? low <= utility && utility < high : low < utility && utility <= high;
}
