import type { Adjacency, MoveRelation } from "./graph-model.ts";

/** The levers of one player as bits: all, those that once taken stay taken, those that once given up stay so. */
export type Levers = { readonly own: number; readonly forward: number; readonly back: number };

/**
 * Every move of a player that holds these levers. Moves that can all be taken back are the same read either way, and
 * then both sides share one table.
 * @param codes  of the possible states, ascending. @param most  moves to hold; undefined is returned when there are more.
 */
export function leverMoves(codes: Uint32Array, levers: Levers, most: number): MoveRelation | undefined {
  const { own, forward, back } = levers;
  const forth = walk(codes, levers, most);
  if (!forth) return undefined;
  // backwards, what was taken for good can only be given up
  const reversible = (forward | back) === 0;
  const turned = reversible ? forth : walk(codes, { own, forward: back, back: forward }, most);
  return turned && { forth, back: turned };
}

function walk(codes: Uint32Array, { own, forward, back }: Levers, most: number): Adjacency | undefined {
  const stateOf = new Int32Array((codes.at(-1) ?? 0) + 1).fill(-1);
  for (let state = 0; state < codes.length; state++) stateOf[codes[state]!] = state;
  const starts = new Uint32Array(codes.length + 1);
  let ends = new Uint32Array(Math.min(most, Math.max(16, codes.length)));
  let moves = 0;
  for (let state = 0; state < codes.length; state++) {
    const code = codes[state]!;
    const stays = code & forward;
    const free = own & ~stays & ~(back & ~code);
    const base = (code & ~own) | stays;
    // the subsets of the free levers in ascending order, so that codes and states ascend too
    let subset = 0;
    do {
      const next = base | subset;
      const end = next < stateOf.length ? stateOf[next]! : -1;
      if (end >= 0 && end !== state) {
        if (moves === ends.length) {
          if (moves >= most) return undefined;
          const larger = new Uint32Array(Math.min(most, 2 * moves));
          larger.set(ends);
          ends = larger;
        }
        ends[moves++] = end;
      }
      subset = (subset - free) & free;
    } while (subset !== 0);
    starts[state + 1] = moves;
  }
  return { starts, ends: ends.slice(0, moves) };
}
