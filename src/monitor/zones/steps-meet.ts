import type { Position } from "#model";

/** A straight step between two different points. */
export type Step = { readonly from: Position; readonly to: Position };

/** The steps of a line or ring; points that repeat the one before make none. */
export function stepsOf(line: readonly Position[]): readonly Step[] {
  return line.flatMap((to, index): readonly Step[] => {
    const from = line[index - 1];
    return from === undefined || samePosition(from, to) ? [] : [{ from, to }];
  });
}

/** Whether two steps cross or touch, in degrees as GeoJSON draws them. */
export function stepsMeet(a: Step, b: Step): boolean {
  if (Math.max(a.from[1], a.to[1]) < Math.min(b.from[1], b.to[1])) return false;
  if (Math.max(b.from[1], b.to[1]) < Math.min(a.from[1], a.to[1])) return false;
  const [c, d] = [turn(a.from, a.to, b.from), turn(a.from, a.to, b.to)];
  const [e, f] = [turn(b.from, b.to, a.from), turn(b.from, b.to, a.to)];
  if (c * d < 0 && e * f < 0) return true;
  return (
    (c === 0 && isWithin(a, b.from)) ||
    (d === 0 && isWithin(a, b.to)) ||
    (e === 0 && isWithin(b, a.from)) ||
    (f === 0 && isWithin(b, a.to))
  );
}

export function samePosition(a: Position, b: Position): boolean {
  return a[0] === b[0] && a[1] === b[1];
}

function turn(a: Position, b: Position, c: Position): number {
  return (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0]);
}

/** A point known to be on the step's straight line lies between its ends. */
function isWithin({ from, to }: Step, [longitude, latitude]: Position): boolean {
  return (
    longitude >= Math.min(from[0], to[0]) &&
    longitude <= Math.max(from[0], to[0]) &&
    latitude >= Math.min(from[1], to[1]) &&
    latitude <= Math.max(from[1], to[1])
  );
}
