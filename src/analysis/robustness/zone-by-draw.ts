import { inherited, restricted, splitBy } from "../branch-and-bound/branching.ts";
import { type Hull, relaxLinear } from "../branch-and-bound/column-generation.ts";
import { maximiser, type Path, utilitiesOf } from "../space/best-settlement.ts";
import type { DrawFrame } from "./draw-frame.ts";

export type DrawnZone = {
  readonly exists: boolean;
  /**
   * The least surplus, in points, that the fairest mix of settlements gives: above zero the zone is open with that
   * much room (for a mix), below it every settlement leaves somebody at least that short.
   */
  readonly room: number;
};

/** Surpluses within this many points of zero count as accepted where the numbers are random draws anyway. */
const negligible = 1e-9;
/** Settlements carried from draw to draw: good ones stay good when the numbers move a little. */
const carried = 24;

/**
 * Answers "does the agreement zone of the loaded draw hold a settlement" again and again. Each draw starts from the
 * settlements that mattered in the last ones. Branches only when the hull cannot tell; exact up to rounding.
 */
export function zoneByDraw(frame: DrawFrame): () => DrawnZone {
  const { space, threshold } = frame;
  const m = space.parties;
  const max = maximiser(space);
  const one = new Float64Array(m).fill(1);
  const none = new Float64Array(m);
  const raised = Array.from(none, () => true);
  let pool: Path[] = [];
  // where equality refuses, a surplus must be more than negligible
  const least = space.problem.inForce.tie === "accepts" ? -negligible : 2 * negligible;
  const meets = (path: Path): boolean => path.utilities.every((points, i) => points - threshold[i]! >= least);
  return () => {
    let found = false;
    const hull: Hull = {
      maximiser: max,
      origin: threshold,
      unit: one,
      offer: (path) => {
        found ||= meets(path);
        return false;
      },
    };
    if (m === 0) return { exists: max.value([], space.allowed) > Number.NEGATIVE_INFINITY, room: 0 };
    const start = pool.flatMap(({ options }) => {
      const utilities = utilitiesOf(space, options);
      return utilities ? [{ options, utilities }] : [];
    });
    for (const path of start) found ||= meets(path);
    const shortOfCap = frame.cap.reduce(
      (least, points, i) => Math.min(least, points - threshold[i]!),
      Number.POSITIVE_INFINITY,
    );
    const root = relaxLinear(hull, space.allowed, start, {
      raised,
      level: none,
      gain: none,
      prune: Number.NEGATIVE_INFINITY,
    });
    pool = root.columns.filter((_, k) => root.mix[k]! > 1e-9 || k >= root.columns.length - carried).slice(-carried);
    if (shortOfCap < 0) return { exists: false, room: Math.min(root.bound, shortOfCap) };
    if (found || root.bound < least) return { exists: found, room: root.bound };
    const branch = (allowed: Uint8Array, columns: readonly Path[]): boolean => {
      const relaxed = relaxLinear(hull, allowed, columns, { raised, level: none, gain: none, prune: least });
      if (found) return true;
      if (relaxed.bound < least) return false;
      const split = splitBy(space, one, allowed, relaxed.columns, relaxed.mix);
      if (!split) return false;
      return split.groups.some((group) => {
        const next = restricted(space.problem, allowed, split.issue, group);
        return branch(next, inherited(relaxed.columns, next));
      });
    };
    return { exists: branch(space.allowed, root.columns), room: root.bound };
  };
}
