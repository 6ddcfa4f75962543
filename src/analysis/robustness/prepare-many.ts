import type { DrawFrame, Prepared } from "./draw-frame.ts";

/**
 * Many settlements, made ready to be appraised together. Issues are taken in groups small enough that the sums of all
 * combinations of a group's options cost less than they save: each settlement is then one look-up per group.
 */
export type PreparedMany = {
  readonly each: readonly Prepared[];
  /** Groups per settlement. */
  readonly width: number;
  /** settlements x groups: where the settlement's sum stands in the table. */
  readonly places: Int32Array;
  /** The table for one party's points by flat option; the same array each time. */
  readonly sums: (points: Float64Array) => Float64Array;
};

/** Combinations of one group at most: beyond, filling the table costs as much as it saves for a thousand settlements. */
const largestGroup = 128;

export function prepareMany(frame: DrawFrame, settlements: readonly ArrayLike<number>[]): PreparedMany {
  const { offset, issues } = frame.space.problem;
  const groups = groupsOf(
    issues.map((issue) => issue.options.length),
    Math.min(largestGroup, Math.max(1, settlements.length >> 3)),
  );
  const starts: number[] = [];
  let size = 0;
  for (const { combinations } of groups) {
    starts.push(size);
    size += combinations;
  }
  const each = settlements.map((options) => frame.prepare(options));
  const places = Int32Array.from(
    each.flatMap(({ options }) =>
      groups.map(
        ({ members }, g) =>
          members.reduce((place, i) => place * issues[i]!.options.length + options[i]! - offset[i]!, 0) + starts[g]!,
      ),
    ),
  );
  const table = new Float64Array(size);
  const sums = (points: Float64Array): Float64Array => {
    groups.forEach(({ members }, g) => {
      // spread one issue after another, from the back so that nothing is overwritten before it is read
      const start = starts[g]!;
      table[start] = 0;
      let filled = 1;
      for (const i of members) {
        const options = issues[i]!.options.length;
        for (let c = filled - 1; c >= 0; c--) {
          const before = table[start + c]!;
          for (let o = options - 1; o >= 0; o--) table[start + c * options + o] = before + points[offset[i]! + o]!;
        }
        filled *= options;
      }
    });
    return table;
  };
  return { each, width: groups.length, places, sums };
}

type Group = { readonly members: readonly number[]; readonly combinations: number };

/** Neighbouring issues while their combinations stay within the limit. */
function groupsOf(sizes: readonly number[], limit: number): Group[] {
  const groups: { members: number[]; combinations: number }[] = [];
  sizes.forEach((size, i) => {
    const last = groups.at(-1);
    if (last && last.combinations * size <= limit) {
      last.members.push(i);
      last.combinations *= size;
    } else groups.push({ members: [i], combinations: size });
  });
  return groups;
}
