import type { MapFeature, ScenarioMap } from "#model";
import { err, ok, type Result } from "#prelude";
import { shapeTrouble } from "./shape-trouble.ts";

type ShapeKind = "line" | "area";

/** A feature of the map that can be measured as what it is wanted for, or why not. */
export function shapeOnMap(map: ScenarioMap, id: string, kind: ShapeKind): Result<MapFeature, string> {
  const feature = map.features.find((one) => one.id === id);
  if (!feature) return err(`The map has no shape "${id}".`);
  const isLine = feature.geometry.type === "LineString" || feature.geometry.type === "MultiLineString";
  const isArea = feature.geometry.type === "Polygon" || feature.geometry.type === "MultiPolygon";
  if (kind === "line" ? !isLine : !isArea)
    return err(`"${id}" of the map is a ${feature.geometry.type}, which is no ${kind}.`);
  const trouble = shapeTrouble(feature.geometry);
  return trouble === undefined ? ok(feature) : err(`"${id}" of the map cannot be measured. ${trouble}`);
}

/** What a number measured on these shapes is only as good as. */
export function basisOf(kind: ShapeKind, ...features: readonly MapFeature[]): string {
  const drawn = features.map(({ asOf }) => asOf).filter((day) => day !== undefined);
  const latest = drawn.toSorted().at(-1);
  const made = kind === "line" ? "a line digitised" : "an area drawn";
  const from = latest === undefined ? `from ${made} without a date` : `from ${made} at ${latest}`;
  return features.some(({ approximate }) => approximate) ? `approximate, ${from}` : from;
}
