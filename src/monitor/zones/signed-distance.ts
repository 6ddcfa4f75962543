import type { Position } from "#model";
import { withShortSteps } from "./parts-of-line.ts";
import { earthRadiusKm } from "./sphere.ts";

/** Lines as flat tables of their points, in order, so that a distance is asked for many thousand times without garbage. */
export type SidedLine = {
  readonly longitudes: Float64Array;
  readonly latitudes: Float64Array;
  readonly cosines: Float64Array;
  /** The points at which a step to the next one begins; the last point of a part is not among them. */
  readonly steps: Int32Array;
  /** 1 where a point has a step before it and one after it. */
  readonly isInner: Uint8Array;
};

/** Steps of at most 25 km, straight in degrees as GeoJSON has them. */
export function sidedLine(parts: readonly (readonly Position[])[]): SidedLine {
  const lines = parts.map((part) => withShortSteps(part, 25));
  const points = lines.flat();
  const steps: number[] = [];
  const isInner = new Uint8Array(points.length);
  let first = 0;
  for (const line of lines) {
    for (let index = 0; index + 1 < line.length; index++) {
      steps.push(first + index);
      if (index > 0) isInner[first + index] = 1;
    }
    first += line.length;
  }
  return {
    longitudes: Float64Array.from(points, ([longitude]) => longitude),
    latitudes: Float64Array.from(points, ([, latitude]) => latitude),
    cosines: Float64Array.from(points, ([, latitude]) => Math.cos((latitude * Math.PI) / 180)),
    steps: Int32Array.from(steps),
    isInner,
  };
}

/** Kilometres to a degree of latitude. */
export const kmPerDegree = (earthRadiusKm * Math.PI) / 180;

/**
 * How far a place is from the line, in km: positive on its left, negative on its right, looking along it. The side is
 * that of the nearest point of the line: at a corner the outer side of the turn, at an end the side of the last step
 * drawn on. Infinite if there are no steps.
 * In the plane around the place, a degree of longitude as long as half-way to each point: within 0.1 % at 200 km.
 * @param among the steps to look at; all of them if left out. Time O(steps).
 */
export function signedDistanceKm(
  line: SidedLine,
  longitude: number,
  latitude: number,
  among: ArrayLike<number> = line.steps,
): number {
  const { longitudes, latitudes, cosines } = line;
  const cosine = Math.cos((latitude * Math.PI) / 180);
  const east = (at: number) => (longitudes[at]! - longitude) * kmPerDegree * 0.5 * (cosine + cosines[at]!);
  const north = (at: number) => (latitudes[at]! - latitude) * kmPerDegree;
  let least = Number.POSITIVE_INFINITY;
  let nearest = -1;
  let shareThere = 0;
  for (let index = 0; index < among.length; index++) {
    const step = among[index]!; // below the length; steps are points with one after them
    const [ax, ay] = [east(step), north(step)];
    const [dx, dy] = [east(step + 1) - ax, north(step + 1) - ay];
    const along = -(ax * dx + ay * dy) / (dx * dx + dy * dy);
    const share = along > 0 ? (along < 1 ? along : 1) : 0; // not a number, for a step of no length, is its start
    const [x, y] = [ax + share * dx, ay + share * dy];
    const square = x * x + y * y;
    if (square < least) {
      least = square;
      nearest = step;
      shareThere = share;
    }
  }
  if (nearest < 0) return Number.POSITIVE_INFINITY;
  const km = Math.sqrt(least);
  const corner = shareThere === 0 ? nearest : shareThere === 1 ? nearest + 1 : -1;
  if (corner >= 0 && line.isInner[corner] === 1) {
    const [bx, by] = [east(corner) - east(corner - 1), north(corner) - north(corner - 1)];
    const [cx, cy] = [east(corner + 1) - east(corner), north(corner + 1) - north(corner)];
    const turn = bx * cy - by * cx;
    if (turn !== 0) return turn > 0 ? -km : km;
  }
  const [ax, ay] = [east(nearest), north(nearest)];
  return (east(nearest + 1) - ax) * -ay - (north(nearest + 1) - ay) * -ax > 0 ? km : -km;
}
