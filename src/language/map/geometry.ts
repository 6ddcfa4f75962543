import type { MapGeometry, Position } from "#model";
import type { Span } from "#prelude";
import type { Reader } from "../build/reader.ts";
import type { DiagnosticCode } from "../diagnostic-codes.ts";

/** How much of the map may still be read, over all its files. */
export type Room = { positions: number; features: number };

const types: readonly string[] = ["Point", "LineString", "MultiLineString", "Polygon", "MultiPolygon"];

/** The geometry of a feature with every position checked; undefined after a mistake. */
export function geometryAt(
  reader: Reader,
  feature: Readonly<Record<string, unknown>>,
  room: Room,
): MapGeometry | undefined {
  const { document } = reader;
  const { geometry } = feature;
  const report = reporter(reader);
  if (typeof geometry !== "object" || geometry === null || Array.isArray(geometry)) {
    const at = "geometry" in feature ? document.at(feature, "geometry") : document.start(feature);
    report("geometry-type", at, "This feature has no geometry.", `Give it one of: ${types.join(", ")}.`);
    return undefined;
  }
  const { type, coordinates } = geometry as { readonly type?: unknown; readonly coordinates?: unknown }; // any object may be asked for any key
  if (typeof type !== "string" || !types.includes(type)) {
    const found = typeof type === "string" ? `"${type.slice(0, 60)}"` : "nothing that is known";
    const at = "type" in geometry ? document.at(geometry, "type") : document.start(geometry);
    report(
      "geometry-type",
      at,
      `The type of this geometry is ${found}; a map of a scenario has ${types.join(", ")}.`,
      "Split collections and groups of points into features of their own.",
    );
    return undefined;
  }
  const walk: Walk = { reader, room, report, sound: true };
  const read = reading[type as MapGeometry["type"]]; // one of the types, by the check above
  const found = read(walk, coordinates, () =>
    "coordinates" in geometry ? document.at(geometry, "coordinates") : document.start(geometry),
  );
  // safe: the reading of a type gives the coordinates of that type
  return walk.sound ? ({ type, coordinates: found } as MapGeometry) : undefined;
}

type Report = (code: DiagnosticCode, at: Span, message: string, fix: string) => void;
type Walk = { readonly reader: Reader; readonly room: Room; readonly report: Report; sound: boolean };
type Read<T> = (walk: Walk, value: unknown, at: () => Span) => T;

const reading = {
  Point: positionOf,
  LineString: lineOf,
  MultiLineString: listOf("line", lineOf),
  Polygon: listOf("ring", ringOf),
  MultiPolygon: listOf("polygon", listOf("ring", ringOf)),
} as const satisfies Readonly<Record<MapGeometry["type"], Read<unknown>>>;

/** Longitude and latitude; a height after them is left out. */
function positionOf(walk: Walk, value: unknown, at: () => Span): Position {
  const wrong = (message: string, fix: string): Position => {
    walk.sound = false;
    walk.report("bad-position", at(), message, fix);
    return [0, 0];
  };
  if (--walk.room.positions < 0) {
    if (walk.room.positions === -1)
      walk.report(
        "too-many",
        at(),
        "The map has more positions than are read.",
        "Draw the shapes more coarsely, or leave out those that nothing names.",
      );
    walk.sound = false;
    return [0, 0];
  }
  if (!Array.isArray(value) || value.length < 2 || value.length > 3 || !value.every(Number.isFinite))
    return wrong("This is not a position.", "Write [longitude, latitude] in degrees.");
  const [longitude, latitude] = value as [number, number]; // two finite numbers at least, by the check above
  if (Math.abs(longitude) > 180)
    return wrong(`The longitude ${longitude} lies outside -180 to 180.`, "Write degrees (WGS 84), longitude first.");
  if (Math.abs(latitude) > 90)
    return wrong(
      `The latitude ${latitude} lies outside -90 to 90.`,
      Math.abs(longitude) <= 90 ? "Write longitude first, then latitude." : "Write degrees (WGS 84), longitude first.",
    );
  return [longitude + 0, latitude + 0]; // minus zero is zero
}

function lineOf(walk: Walk, value: unknown, at: () => Span): readonly Position[] {
  const line = positionsOf(walk, value, at);
  if (line && line.length < 2)
    wrongLine(
      walk,
      "line-too-short",
      at,
      `This line has ${line.length === 1 ? "one position" : "no position"}.`,
      "Give it at least two.",
    );
  return line ?? [];
}

function ringOf(walk: Walk, value: unknown, at: () => Span): readonly Position[] {
  const ring = positionsOf(walk, value, at);
  if (!ring) return [];
  if (ring.length < 4)
    wrongLine(
      walk,
      "line-too-short",
      at,
      `This ring has ${ring.length} positions.`,
      "Give it at least four, the last of which is the first again.",
    );
  else if (walk.sound && !same(ring[0]!, ring.at(-1)!))
    wrongLine(
      walk,
      "ring-not-closed",
      at,
      "This ring does not end where it starts.",
      "Repeat its first position at the end.",
    );
  return ring;
}

function positionsOf(walk: Walk, value: unknown, at: () => Span): readonly Position[] | undefined {
  const positions = listOf("position", positionOf)(walk, value, at);
  return walk.room.positions < 0 || !Array.isArray(value) ? undefined : positions; // cut short, or reported already
}

function listOf<T>(noun: string, read: Read<T>): Read<readonly T[]> {
  return (walk, value, at) => {
    if (!Array.isArray(value)) {
      wrongLine(walk, "wrong-type", at, `A list of ${noun}s must stand here.`, `Write [${noun}, ${noun}, ...].`);
      return [];
    }
    if (value.length === 0 && noun !== "position")
      wrongLine(
        walk,
        "empty-list",
        at,
        `This list has no ${noun}.`,
        `Give it at least one ${noun}, or take the feature out.`,
      );
    const items: T[] = [];
    for (const [index, item] of value.entries()) {
      if (walk.room.positions < 0) break;
      items.push(read(walk, item, () => walk.reader.document.at(value, index)));
    }
    return items;
  };
}

function wrongLine(walk: Walk, code: DiagnosticCode, at: () => Span, message: string, fix: string): void {
  walk.sound = false;
  walk.report(code, at(), message, fix);
}

function same(one: Position, other: Position): boolean {
  return one[0] === other[0] && one[1] === other[1];
}

function reporter({ diagnostics }: Reader): Report {
  return (code, at, message, fix) => diagnostics.error(code, at, () => ({ message, fix }));
}
