import type { EvidenceRef } from "../deal/evidence-ref.ts";

/** What was looked at before, the present one last. */
export type Visited = readonly EvidenceRef[];

const remembered = 30;

/** With the thing looked at now; the same again is no step, and the last but one is a step back. */
export function visit(visited: Visited, now: EvidenceRef): Visited {
  if (same(visited.at(-1), now)) return visited;
  if (same(visited.at(-2), now)) return visited.slice(0, -1);
  return [...visited, now].slice(-remembered);
}

function same(a: EvidenceRef | undefined, b: EvidenceRef): boolean {
  return a !== undefined && JSON.stringify(a) === JSON.stringify(b);
}
