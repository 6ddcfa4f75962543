import { area } from "@turf/area";
import { difference } from "@turf/difference";
import { featureCollection, multiPolygon } from "@turf/helpers";
import { intersect } from "@turf/intersect";
import { union } from "@turf/union";
import type { MapGeometry, Position } from "#model";

/** Polygons, each an outer ring and its holes: the coordinates of a MultiPolygon. Empty: no ground at all. */
export type Areas = readonly (readonly (readonly Position[])[])[];

/** The polygons of a geometry; none for points and lines. */
export function areasOf(geometry: MapGeometry): Areas {
  switch (geometry.type) {
    case "Polygon":
      return [geometry.coordinates];
    case "MultiPolygon":
      return geometry.coordinates;
    default:
      return [];
  }
}

export function geometryOf(areas: Areas): MapGeometry | undefined {
  return areas.length === 0 ? undefined : { type: "MultiPolygon", coordinates: areas };
}

/** In km2 on the sphere of `sphere.ts`. */
export function areaOf(areas: Areas): number {
  return areas.length === 0 ? 0 : area(asTurf(areas)) / 1e6;
}

/** All of them as one. */
export function together(...given: readonly Areas[]): Areas {
  const some = given.filter((areas) => areas.length > 0);
  return some.length < 2 ? (some[0] ?? []) : fromTurf(union(featureCollection(some.map(asTurf))));
}

/** What is in the first and in none of the others. */
export function without(areas: Areas, ...others: readonly Areas[]): Areas {
  const some = others.filter((other) => other.length > 0);
  if (areas.length === 0 || some.length === 0) return areas;
  return fromTurf(difference(featureCollection([areas, ...some].map(asTurf))));
}

/** What is in both. */
export function inBoth(a: Areas, b: Areas): Areas {
  return a.length === 0 || b.length === 0 ? [] : fromTurf(intersect(featureCollection([asTurf(a), asTurf(b)])));
}

type TurfShape = ReturnType<typeof multiPolygon>;
type TurfAreas = { readonly geometry: { readonly type: string; readonly coordinates: unknown } } | null | undefined;

/** turf declares its arrays mutable; none of the functions used here writes to what it is given. */
export function asTurf(areas: Areas): TurfShape {
  return multiPolygon(areas as unknown as TurfShape["geometry"]["coordinates"]);
}

export function fromTurf(feature: TurfAreas): Areas {
  if (!feature) return [];
  const { type, coordinates } = feature.geometry;
  // a Polygon's coordinates are rings of pairs and a MultiPolygon's are lists of those, though turf types a pair as number[]
  return (type === "Polygon" ? [coordinates] : coordinates) as Areas;
}
