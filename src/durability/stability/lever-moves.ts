/** The levers of one player as bits: all, those that once taken stay taken, those that once given up stay so. */
export type Levers = { readonly own: number; readonly forward: number; readonly back: number };

/**
 * The moves of a player that holds levers, without listing them: a move leaves all other levers as they are, never
 * undoes what cannot be undone, and else goes anywhere. States that differ in reversible own levers alone form a group;
 * a player moves within its group and to the groups where more has been done for good.
 */
export type LeverMoves = Levers & {
  readonly kind: "levers";
  readonly codes: Uint32Array;
  /** By code: the state, or -1 where there is none. */
  readonly stateOf: Int32Array;
  readonly groupOf: Uint32Array;
  /** By group: the levers of others, and of its own those it has taken or given up for good. */
  readonly keys: Uint32Array;
  /** By key: the group, or -1 where it has no state. */
  readonly groupAt: Int32Array;
  /** The states of group g are `members[starts[g]]` to `members[starts[g + 1] - 1]`, ascending. */
  readonly starts: Uint32Array;
  readonly members: Uint32Array;
  /** Whether there is a move anywhere. */
  readonly anywhere: boolean;
};

/** @param codes  of the states, ascending. @param stateOf  by code: the state, or -1. Time and memory O(codes). */
export function leverMoves(codes: Uint32Array, stateOf: Int32Array, levers: Levers): LeverMoves {
  const { own, forward, back } = levers;
  const reversible = own & ~(forward | back);
  const groupOf = new Uint32Array(codes.length);
  // keys may hold what cannot be undone where no code does
  const groupAt = new Int32Array(2 ** (32 - Math.clz32((stateOf.length - 1) | forward | back))).fill(-1);
  const keys = new Uint32Array(codes.length);
  let groups = 0;
  for (let state = 0; state < codes.length; state++) {
    // a lever given up for good counts as something done
    const key = (codes[state]! & ~reversible) ^ back;
    if (groupAt[key] === -1) {
      keys[groups] = key;
      groupAt[key] = groups++;
    }
    groupOf[state] = groupAt[key]!;
  }
  const starts = new Uint32Array(groups + 1);
  for (const group of groupOf) starts[group + 1]!++;
  for (let group = 0; group < groups; group++) starts[group + 1]! += starts[group]!;
  const moves = { kind: "levers", codes, stateOf, groupOf, keys: keys.slice(0, groups), groupAt, starts } as const;
  return {
    ...levers,
    ...moves,
    members: inGroups(groupOf, starts, codes.keys()),
    anywhere: groups < codes.length || someGroupLeads(moves.keys, groupAt, forward | back),
  };
}

/** Whether from some group the player can move to another, by doing for good what is not done there. */
function someGroupLeads(keys: Uint32Array, groupAt: Int32Array, lasting: number): boolean {
  return keys.some((key) => {
    const undone = lasting & ~key;
    for (let more = undone; more !== 0; more = (more - 1) & undone) if (groupAt[key | more] !== -1) return true;
    return false;
  });
}

/** The states in this order, gathered by group. */
export function inGroups(groupOf: Uint32Array, starts: Uint32Array, order: Iterable<number>): Uint32Array {
  const next = starts.slice();
  const members = new Uint32Array(groupOf.length);
  for (const state of order) members[next[groupOf[state]!]!++] = state;
  return members;
}

/** Where the player can move from a state, ascending. */
export function leverEnds(moves: LeverMoves, state: number): Uint32Array {
  const { codes, stateOf, own, forward, back } = moves;
  const code = codes[state]!;
  const stays = code & forward;
  const free = own & ~stays & ~(back & ~code);
  const base = (code & ~own) | stays;
  const ends: number[] = [];
  // the subsets of the free levers in ascending order, so that codes and states ascend too
  let subset = 0;
  do {
    const next = base | subset;
    const end = next < stateOf.length ? stateOf[next]! : -1;
    if (end >= 0 && end !== state) ends.push(end);
    subset = (subset - free) & free;
  } while (subset !== 0);
  return Uint32Array.from(ends);
}

/**
 * For each group, what `join` makes of the values of all groups that its states can move or stay in.
 * Time O(groups x 2^levers that cannot be undone).
 */
export function overReachableGroups(
  moves: LeverMoves,
  values: Int32Array,
  join: (one: number, other: number) => number,
): Int32Array {
  const { keys, groupAt, forward, back } = moves;
  const lasting = forward | back;
  const joined = values.slice();
  for (let group = 0; group < keys.length; group++) {
    const undone = lasting & ~keys[group]!;
    for (let more = undone; more !== 0; more = (more - 1) & undone) {
      const next = groupAt[keys[group]! | more]!;
      if (next !== -1) joined[group] = join(joined[group]!, values[next]!);
    }
  }
  return joined;
}
