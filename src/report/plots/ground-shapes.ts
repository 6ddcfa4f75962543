import type { MapFeature, MapGeometry, ScenarioMap } from "#model";
import type { TierOnTheGround } from "#monitor";

/** One thing to draw: a tier's ground, the line, a place. */
export type GroundShape = {
  readonly id: string;
  readonly name: string;
  /** Decides how it is drawn; tiers lie in the order of the map, the first on top. */
  readonly look: "zone" | "forces" | "presence" | "line" | "place";
  readonly asOf?: string;
  readonly geometry: MapGeometry;
};

/** What the map draws: the tiers that put something on the ground, and the lines and places that are no tier's area. */
export function groundShapes(map: ScenarioMap, tiers: readonly TierOnTheGround[]): readonly GroundShape[] {
  const areas = tiers.flatMap(({ id, name, kind, geometry }): GroundShape[] =>
    geometry ? [{ id, name, look: kind === "demilitarised-zone" ? "zone" : kind, geometry }] : [],
  );
  return [...areas.toReversed(), ...map.features.flatMap(lineOrPlace)];
}

function lineOrPlace({ id, name, asOf, geometry }: MapFeature): GroundShape[] {
  const day = asOf === undefined ? {} : { asOf };
  switch (geometry.type) {
    case "LineString":
    case "MultiLineString":
      return [{ id, name, look: "line", geometry, ...day }];
    case "Point":
      return [{ id, name, look: "place", geometry, ...day }];
    default:
      return []; // an area is drawn as a tier's, never for itself
  }
}

/** The coasts behind everything: the area that a map calls `land`, if it has one. */
export function landOf(map: ScenarioMap): MapGeometry | undefined {
  return map.features.find(({ id }) => id === "land")?.geometry;
}

/** West, south, east, north of everything; undefined of nothing. */
export function boundsOf(shapes: readonly GroundShape[]): readonly [number, number, number, number] | undefined {
  let [west, south, east, north] = [180, 90, -180, -90];
  const take = (coordinates: unknown): void => {
    const [first, second] = coordinates as readonly unknown[]; // GeoJSON nests lists around pairs of numbers
    if (typeof first === "number" && typeof second === "number") {
      west = Math.min(west, first);
      east = Math.max(east, first);
      south = Math.min(south, second);
      north = Math.max(north, second);
    } else for (const inner of coordinates as readonly unknown[]) take(inner);
  };
  for (const { geometry } of shapes) take(geometry.coordinates);
  return west > east ? undefined : [west, south, east, north];
}
