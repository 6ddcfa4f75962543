import { type GraphModel, movesFrom } from "./graph-model.ts";

/**
 * How far a party has let one state fall in its own order: split off below its equals or not, then past so many classes.
 * To make any states better than this one, letting it fall is never dearer than lifting them: one swap brings a class
 * at most one place nearer, and an equal is passed only by a split.
 */
export type Fall = { readonly split: boolean; readonly past: number };

export const noFall: Fall = { split: false, past: 0 };

export function swapsOf({ split, past }: Fall): number {
  return past + (split ? 1 : 0);
}

export function further(a: Fall, b: Fall): Fall {
  return { split: a.split || b.split, past: Math.max(a.past, b.past) };
}

/** The least fall of `state` after which `other` is better; undefined for the state itself. */
export function fallFor(rank: Int32Array, state: number, other: number): Fall | undefined {
  if (other === state) return undefined;
  const below = rank[state]! - rank[other]!; // both are states
  return { split: below === 0, past: Math.max(0, below) };
}

export function isBetter(rank: Int32Array, state: number, other: number, { split, past }: Fall): boolean {
  const needed = fallFor(rank, state, other);
  return needed !== undefined && needed.past <= past && (split || !needed.split);
}

/** A fall, and the state that it makes better. */
export type FallChoice = { readonly fall: Fall; readonly rises: number };

/**
 * The least falls after which `end` no longer holds a move of the party away from `state`: it is better itself, or, for
 * a countered concept, the party can move on from it to one that is. None is further than another in both ways.
 */
export function waysToOutdo(
  graph: GraphModel,
  party: number,
  rank: Int32Array,
  state: number,
  end: number,
  countered: boolean,
): readonly FallChoice[] {
  const ends = countered ? [end, ...movesFrom(graph, party, end)] : [end];
  const choices = ends.flatMap((rises) => {
    const fall = fallFor(rank, state, rises);
    return fall ? [{ fall, rises }] : [];
  });
  return choices.filter(
    ({ fall }, place) =>
      !choices.some(
        (other, index) => index !== place && covers(fall, other.fall) && (index < place || !covers(other.fall, fall)), // of two that are the same, the first
      ),
  );
}

/** Whether the first fall is at least as far as the second. */
function covers(a: Fall, b: Fall): boolean {
  return a.past >= b.past && (a.split || !b.split);
}
