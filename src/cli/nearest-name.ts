import { editDistance } from "#prelude";

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
    .map((name) => ({ name, distance: slipDistance(asked, name.toLowerCase()) }))
    .filter(({ name, distance }) => distance <= Math.max(1, Math.floor(Math.max(asked.length, name.length) / 3)))
    .sort((a, b) => a.distance - b.distance)
    .slice(0, 3)
    .map(({ name }) => name);
}

/** Edits between two words; a beginning of at least three letters counts as one. */
function slipDistance(asked: string, name: string): number {
  if (asked.length >= 3 && name.startsWith(asked)) return 1;
  return Math.abs(asked.length - name.length) > 8 ? Number.POSITIVE_INFINITY : editDistance(asked, name);
}
