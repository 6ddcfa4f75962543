import type { MapFeature, MapGeometry } from "#model";
import { type Day, parseDay, type Span } from "#prelude";
import { checkName, nameFromId, type Reader } from "../build/reader.ts";
import type { DiagnosticCode } from "../diagnostic-codes.ts";
import { present } from "../present.ts";
import { idPattern } from "../schema/scalars.ts";
import { isReservedName } from "../text/reserved-name.ts";
import { geometryAt, type Room } from "./geometry.ts";

/** The features of all files read so far, so that no two have one id and tiers can name them. */
export type FeatureNames = {
  readonly places: Map<string, Span>;
  /** Absent for a feature whose geometry has a mistake. */
  readonly geometries: Map<string, MapGeometry["type"]>;
  /** Whether every file and feature could be read; if not, a name may be among what was left out. */
  complete: boolean;
};

type Plain = Readonly<Record<string, unknown>>;

/** The features of one GeoJSON file: a FeatureCollection or a single Feature. Members it does not know are left alone. */
export function readFeatures(reader: Reader, seen: FeatureNames, room: Room): readonly MapFeature[] {
  const { document } = reader;
  const top = document.raw;
  if (isMap(top) && top.type === "Feature") return featureOf(reader, top, seen, room) ?? [];
  if (isMap(top) && top.type === "FeatureCollection" && Array.isArray(top.features)) {
    const features: MapFeature[] = [];
    for (const [index, feature] of top.features.entries()) {
      if (isMap(feature) && feature.type === "Feature")
        features.push(...(featureOf(reader, feature, seen, room) ?? []));
      else {
        seen.complete = false;
        report(
          reader,
          "not-geojson",
          document.at(top.features, index),
          "This is not a GeoJSON Feature.",
          'Write { "type": "Feature", "properties": ..., "geometry": ... }.',
        );
      }
      if (room.features >= 0 && room.positions >= 0) continue;
      seen.complete = false;
      break;
    }
    return features;
  }
  seen.complete = false;
  const place = isMap(top) || Array.isArray(top) ? document.start(top) : { file: document.file, line: 1, column: 1 };
  report(
    reader,
    "not-geojson",
    place,
    "This file is neither a GeoJSON FeatureCollection nor a Feature.",
    'Write { "type": "FeatureCollection", "features": [...] }.',
  );
  return [];
}

function featureOf(reader: Reader, feature: Plain, seen: FeatureNames, room: Room): readonly MapFeature[] | undefined {
  const { document } = reader;
  if (--room.features < 0) {
    seen.complete = false;
    report(
      reader,
      "too-many",
      document.start(feature),
      "The map has more features than are read.",
      "Keep those that the tiers and the reader need.",
    );
    return undefined;
  }
  const properties = isMap(feature.properties) ? feature.properties : undefined;
  const id = idOf(reader, feature, properties);
  if (id === undefined) seen.complete = false;
  else noteName(reader, id, seen);
  const geometry = geometryAt(reader, feature, room);
  if (id === undefined) return undefined;
  if (geometry) seen.geometries.set(id.text, geometry.type);
  const described = properties ? describedBy(reader, properties) : { approximate: true, sources: [] };
  if (!geometry) return undefined;
  return [present({ id: id.text, name: nameFromId(id.text), ...described, geometry })];
}

type Id = { readonly text: string; readonly at: Span };

/** `properties.id`, else GeoJSON's own `id`. */
function idOf(reader: Reader, feature: Plain, properties: Plain | undefined): Id | undefined {
  const { document } = reader;
  const holder = properties?.id !== undefined ? properties : feature;
  const at = () => document.at(holder, "id");
  const written = typeof holder.id === "number" ? document.plainText(holder, "id") : holder.id;
  if (written === undefined || written === null) {
    report(
      reader,
      "missing-key",
      document.start(feature),
      "This feature has no `id` in its properties.",
      "Add an id, so that tiers and options can name it.",
    );
    return undefined;
  }
  if (typeof written === "string" && idPattern.test(written) && !isReservedName(written))
    return { text: written, at: at() };
  report(
    reader,
    "bad-id",
    at(),
    `${typeof written === "string" ? `"${written.slice(0, 60)}"` : "This"} is not an id.`,
    "Use letters, digits, _, - and . only, starting with a letter or digit, at most 64 characters.",
  );
  return undefined;
}

function noteName(reader: Reader, { text, at }: Id, seen: FeatureNames): void {
  const first = seen.places.get(text);
  if (first)
    report(
      reader,
      "duplicate-id",
      at,
      `Two features have the id "${text}"; the first is ${first.file === at.file ? `on line ${first.line}` : `in ${first.file}`}.`,
      "Give one of them another id.",
    );
  else seen.places.set(text, at);
}

/** What the properties say; a shape that does not say how exact it is counts as approximate. */
function describedBy(reader: Reader, properties: Plain) {
  const name = textAt(reader, properties, "name");
  const status = textAt(reader, properties, "status");
  const note = textAt(reader, properties, "note");
  const said = truthAt(reader, properties, "approximate") ?? truthAt(reader, properties, "approx");
  return {
    ...(name === undefined ? {} : { name }),
    approximate: said ?? true,
    asOf: dayAt(reader, properties, "as_of"),
    note: status === undefined || note === undefined ? (note ?? status) : `${note} ${status}`,
    sources: sourcesAt(reader, properties),
  };
}

function textAt(reader: Reader, properties: Plain, key: string): string | undefined {
  const value = properties[key];
  if (value === undefined || value === null) return undefined;
  const digits = typeof value === "number" ? reader.document.plainText(properties, key) : undefined;
  if (digits !== undefined) return digits;
  if (typeof value === "string" && value.trim() !== "") return value;
  reportType(reader, properties, key, "a text");
  return undefined;
}

function truthAt(reader: Reader, properties: Plain, key: string): boolean | undefined {
  const value = properties[key];
  if (value === undefined || value === null || typeof value === "boolean") return value ?? undefined;
  reportType(reader, properties, key, "true or false");
  return undefined;
}

function dayAt(reader: Reader, properties: Plain, key: string): Day | undefined {
  const text = textAt(reader, properties, key);
  if (text === undefined) return undefined;
  const day = parseDay(text);
  if (day === undefined)
    report(
      reader,
      "invalid-date",
      reader.document.at(properties, key),
      `\`${key}\` is "${text.slice(0, 60)}", which is not a day of the calendar.`,
      "Write year-month-day, such as 2025-08-26.",
    );
  return day;
}

function sourcesAt(reader: Reader, properties: Plain): readonly string[] {
  const { document } = reader;
  const value = properties.sources;
  if (value === undefined || value === null) return [];
  const [holder, steps] = Array.isArray(value) ? [value, [...value.keys()]] : [properties, ["sources"]];
  const ids = new Set<string>();
  for (const step of steps) {
    const id: unknown = Reflect.get(holder, step);
    if (typeof id !== "string") {
      reportType(reader, holder, step, "the id of a source");
      continue;
    }
    checkName(reader, "source", id, () => document.at(holder, step));
    ids.add(id);
  }
  return [...ids];
}

function reportType(reader: Reader, holder: object, key: string | number, wanted: string): void {
  const what = typeof key === "number" ? "This" : `\`${key}\``;
  report(reader, "wrong-type", reader.document.at(holder, key), `${what} must be ${wanted}.`, `Write ${wanted} here.`);
}

function report({ diagnostics }: Reader, code: DiagnosticCode, at: Span, message: string, fix: string): void {
  diagnostics.error(code, at, () => ({ message, fix }));
}

function isMap(value: unknown): value is Plain {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
