import type { MapGeometry, Position } from "#model";
import { kmBetween } from "./sphere.ts";

/** The lines of a geometry, without points that repeat the one before. Only for shapes in which `shapeTrouble` found nothing. */
export function partsOfLine(geometry: MapGeometry): readonly (readonly Position[])[] {
  const parts =
    geometry.type === "LineString"
      ? [geometry.coordinates]
      : geometry.type === "MultiLineString"
        ? geometry.coordinates
        : [];
  return parts.map(withoutRepeats);
}

export function withoutRepeats(points: readonly Position[]): readonly Position[] {
  return points.filter(([longitude, latitude], index) => {
    const before = points[index - 1];
    return before === undefined || before[0] !== longitude || before[1] !== latitude;
  });
}

/**
 * The same line with no step longer than this. Between two points GeoJSON goes straight in degrees (RFC 7946, 3.1.1), so
 * the points between are put there, and a line along a parallel stays on it.
 */
export function withShortSteps(points: readonly Position[], longestKm: number): readonly Position[] {
  return points.flatMap((point, index) => {
    const before = points[index - 1];
    if (before === undefined) return [point];
    const steps = Math.max(1, Math.ceil(kmBetween(before, point) / longestKm));
    return Array.from({ length: steps }, (_, step): Position => {
      if (step === steps - 1) return point;
      const share = (step + 1) / steps;
      return [before[0] + share * (point[0] - before[0]), before[1] + share * (point[1] - before[1])];
    });
  });
}
