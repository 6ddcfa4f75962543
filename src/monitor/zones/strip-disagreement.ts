import type { Position } from "#model";
import type { Areas } from "./areas.ts";
import { courseAtStart } from "./flat-buffer.ts";
import { withShortSteps } from "./parts-of-line.ts";
import { kmPerDegree, type SidedLine, sidedLine, signedDistanceKm } from "./signed-distance.ts";

export type BySide<T> = { readonly left: T; readonly right: T };

/** What share of a side may be wrong: ten times what the corners of a round buffer cost, half of what anyone would see. */
export const mostDisagreement = 0.01;

/**
 * What share of each side of a strip is not where its definition puts it: polygons built by buffering and clipping,
 * against points of a lattice that are each asked for the nearest point of the line. Counts what is missing, what is
 * too much and what is there twice. Shares distances with the drawing on of ends and the course of an end with the flat
 * cut; nothing with buffering, clipping and areas.
 * Some 4,000 points of the strip are asked, and 16 times as many where a side has few of them or where more than half of
 * what is allowed is wrong.
 * The same strip gives the same share: nothing is drawn at random. Time O(points x steps of the line near their parallel).
 */
export function stripDisagreement(
  parts: readonly (readonly Position[])[],
  km: number,
  strip: BySide<Areas>,
): BySide<number> {
  const definition = definitionOf(parts, km);
  const first = counted(definition, km, strip, fewPoints);
  const isClear = ({ asked, wrong }: Count) => asked >= fewPoints / 10 && wrong <= (mostDisagreement / 2) * asked;
  const { left, right } =
    isClear(first.left) && isClear(first.right) ? first : counted(definition, km, strip, 16 * fewPoints);
  return { left: shareOf(left), right: shareOf(right) };
}

const fewPoints = 4000;

type Count = { asked: number; wrong: number };

function shareOf({ asked, wrong }: Count): number {
  return wrong === 0 ? 0 : wrong / Math.max(1, asked);
}

/** The line as a whole, which tells the side, and its parts, each of which has ends. */
type Definition = { readonly whole: SidedLine; readonly parts: readonly Part[]; readonly lengthKm: number };
type Part = { readonly line: SidedLine; readonly ends: readonly End[] };
/** `east` and `north`: outward, at right angles to the cut. `rest`: the line without its last depth before the end. */
type End = { readonly at: Position; readonly east: number; readonly north: number; readonly rest: SidedLine };

function definitionOf(parts: readonly (readonly Position[])[], km: number): Definition {
  const whole = sidedLine(parts);
  const { longitudes, latitudes, cosines } = whole;
  return {
    whole,
    parts: parts.map((part) => {
      const points = withShortSteps(part, 25);
      const ends = [points, points.toReversed()].map((course): End => {
        const { outward, rest } = courseAtStart(course, km);
        return { at: course[0]!, east: Math.sin(outward), north: Math.cos(outward), rest: sidedLine([rest]) };
      });
      return { line: sidedLine([part]), ends };
    }),
    lengthKm: whole.steps.reduce((sum, at) => {
      const east = (longitudes[at + 1]! - longitudes[at]!) * cosines[at]!;
      return sum + Math.hypot(east, latitudes[at + 1]! - latitudes[at]!) * kmPerDegree;
    }, 0),
  };
}

/** One of the sides, or neither. */
function sideAt(
  { whole, parts }: Definition,
  km: number,
  longitude: number,
  latitude: number,
  among: readonly number[],
): keyof BySide<unknown> | undefined {
  const away = signedDistanceKm(whole, longitude, latitude, among);
  if (Math.abs(away) > km) return undefined;
  const isIn = parts.some(
    ({ line, ends }) =>
      (parts.length === 1 || Math.abs(signedDistanceKm(line, longitude, latitude)) <= km) &&
      !ends.some((end) => isBeyond(end, km, longitude, latitude)),
  );
  return isIn ? (away > 0 ? "left" : "right") : undefined;
}

function isBeyond({ at, east, north, rest }: End, km: number, longitude: number, latitude: number): boolean {
  const y = (latitude - at[1]) * kmPerDegree;
  const x = (longitude - at[0]) * kmPerDegree * Math.cos(((latitude + at[1]) * Math.PI) / 360);
  if (x * x + y * y > km * km || x * east + y * north <= 0) return false;
  return Math.abs(signedDistanceKm(rest, longitude, latitude)) > km;
}

/** Rows of points with the same ground to each, every row shifted by the golden section so that no line runs along columns. */
function counted(definition: Definition, km: number, strip: BySide<Areas>, points: number): BySide<Count> {
  const { whole } = definition;
  const pitch = Math.sqrt((2 * km * definition.lengthKm + km * km) / points) / kmPerDegree;
  const reach = (1.01 * km) / kmPerDegree;
  const south = whole.latitudes.reduce((a, b) => Math.min(a, b)) - reach;
  const north = whole.latitudes.reduce((a, b) => Math.max(a, b)) + reach;
  const rows = Math.ceil((north - south) / pitch);
  const rims = { left: rimsOf(strip.left, south, pitch, rows), right: rimsOf(strip.right, south, pitch, rows) };
  const count = { left: { asked: 0, wrong: 0 }, right: { asked: 0, wrong: 0 } };
  for (let row = 0; row < rows; row++) {
    const latitude = south + (row + 0.5) * pitch;
    const cosine = Math.cos((latitude * Math.PI) / 180);
    const near = [...whole.steps].filter((step) => {
      const [a, b] = [whole.latitudes[step]!, whole.latitudes[step + 1]!];
      return Math.min(a, b) - reach <= latitude && latitude <= Math.max(a, b) + reach;
    });
    const [left, right] = [rims.left[row]!, rims.right[row]!];
    let [leftsPassed, rightsPassed] = [0, 0];
    let next = Number.NEGATIVE_INFINITY;
    const column = pitch / cosine;
    const shift = ((row * 0.6180339887498949) % 1) * column;
    for (const [west, east] of stretches(whole, near, reach, latitude)) {
      let longitude = Math.max(next, Math.ceil((west - shift) / column) * column + shift);
      for (; longitude <= east; longitude += column) {
        while (leftsPassed < left.length && left[leftsPassed]! < longitude) leftsPassed++;
        while (rightsPassed < right.length && right[rightsPassed]! < longitude) rightsPassed++;
        const side = sideAt(definition, km, longitude, latitude, near);
        if (side) count[side].asked++;
        if ((side === "left") !== (leftsPassed % 2 === 1)) count.left.wrong++;
        if ((side === "right") !== (rightsPassed % 2 === 1)) count.right.wrong++;
      }
      next = longitude;
    }
  }
  return count;
}

/** For every row the longitudes at which it crosses a rim, ascending: a point is inside if an odd number lies west of it. */
function rimsOf(areas: Areas, south: number, pitch: number, rows: number): readonly (readonly number[])[] {
  const found: number[][] = Array.from({ length: rows }, () => []);
  for (const ring of areas.flat()) {
    for (let index = 1; index < ring.length; index++) {
      const [a, b] = [ring[index - 1]!, ring[index]!];
      const [low, high] = a[1] < b[1] ? [a, b] : [b, a];
      const first = Math.max(0, Math.ceil((low[1] - south) / pitch - 0.5));
      for (let row = first; row < rows; row++) {
        const latitude = south + (row + 0.5) * pitch;
        if (latitude >= high[1]) break;
        if (latitude < low[1]) continue;
        found[row]!.push(low[0] + ((high[0] - low[0]) * (latitude - low[1])) / (high[1] - low[1]));
      }
    }
  }
  return found.map((crossings) => crossings.sort((a, b) => a - b));
}

/** Where a row may be within reach of the line, west to east, without overlaps. */
function stretches(
  { longitudes, cosines }: SidedLine,
  steps: readonly number[],
  reach: number,
  latitude: number,
): readonly (readonly [west: number, east: number])[] {
  const cosine = Math.cos((latitude * Math.PI) / 180);
  const own = steps
    .map((step): [number, number] => {
      const wide = (1.05 * reach) / Math.min(cosine, cosines[step]!, cosines[step + 1]!);
      const [a, b] = [longitudes[step]!, longitudes[step + 1]!];
      return [Math.min(a, b) - wide, Math.max(a, b) + wide];
    })
    .sort((a, b) => a[0] - b[0]);
  const found: [number, number][] = [];
  for (const [west, east] of own) {
    const last = found.at(-1);
    if (last && west <= last[1]) last[1] = Math.max(last[1], east);
    else found.push([west, east]);
  }
  return found;
}
