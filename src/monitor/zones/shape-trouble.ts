import type { MapGeometry, Position } from "#model";
import { type Step, samePosition, stepsMeet, stepsOf } from "./steps-meet.ts";

/**
 * Why nothing can be measured on a shape; undefined: it can. Lines that cross or touch themselves have no two sides; the
 * antimeridian and the poles are refused, because a strip there would leave the plane it is drawn in.
 * Time O(n^2) in the points at worst, near O(n log n) for lines that run somewhere.
 */
export function shapeTrouble(geometry: MapGeometry): string | undefined {
  const known = remembered.get(geometry);
  if (known) return known.trouble;
  const trouble = found(geometry);
  remembered.set(geometry, trouble === undefined ? {} : { trouble });
  return trouble;
}

/** Shapes are never written to, and each is asked about again for every depth. */
const remembered = new WeakMap<MapGeometry, { readonly trouble?: string }>();

function found(geometry: MapGeometry): string | undefined {
  switch (geometry.type) {
    case "Point":
      return troubleOfPoints([geometry.coordinates]);
    case "LineString":
      return troubleOfLines([geometry.coordinates]);
    case "MultiLineString":
      return troubleOfLines(geometry.coordinates);
    case "Polygon":
      return troubleOfPolygons([geometry.coordinates]);
    case "MultiPolygon":
      return troubleOfPolygons(geometry.coordinates);
    default:
      return "It is a shape of a kind that cannot be measured.";
  }
}

function troubleOfPoints(points: readonly Position[]): string | undefined {
  for (const [index, position] of points.entries()) {
    const [longitude, latitude] = position;
    if (position.length < 2 || !Number.isFinite(longitude) || !Number.isFinite(latitude))
      return `Point ${index + 1} is not a pair of numbers.`;
    if (Math.abs(longitude) > 180 || Math.abs(latitude) > 90)
      return `Point ${index + 1} (${longitude}, ${latitude}) is not on the earth: longitude comes first, from -180 to 180, then latitude, from -90 to 90.`;
    if (Math.abs(latitude) > 80)
      return `Point ${index + 1} is beyond 80 degrees of latitude: nothing is measured there.`;
    const before = points[index - 1];
    if ((before && Math.abs(before[0] - longitude) > 180) || Math.abs(longitude) > 179)
      return `It comes near the antimeridian or crosses it at point ${index + 1}: nothing is measured there.`;
  }
  return undefined;
}

function troubleOfLines(lines: readonly (readonly Position[])[]): string | undefined {
  if (lines.length === 0) return "The line is empty.";
  for (const line of lines) {
    const trouble = troubleOfPoints(line);
    if (trouble !== undefined) return trouble;
    const first = line[0];
    const last = line.at(-1);
    if (first === undefined || last === undefined || line.every((point) => samePosition(point, first)))
      return "A line needs two different points.";
    if (samePosition(first, last)) return "The line is closed: its end is its start, so it does not divide two sides.";
  }
  const crossing = firstCrossing(lines.map((line) => stepsOf(line)));
  return crossing && `The line crosses or touches itself near ${place(crossing)}.`;
}

function troubleOfPolygons(polygons: readonly (readonly (readonly Position[])[])[]): string | undefined {
  if (polygons.length === 0 || polygons.some((rings) => rings.length === 0)) return "The polygon is empty.";
  for (const ring of polygons.flat()) {
    const trouble = troubleOfPoints(ring);
    if (trouble !== undefined) return trouble;
    const first = ring[0];
    const last = ring.at(-1);
    if (first === undefined || last === undefined || !samePosition(first, last))
      return "A polygon is not closed: its last point must be its first.";
    if (new Set(ring.map(([longitude, latitude]) => `${longitude} ${latitude}`)).size < 3)
      return "A polygon needs three different points.";
    const crossing = firstCrossing([stepsOf(ring)]);
    if (crossing) return `A polygon crosses or touches itself near ${place(crossing)}.`;
  }
  return undefined;
}

type NumberedStep = Step & { readonly line: number; readonly index: number; readonly of: number };

/**
 * Where two steps that are no neighbours meet, or two neighbours lie on each other; steps in order of their west ends, or
 * of their south ends where the lines run farther north than east: few steps then lie beside each other.
 */
function firstCrossing(lines: readonly (readonly Step[])[]): Position | undefined {
  const numbered: readonly NumberedStep[] = lines.flatMap((line, number) =>
    line.map((step, index) => ({ ...step, line: number, index, of: line.length })),
  );
  const axis = extent(numbered, 0) < extent(numbered, 1) ? 1 : 0;
  const begins = ({ from, to }: Step): number => Math.min(from[axis], to[axis]);
  const steps = numbered.toSorted((a, b) => begins(a) - begins(b));
  for (const [position, step] of steps.entries()) {
    const ends = Math.max(step.from[axis], step.to[axis]);
    for (let next = position + 1; next < steps.length; next++) {
      const other = steps[next]!; // below the length
      if (begins(other) > ends) break;
      if (areNeighbours(step, other) ? turnsBack(step, other) : stepsMeet(step, other)) return other.from;
    }
  }
  return undefined;
}

function extent(steps: readonly Step[], axis: 0 | 1): number {
  let [low, high] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const { from, to } of steps) {
    low = Math.min(low, from[axis], to[axis]);
    high = Math.max(high, from[axis], to[axis]);
  }
  return high - low;
}

function areNeighbours(a: NumberedStep, b: NumberedStep): boolean {
  if (a.line !== b.line) return false;
  const apart = Math.abs(a.index - b.index);
  // the last step of a ring ends where its first begins
  return apart === 1 || (apart === a.of - 1 && (samePosition(a.from, b.to) || samePosition(b.from, a.to)));
}

/** Neighbours share a point; they touch elsewhere only if one runs back along the other. */
function turnsBack(a: NumberedStep, b: NumberedStep): boolean {
  const [before, after] = samePosition(a.to, b.from) ? [a, b] : [b, a];
  const [ax, ay] = [before.to[0] - before.from[0], before.to[1] - before.from[1]];
  const [bx, by] = [after.to[0] - after.from[0], after.to[1] - after.from[1]];
  return ax * by - ay * bx === 0 && ax * bx + ay * by < 0;
}

function place([longitude, latitude]: Position): string {
  return `${longitude}, ${latitude}`;
}
