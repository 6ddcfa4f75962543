/** ` Did you mean "west_capped"?`, with its leading space, or nothing when no known name is near. */
export function didYouMean(written: string, known: readonly string[]): string {
  const near = nearestNames(written, known);
  if (near.length === 0) return "";
  return ` Did you mean ${near.map((name) => `"${name}"`).join(" or ")}?`;
}

/**
 * Up to three known names that a slip of the hand may have turned into what was written: nearest first, ties in the order
 * given. Near: at most a third of the longer name differs, case aside, or one begins with the other.
 */
export function nearestNames(written: string, known: readonly string[]): readonly string[] {
  const asked = written.toLowerCase();
  return known
    .map((name) => ({ name, distance: slipDistance(asked, name.toLowerCase(), name.length) }))
    .filter(({ name, distance }) => distance <= Math.max(1, Math.floor(Math.max(asked.length, name.length) / 3)))
    .sort((a, b) => a.distance - b.distance)
    .slice(0, 3)
    .map(({ name }) => name);
}

/** Edits (insert, delete, replace, swap of neighbours) between two words; a beginning of at least three letters counts as one. */
function slipDistance(asked: string, name: string, length: number): number {
  if (asked.length >= 3 && name.startsWith(asked)) return 1;
  if (Math.abs(asked.length - length) > 8) return Number.POSITIVE_INFINITY;
  let twoBefore: number[] = [];
  let before = Array.from({ length: name.length + 1 }, (_, column) => column);
  for (let row = 1; row <= asked.length; row++) {
    const current = [row];
    for (let column = 1; column <= name.length; column++) {
      const same = asked[row - 1] === name[column - 1];
      let least = Math.min(before[column]! + 1, current[column - 1]! + 1, before[column - 1]! + (same ? 0 : 1));
      const swapped =
        row > 1 && column > 1 && asked[row - 1] === name[column - 2] && asked[row - 2] === name[column - 1];
      if (swapped) least = Math.min(least, twoBefore[column - 2]! + 1);
      current.push(least);
    }
    twoBefore = before;
    before = current;
  }
  return before[name.length]!;
}
