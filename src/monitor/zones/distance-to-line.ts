import { booleanPointInPolygon } from "@turf/boolean-point-in-polygon";
import type { MapGeometry, Position } from "#model";
import { areasOf, asTurf } from "./areas.ts";
import { partsOfLine, withShortSteps } from "./parts-of-line.ts";
import { earthRadiusKm } from "./sphere.ts";
import { stepsMeet, stepsOf } from "./steps-meet.ts";

export type DistanceToLine = { readonly nearestKm: number; readonly farthestKm: number };

/** Points on the outline of an area are at most this far apart. */
const outlineStepKm = 5;
/** Points inside it, in degrees of latitude. */
const insideStep = 0.25;

/**
 * From a line to the nearest point of an area, 0 where they meet, and to the point of the area farthest from the line.
 * Along great circles. The farthest is looked for on the outline and on a grid inside; it is too small by at most 2.5 km
 * on the outline, and by at most 20 km inside an area that the line bends around. Only for shapes without trouble.
 * Time O(points of the outline x points of the line).
 */
export function distanceToLine(area: MapGeometry, line: MapGeometry): DistanceToLine {
  const rings = areasOf(area).flat();
  const parts = partsOfLine(line);
  const outline = rings.flatMap((ring) => withShortSteps(ring, outlineStepKm));
  const toLine = distanceTo(parts);
  const away = outline.map(toLine);
  const inside = gridInside(area).map(toLine);
  const farthestKm = [...away, ...inside].reduce((a, b) => Math.max(a, b), 0);
  if (doMeet(area, rings, parts)) return { nearestKm: 0, farthestKm };
  // of two lines apart, the nearest points are where one of them has a corner
  const toOutline = parts.flatMap((part) => withShortSteps(part, outlineStepKm)).map(distanceTo(rings));
  return { nearestKm: [...away, ...toOutline].reduce((a, b) => Math.min(a, b), Number.POSITIVE_INFINITY), farthestKm };
}

function doMeet(
  area: MapGeometry,
  rings: readonly (readonly Position[])[],
  parts: readonly (readonly Position[])[],
): boolean {
  const shape = asTurf(areasOf(area));
  if (parts.some((part) => booleanPointInPolygon([...part[0]!], shape))) return true; // a line has points
  const outline = rings.flatMap(stepsOf);
  return parts.flatMap(stepsOf).some((step) => outline.some((side) => stepsMeet(step, side)));
}

function gridInside(area: MapGeometry): readonly Position[] {
  const shape = asTurf(areasOf(area));
  const points = areasOf(area).flat(2);
  const span = (axis: 0 | 1): readonly [number, number] =>
    points.reduce(([low, high], point) => [Math.min(low, point[axis]), Math.max(high, point[axis])], [180, -180]);
  const [[west, east], [south, north]] = [span(0), span(1)];
  const found: Position[] = [];
  for (let latitude = south; latitude <= north; latitude += insideStep) {
    const step = insideStep / Math.cos((latitude * Math.PI) / 180); // never near a pole: that is trouble of the shape
    for (let longitude = west; longitude <= east; longitude += step) {
      if (booleanPointInPolygon([longitude, latitude], shape)) found.push([longitude, latitude]);
    }
  }
  return found;
}

type Vector = readonly [number, number, number];

/** From a point to the nearest of the lines, in km. */
function distanceTo(lines: readonly (readonly Position[])[]): (point: Position) => number {
  const arcs = lines.flatMap((line) => stepsOf(withShortSteps(line, 25)).map(({ from, to }) => arcOf(from, to)));
  return (position) => {
    const point = vectorOf(position);
    let closest = Number.POSITIVE_INFINITY; // squared chord: grows with the angle, and needs no arc function
    for (const { from, to, across, tangent } of arcs) {
      const height = dot(point, across);
      // the foot of the perpendicular is on the arc if it lies ahead of its start and short of its end
      const foot: Vector = [
        point[0] - height * across[0],
        point[1] - height * across[1],
        point[2] - height * across[2],
      ];
      const ahead = dot(foot, tangent);
      const beside = ahead > 0 && ahead * dot(to, from) < dot(foot, from) * dot(to, tangent);
      const chord = beside
        ? squaredChord(1 - height * height)
        : Math.min(2 - 2 * dot(point, from), 2 - 2 * dot(point, to));
      if (chord < closest) closest = chord;
    }
    return 2 * earthRadiusKm * Math.asin(Math.min(1, Math.sqrt(Math.max(0, closest)) / 2));
  };
}

/** The squared chord to the foot of a perpendicular whose cosine squared is given: 2 - 2 cos. */
function squaredChord(cosineSquared: number): number {
  return 2 - 2 * Math.sqrt(Math.max(0, cosineSquared));
}

type Arc = { readonly from: Vector; readonly to: Vector; readonly across: Vector; readonly tangent: Vector };

function arcOf(start: Position, end: Position): Arc {
  const [from, to] = [vectorOf(start), vectorOf(end)];
  const across = unit(cross(from, to));
  return { from, to, across, tangent: cross(across, from) };
}

function vectorOf([longitude, latitude]: Position): Vector {
  const [east, north] = [(longitude * Math.PI) / 180, (latitude * Math.PI) / 180];
  return [Math.cos(north) * Math.cos(east), Math.cos(north) * Math.sin(east), Math.sin(north)];
}

function dot(a: Vector, b: Vector): number {
  return a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
}

function cross(a: Vector, b: Vector): Vector {
  return [a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0]];
}

function unit(vector: Vector): Vector {
  const length = Math.sqrt(dot(vector, vector));
  return [vector[0] / length, vector[1] / length, vector[2] / length];
}
