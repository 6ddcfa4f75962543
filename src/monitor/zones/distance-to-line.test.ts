import fc from "fast-check";
import { expect, test } from "vitest";
import type { MapGeometry, Position } from "#model";
import { ellipsoidalKm } from "../../../test/oracle/geodesic.ts";
import { distanceToLine } from "./distance-to-line.ts";
import { lengthKm } from "./length-km.ts";

const meridian: MapGeometry = {
  type: "LineString",
  coordinates: [
    [36, 47],
    [36, 51],
  ],
};

test("an area west of a meridian is as far from it as its nearest and farthest corners", () => {
  const { nearestKm, farthestKm } = distanceToLine(box(22, 48, 25, 50), meridian);
  // by Vincenty's formula on the ellipsoid; the nearest corner is the northern one, as meridians draw together
  const toMeridian = (corner: Position): number =>
    Math.min(...Array.from({ length: 401 }, (_, step) => ellipsoidalKm(corner, [36, 47 + step / 100])));
  expect(Math.abs(nearestKm / toMeridian([25, 50]) - 1)).toBeLessThan(0.004);
  expect(Math.abs(farthestKm / toMeridian([22, 48]) - 1)).toBeLessThan(0.004);
});

test("an area that the line runs through or touches is no distance away", () => {
  expect(distanceToLine(box(35, 48, 37, 49), meridian).nearestKm).toBe(0);
  expect(distanceToLine(box(30, 46, 40, 52), meridian).nearestKm).toBe(0);
  expect(distanceToLine(box(36, 48, 38, 49), meridian).nearestKm).toBe(0);
});

test("the point farthest from a line that runs around an area lies inside it", () => {
  const around: MapGeometry = {
    type: "LineString",
    coordinates: [
      [30, 48],
      [34, 48],
      [34, 52],
      [30, 52],
      [30, 48.2],
    ],
  };
  const { farthestKm } = distanceToLine(box(30.2, 48.2, 33.8, 51.8), around);
  expect(farthestKm).toBeGreaterThan(120); // half the 290 km across, less the step of the grid
  expect(farthestKm).toBeLessThan(150);
});

test("for small areas anywhere, nearest and farthest are the distance to the line within the size of the area", () => {
  fc.assert(
    fc.property(fc.double({ min: 20, max: 34, noNaN: true }), fc.double({ min: 46, max: 52, noNaN: true }), (x, y) => {
      const km = Math.min(...Array.from({ length: 81 }, (_, step) => ellipsoidalKm([x, y], [36, 47 + step / 20])));
      const { nearestKm, farthestKm } = distanceToLine(box(x, y, x + 0.001, y + 0.001), meridian);
      expect(nearestKm).toBeLessThanOrEqual(farthestKm);
      expect(farthestKm - nearestKm).toBeLessThan(0.3);
      expect(Math.abs(nearestKm - km)).toBeLessThan(0.2 + 0.004 * km);
    }),
    { numRuns: 50 },
  );
});

test("a line is as long as on the ellipsoid within 0.6 %, anywhere", () => {
  const place = fc.tuple(
    fc.double({ min: -170, max: 170, noNaN: true }),
    fc.double({ min: -70, max: 70, noNaN: true }),
  );
  const step = fc.double({ min: -0.2, max: 0.2, noNaN: true });
  fc.assert(
    fc.property(place, step, step, ([x, y], dx, dy) => {
      fc.pre(Math.hypot(dx, dy) > 0.001);
      const to: Position = [x + dx, y + dy];
      const found = lengthKm({ type: "LineString", coordinates: [[x, y], to] });
      expect(Math.abs(found / ellipsoidalKm([x, y], to) - 1)).toBeLessThan(0.006);
    }),
  );
});

function box(west: number, south: number, east: number, north: number): MapGeometry {
  return {
    type: "Polygon",
    coordinates: [
      [
        [west, south],
        [east, south],
        [east, north],
        [west, north],
        [west, south],
      ],
    ],
  };
}
