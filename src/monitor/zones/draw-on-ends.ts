import type { Position } from "#model";
import { err, ok, type Result } from "#prelude";
import { withShortSteps } from "./parts-of-line.ts";
import { kmPerDegree, type SidedLine, sidedLine, signedDistanceKm } from "./signed-distance.ts";
import { bearingTo, kmBetween } from "./sphere.ts";

/**
 * The line drawn on beyond its two ends so that it parts all ground within `km` of it into what is nearer to its left
 * and what is nearer to its right: from each end along the curve that is as far from the one as from the other.
 * A line that runs somewhere is drawn straight on; one that curls up is drawn on between its own turns, out of its coil
 * or to its other end. For one line these two curves are all there is: whoever is nearest to a point of the left face
 * reaches it without leaving the left, so the left hangs together, as does the right.
 * @returns the parts, drawn on, in their order; the reason if a curve is lost.
 * Time O(steps of the curve x steps of the line).
 */
export function drawOnEnds(
  parts: readonly (readonly Position[])[],
  km: number,
): Result<readonly (readonly Position[])[], string> {
  const line = sidedLine(parts);
  const courses = parts.map((part) => withShortSteps(part, 25));
  const ends = courses.flatMap((course): readonly End[] => [
    { at: course.at(-1)!, from: course.at(-2)!, left: 1 }, // a part has two different points
    { at: course[0]!, from: course[1]!, left: -1 },
  ]);
  const reached = new Set<End>();
  const curves: (readonly Position[])[] = [];
  for (const end of ends) {
    if (reached.has(end)) {
      curves.push([]);
      continue;
    }
    const curve = curveFrom(
      end,
      ends.filter((other) => other !== end),
      line,
      km,
    );
    if (!curve) return err(tooCurled(km));
    if (curve.into) reached.add(curve.into);
    curves.push(curve.points);
  }
  return ok(
    courses.map((course, index) => [
      ...curves[2 * index + 1]!.toReversed(), // two curves for every part
      ...course,
      ...curves[2 * index]!,
    ]),
  );
}

/** Why there is no strip of that depth: a line that curls up too closely, or lines that are too near each other. */
export function tooCurled(km: number): string {
  return `The line curls up or lies beside itself within its own depth of ${km} km: what is on which side cannot be told there.`;
}

/** `left`: whether going outward the line's left is on the left, 1, or on the right, -1. */
type End = { readonly at: Position; readonly from: Position; readonly left: 1 | -1 };
type Curve = { readonly points: readonly Position[]; readonly into?: End };

/** A curve begins and ends this near its end. */
const closeKm = 0.005;
/** How long a step of a curve is, of the distance to the line: nothing of the line is that near. */
const stepShare = 0.15;
const mostSteps = 4000;
/** In radians: a curve that turns by less since a point goes on as it was, and has no new point. */
const straight = 0.002;

function curveFrom(end: End, others: readonly End[], line: SidedLine, km: number): Curve | undefined {
  const around = surroundings(line, 1.2 * km);
  const points: Position[] = [];
  let heading = Math.PI / 2 - bearingTo(end.at, end.from) + Math.PI;
  let here = end.at;
  let step = closeKm;
  let hasLeft = false;
  let stretch = Number.NaN; // in which direction the curve set out from its last point but one
  for (let count = 0; count < mostSteps; count++) {
    const turned = headingOn(here, heading, step, end.left, line);
    if (turned === undefined) return undefined;
    heading = turned;
    here = ahead(here, heading, step);
    if (Math.abs(heading - stretch) < straight) points[points.length - 1] = here;
    else {
      points.push(here);
      stretch = heading;
    }
    if (!isWithin(around, here)) return { points };
    const away = Math.abs(signedDistanceKm(line, ...here));
    if (away > 4 * closeKm) hasLeft = true;
    else if (hasLeft) {
      const into = others.find(({ at }) => kmBetween(at, here) < 2 * away);
      if (into) return { points: [...points, into.at], into };
    }
    // fine within the strip; outside it only has to find its way out, or back in
    const finest = km / 10 + stepShare * Math.max(0, away - 1.2 * km);
    step = Math.max(Math.min(stepShare * away, finest), closeKm / 10);
  }
  return undefined;
}

/** Coarse first; finer where the curve turns sharply back along the tip of one side. */
const scans = [Math.PI / 24, Math.PI / 192];

/** In which direction, a step away, the left of the line meets its right: nearest to straight on. Angles from east, to the left. */
function headingOn(here: Position, heading: number, step: number, left: 1 | -1, line: SidedLine): number | undefined {
  const isLeft = (angle: number) => signedDistanceKm(line, ...ahead(here, angle, step)) * left > 0;
  const isLeftAhead = isLeft(heading);
  const towards = isLeftAhead ? -1 : 1;
  for (const scan of scans) {
    for (let turn = 1; turn * scan < 0.99 * Math.PI; turn++) {
      let high = heading + towards * turn * scan;
      if (isLeft(high) === isLeftAhead) continue;
      let low = high - towards * scan;
      for (let halving = 0; halving < 10; halving++) {
        const middle = (low + high) / 2;
        if (isLeft(middle) === isLeftAhead) low = middle;
        else high = middle;
      }
      return (low + high) / 2;
    }
  }
  return undefined;
}

function ahead([longitude, latitude]: Position, angle: number, km: number): Position {
  const east = (Math.cos(angle) * km) / (kmPerDegree * Math.cos((latitude * Math.PI) / 180));
  return [longitude + east, latitude + (Math.sin(angle) * km) / kmPerDegree];
}

type Box = { readonly west: number; readonly south: number; readonly east: number; readonly north: number };

function surroundings({ longitudes, latitudes }: SidedLine, km: number): Box {
  const range = (values: Float64Array) =>
    values.reduce(([low, high], value) => [Math.min(low, value), Math.max(high, value)] as const, [
      Number.POSITIVE_INFINITY,
      Number.NEGATIVE_INFINITY,
    ] as readonly [number, number]);
  const [[west, east], [south, north]] = [range(longitudes), range(latitudes)];
  const high = km / kmPerDegree;
  const wide = high / Math.cos((Math.min(85, Math.max(Math.abs(south), Math.abs(north)) + high) * Math.PI) / 180);
  return { west: west - wide, south: south - high, east: east + wide, north: north + high };
}

function isWithin({ west, south, east, north }: Box, [longitude, latitude]: Position): boolean {
  return longitude > west && longitude < east && latitude > south && latitude < north;
}
