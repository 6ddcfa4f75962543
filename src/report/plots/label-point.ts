import type { MapGeometry, Position } from "#model";
import type { GroundShape } from "./ground-shapes.ts";

/** Where a name is written: on the place, a third along the line, in the widest part of an area. */
export function labelPoint({ geometry, look }: Pick<GroundShape, "geometry" | "look">): Position {
  if (geometry.type === "Point") return geometry.coordinates;
  if (geometry.type === "LineString") return along(geometry.coordinates, 1 / 3);
  if (geometry.type === "MultiLineString") return along(longest(geometry.coordinates), 1 / 3);
  const ring = longest(outerRings(geometry));
  // a strip's middle may lie outside of it: its name goes beside one of its corners
  return look === "zone" ? along(ring, 0.9) : middle(ring);
}

function outerRings(
  geometry: Extract<MapGeometry, { type: "Polygon" | "MultiPolygon" }>,
): readonly (readonly Position[])[] {
  return geometry.type === "Polygon"
    ? geometry.coordinates.slice(0, 1)
    : geometry.coordinates.flatMap((polygon) => polygon.slice(0, 1));
}

function longest(lists: readonly (readonly Position[])[]): readonly Position[] {
  return lists.reduce((best, list) => (list.length > best.length ? list : best), lists[0] ?? []);
}

function along(points: readonly Position[], share: number): Position {
  return points[Math.floor((points.length - 1) * share)] ?? [0, 0]; // a readable shape has at least one point
}

/** The middle of the widest stretch inside the ring, on the parallel half-way up. */
function middle(ring: readonly Position[]): Position {
  const latitudes = ring.map(([, latitude]) => latitude);
  const level = (Math.min(...latitudes) + Math.max(...latitudes)) / 2;
  const crossings = ring
    .flatMap(([longitude, latitude], at) => {
      const [nextLongitude, nextLatitude] = ring[(at + 1) % ring.length]!; // taken round the ring
      if (latitude > level === nextLatitude > level) return [];
      return [longitude + ((level - latitude) / (nextLatitude - latitude)) * (nextLongitude - longitude)];
    })
    .toSorted((one, other) => one - other);
  let best: Position = [crossings[0] ?? ring[0]?.[0] ?? 0, level];
  let widest = 0;
  for (let at = 0; at + 1 < crossings.length; at += 2) {
    const [left, right] = [crossings[at]!, crossings[at + 1]!]; // both exist by the loop's bound
    if (right - left <= widest) continue;
    widest = right - left;
    best = [(left + right) / 2, level];
  }
  return best;
}
