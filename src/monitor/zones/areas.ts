import { area } from "@turf/area";
import { difference } from "@turf/difference";
import { featureCollection, multiPolygon } from "@turf/helpers";
import { intersect } from "@turf/intersect";
import { union } from "@turf/union";
import type { MapGeometry, Position } from "#model";
import { err, type Result } from "#prelude";

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
  return some.length < 2 ? (some[0] ?? []) : clipped(union, some);
}

/** What is in the first and in none of the others. */
export function without(areas: Areas, ...others: readonly Areas[]): Areas {
  const some = others.filter((other) => other.length > 0);
  return areas.length === 0 || some.length === 0 ? areas : clipped(difference, [areas, ...some]);
}

/** What is in both. */
export function inBoth(a: Areas, b: Areas): Areas {
  return a.length === 0 || b.length === 0 ? [] : clipped(intersect, [a, b]);
}

/** What this comes to, or the reason if shapes lie so close along each other that clipping loses its thread. */
export function unlessTangled<T>(measure: () => Result<T, string>): Result<T, string> {
  try {
    return measure();
  } catch (error) {
    if (error instanceof Tangled) return err("The shapes lie too close along each other to be clipped.");
    throw error;
  }
}

class Tangled extends Error {}

/**
 * The clipper follows edges from crossing to crossing and can lose one where two edges are the same but for the last
 * digits. So points are put on a grid first, and on a coarser one if that was not enough; the coarsest is some 10 cm.
 */
const grids = [1e9, 1e8, 1e7, 1e6];

function clipped(
  operation: (shapes: ReturnType<typeof featureCollection<Shape>>) => TurfAreas,
  given: readonly Areas[],
): Areas {
  for (const grid of grids) {
    try {
      return fromTurf(operation(featureCollection(given.map((areas) => asTurf(onGrid(areas, grid))))));
    } catch (error) {
      // the clipper throws plain errors, all of this kind
      if (!(error instanceof Error && /output ring|linked events|degenerate segment/.test(error.message))) throw error;
    }
  }
  throw new Tangled("The clipper lost its thread on every grid.");
}

function onGrid(areas: Areas, grid: number): Areas {
  return areas.map((rings) =>
    rings.map((ring) =>
      ring.map(
        ([longitude, latitude]): Position => [Math.round(longitude * grid) / grid, Math.round(latitude * grid) / grid],
      ),
    ),
  );
}

type TurfShape = ReturnType<typeof multiPolygon>;
type Shape = TurfShape["geometry"];
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
