import { buffer } from "@turf/buffer";
import { lineString, point } from "@turf/helpers";
import type { Position } from "#model";
import { type Areas, fromTurf, together, without } from "./areas.ts";
import { withShortSteps } from "./parts-of-line.ts";
import { bearingTo, kmBetween, pointAt } from "./sphere.ts";

/** Steps short enough that a step is straight in any projection used here. */
const longestStepKm = 25;
/**
 * A buffer is drawn in the plane around the middle of its piece, true to scale away from that middle; across it, 700 km
 * out, it is off by 0.2 %.
 */
const widestPieceKm = 700;
/** Corners on a quarter of a circle: the 64-gon is 0.16 % smaller than the circle. */
const corners = 16;

/**
 * Everything within `km` of the line, on both sides, but nothing beyond its two ends: rounded where the line turns, cut
 * straight across where it ends. The cut stands at right angles to the course of the line over its last `km`, from
 * where it comes within `km` of its end for good. Before an end, as far as the depth, is only what the line
 * reaches from farther back than that.
 * @param cut taken out as well: clipping once is half the work of clipping twice.
 */
export function flatBuffer(line: readonly Position[], km: number, cut: Areas = []): Areas {
  const points = withShortSteps(line, longestStepKm);
  const ends = [points, points.toReversed()].map((course) => beyondStart(course, km));
  return without(roundBuffer(points, km), ...ends, cut);
}

/** Everything within `km` of the line, its ends rounded, with so many corners on a quarter of a circle. */
export function roundBuffer(line: readonly Position[], km: number, steps = corners): Areas {
  const around = piecesOf(withShortSteps(line, longestStepKm)).map((piece) => {
    const copies = piece.map(([longitude, latitude]) => [longitude, latitude]);
    const shape = copies.length === 1 ? point(copies[0]!) : lineString(copies);
    return fromTurf(buffer(shape, km, { units: "kilometers", steps }));
  });
  return together(...around);
}

/** The half disc before the start of the line, without what other parts of the line reach. */
function beyondStart(points: readonly Position[], km: number): Areas {
  const { outward, rest } = courseAtStart(points, km);
  const start = points[0]!;
  // a little more than the disc: its rim and that of the buffer are the same circle, each drawn with its own corners
  const reach = km * 1.002;
  const arc = Array.from({ length: 8 * corners + 1 }, (_, step) =>
    pointAt(start, outward + Math.PI * (step / (8 * corners) - 0.5), reach),
  );
  // beyond this no step of the rest reaches into the half disc
  const near = 2.02 * km + longestStepKm;
  const reaching = runsOf(rest, (point) => kmBetween(start, point) <= near);
  return without([[[start, ...arc, start]]], ...reaching.map((run) => roundBuffer(run, km)));
}

/**
 * The direction in which the line points outward at its start, seen from where it first comes to be `km` away, and the
 * line from there on. A line that never gets so far is seen from its other end, and nothing of it is left.
 */
export function courseAtStart(
  points: readonly Position[],
  km: number,
): { readonly outward: number; readonly rest: readonly Position[] } {
  const start = points[0]!;
  const index = points.findIndex((point) => kmBetween(start, point) >= km);
  if (index < 0) {
    const end = points.at(-1)!;
    return { outward: bearingTo(start, end) + Math.PI, rest: [] };
  }
  const inside = points[index - 1]!; // the start itself is 0 km away, and km is positive
  const outside = points[index]!;
  const leaving = whereDistanceIs(start, inside, outside, km);
  return { outward: bearingTo(start, leaving) + Math.PI, rest: [leaving, ...points.slice(index)] };
}

/** On the step from one point to the next, by halving: 40 times is far below a millimetre. */
function whereDistanceIs(from: Position, inside: Position, outside: Position, km: number): Position {
  let [low, high] = [0, 1];
  const at = (share: number): Position => [
    inside[0] + share * (outside[0] - inside[0]),
    inside[1] + share * (outside[1] - inside[1]),
  ];
  for (let halving = 0; halving < 40; halving++) {
    const middle = (low + high) / 2;
    if (kmBetween(from, at(middle)) < km) low = middle;
    else high = middle;
  }
  return at(high);
}

/** The stretches of a line of which this holds, in its order. */
function runsOf(points: readonly Position[], holds: (point: Position) => boolean): readonly (readonly Position[])[] {
  const found: Position[][] = [];
  for (const [index, point] of points.entries()) {
    if (!holds(point)) continue;
    const before = points[index - 1];
    if (before === undefined || !holds(before)) found.push([]);
    found.at(-1)!.push(point); // pushed just now or with the point before
  }
  return found;
}

/** Neighbours share the point between them, so nothing is left out where they meet. */
function piecesOf(points: readonly Position[]): readonly (readonly Position[])[] {
  const found: Position[][] = [];
  for (const [index, next] of points.entries()) {
    const piece = found.at(-1);
    if (piece === undefined) found.push([next]);
    else if (kmBetween(piece[0]!, next) <= widestPieceKm) piece.push(next);
    else found.push([points[index - 1]!, next]); // pieces begin with a point, and there is one before
  }
  return found;
}
