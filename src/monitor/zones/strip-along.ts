import { booleanPointInPolygon } from "@turf/boolean-point-in-polygon";
import type { MapGeometry, PartyId, Position } from "#model";
import { err, ok, type Result } from "#prelude";
import { type Areas, areasOf, asTurf, together, unlessTangled } from "./areas.ts";
import { drawOnEnds, tooCurled } from "./draw-on-ends.ts";
import { flatBuffer, roundBuffer } from "./flat-buffer.ts";
import { partsOfLine } from "./parts-of-line.ts";
import { shapeTrouble } from "./shape-trouble.ts";
import { sidedLine, signedDistanceKm } from "./signed-distance.ts";
import { bearingTo, kmBetween, pointAt } from "./sphere.ts";
import { mostDisagreement, stripDisagreement } from "./strip-disagreement.ts";

/** The part of a strip on each party's side. A depth of 0 gives no ground. */
export type Strip = Readonly<Record<PartyId, Areas>>;

/**
 * The strip along a line, of its own depth on each side: everything no farther from the line than that, flat at the
 * line's ends. All ground is on the side of the nearest point of the line, so no bend or coil of the line lets one
 * side's depth reach the other side's ground.
 * @param sides    per party an area on its side of the line; only tells which side is whose.
 * @param depthsKm per party, in km, from 0 to 200; a party left out has 0.
 * @returns the reason if the line has no sides, if an area does not tell one, or if a depth is none; also if more than
 * `mostDisagreement` of a side is not where this definition puts it, which is asked of every strip at some 4,000 points.
 * The two sides leave a gap of 2 m along the line itself. Time: that of clipping polygons of some thousand points.
 */
export function stripAlong(
  line: MapGeometry,
  sides: Readonly<Record<PartyId, MapGeometry>>,
  depthsKm: Readonly<Record<PartyId, number>>,
): Result<Strip, string> {
  if (line.type !== "LineString" && line.type !== "MultiLineString") return err("It is no line.");
  const trouble = shapeTrouble(line);
  if (trouble !== undefined) return err(trouble);
  const strip: Record<PartyId, Areas> = {};
  for (const [party, km] of Object.entries(depthsKm)) {
    if (!(km >= 0 && km <= deepestKm)) return err(`A depth of ${km} km is not between 0 and ${deepestKm} km.`);
    if (km === 0) continue;
    if (km < shallowestKm) return err(`A depth of ${km} km is too shallow to be drawn: at least ${shallowestKm} km.`);
    const area = sides[party];
    if (area === undefined) return err(`No area tells which side of the line is that of ${party}.`);
    const side = sideOf(line, area);
    if (!side.ok) return side;
    const halves = halvesOf(line, km);
    if (!halves.ok) return halves;
    if (halves.value.disagreement[side.value] > mostDisagreement) return err(tooCurled(km));
    strip[party] = halves.value[side.value];
  }
  return ok(strip);
}

const deepestKm = 200;
/** Below this the cut along the line would be much of the strip, and checking it would take very many rows. */
const shallowestKm = 0.2;
/** Half the width of the cut along the line that parts its sides. */
const cutKm = 0.001;

type Side = "left" | "right";
type Halves = Readonly<Record<Side, Areas>> & { readonly disagreement: Readonly<Record<Side, number>> };

/** How far from the line an area is looked for. Near first, where no other bend of the line is in the way. */
const armsKm = [1, 5, 25, 100];

/** Which side an area lies on: where more of the line's length has it at arm's length. */
function sideOf(line: MapGeometry, area: MapGeometry): Result<Side, string> {
  const trouble = shapeTrouble(area);
  if (trouble !== undefined) return err(trouble);
  const shape = asTurf(areasOf(area));
  for (const arm of armsKm) {
    const length = { left: 0, right: 0 };
    for (const { side, at, weight } of probes(line, arm)) {
      if (booleanPointInPolygon([...at], shape)) length[side] += weight;
    }
    if (length.left !== length.right) return ok(length.left > length.right ? "left" : "right");
  }
  return err("The area lies on neither side of the line, or on both alike.");
}

/** What lies within `km` of the line, by side. Remembered: a slider asks for the same depths again and again. */
function halvesOf(line: MapGeometry, km: number): Result<Halves, string> {
  const known = remembered.get(line) ?? new Map<number, Result<Halves, string>>();
  remembered.set(line, known);
  const before = known.get(km);
  if (before) return before;
  const halves = unlessTangled(() => parted(line, km));
  if (known.size >= mostRemembered) known.clear();
  known.set(km, halves);
  return halves;
}

const remembered = new WeakMap<MapGeometry, Map<number, Result<Halves, string>>>();
const mostRemembered = 64;

function parted(line: MapGeometry, km: number): Result<Halves, string> {
  const parts = partsOfLine(line);
  const drawnOn = drawOnEnds(parts, km);
  if (!drawnOn.ok) return drawnOn;
  const cut = together(...drawnOn.value.map((part) => roundBuffer(part, cutKm, 2)));
  const pieces = together(...parts.map((part) => flatBuffer(part, km, cut))).map((rings) => ({
    rings,
    shape: asTurf([rings]),
    left: 0,
    right: 0,
  }));
  for (const { side, at, weight } of probes(line, 3 * cutKm)) {
    const piece = pieces.find(({ shape }) => booleanPointInPolygon([...at], shape));
    if (piece) piece[side] += weight;
  }
  const whole = sidedLine(parts);
  const isLeft = ({ rings, left, right }: (typeof pieces)[number]) => {
    if (left !== right) return left > right;
    const inside = pointInside(rings); // the cut at an end has parted this piece from the line
    return inside !== undefined && signedDistanceKm(whole, ...inside) > 0;
  };
  const left = pieces.filter((piece) => isLeft(piece)).map(({ rings }) => rings);
  const right = pieces.filter((piece) => !isLeft(piece)).map(({ rings }) => rings);
  return ok({ left, right, disagreement: stripDisagreement(parts, km, { left, right }) });
}

/** In the middle of the widest stretch of the polygon on the parallel half-way up; undefined: it has no ground there. */
function pointInside(rings: readonly (readonly Position[])[]): Position | undefined {
  const latitudes = rings.flat().map(([, latitude]) => latitude);
  const latitude = (Math.min(...latitudes) + Math.max(...latitudes)) / 2;
  const crossings = rings
    .flatMap((ring) =>
      ring.flatMap((to, index): readonly number[] => {
        const from = ring[index - 1];
        if (from === undefined || from[1] < latitude === to[1] < latitude) return [];
        return [from[0] + ((to[0] - from[0]) * (latitude - from[1])) / (to[1] - from[1])];
      }),
    )
    .sort((a, b) => a - b);
  let widest: readonly [number, number] = [0, 0];
  for (let index = 0; index + 1 < crossings.length; index += 2) {
    const stretch = [crossings[index]!, crossings[index + 1]!] as const;
    if (stretch[1] - stretch[0] > widest[1] - widest[0]) widest = stretch;
  }
  return widest[1] > widest[0] ? [(widest[0] + widest[1]) / 2, latitude] : undefined;
}

/** The gap that a strip leaves along the line, and a little more. Only for lines in which `shapeTrouble` found nothing. */
export function cutAlong(line: MapGeometry): Areas {
  return together(...partsOfLine(line).map((part) => roundBuffer(part, 5 * cutKm)));
}

type Probe = { readonly side: Side; readonly at: Position; readonly weight: number };

/** Points at arm's length on both sides of every step of the line, weighted by the step's length. */
function probes(line: MapGeometry, km: number): readonly Probe[] {
  return partsOfLine(line).flatMap((part) =>
    part.flatMap((to, index): readonly Probe[] => {
      const from = part[index - 1];
      if (from === undefined) return [];
      const ahead = bearingTo(from, to);
      const weight = kmBetween(from, to);
      return [0.1, 0.5, 0.9].flatMap((share): readonly Probe[] => {
        const middle: Position = [from[0] + share * (to[0] - from[0]), from[1] + share * (to[1] - from[1])];
        return [
          { side: "left", at: pointAt(middle, ahead - Math.PI / 2, km), weight },
          { side: "right", at: pointAt(middle, ahead + Math.PI / 2, km), weight },
        ];
      });
    }),
  );
}
