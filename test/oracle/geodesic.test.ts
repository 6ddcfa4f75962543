import { expect, test } from "vitest";
import { ellipsoidalKm, kmPerDegree } from "./geodesic.ts";
import { stripByCounting } from "./geodesic-strip.ts";

test("a degree of the meridian and of the parallel is as long as tables give it", () => {
  // WGS 84: 110.574 and 111.3195 km at the equator, 111.132 and 78.847 km at 45 degrees
  expect(kmPerDegree(0).north).toBeCloseTo(110.574, 3);
  expect(kmPerDegree(0).east).toBeCloseTo(111.3195, 4);
  expect(kmPerDegree(45).north).toBeCloseTo(111.132, 3);
  expect(kmPerDegree(45).east).toBeCloseTo(78.847, 3);
});

test("the distance on the ellipsoid is the published one, and that of its quarter meridian", () => {
  expect(ellipsoidalKm([0, 0], [0, 90])).toBeCloseTo(10001.966, 3);
  expect(ellipsoidalKm([0, 0], [1, 0])).toBeCloseTo(111.31949, 4);
  // Flinders Peak to Buninyong: 54 972.271 m on GRS 80, whose axes are those of WGS 84 to a tenth of a millimetre
  const flinders = [144 + 25 / 60 + 29.5244 / 3600, -(37 + 57 / 60 + 3.7203 / 3600)] as const;
  const buninyong = [143 + 55 / 60 + 35.3839 / 3600, -(37 + 39 / 60 + 10.1561 / 3600)] as const;
  expect(ellipsoidalKm(flinders, buninyong)).toBeCloseTo(54.972, 3);
});

test("counting cells along a meridian finds length times depth on either side", () => {
  const line = [
    [30, 48],
    [30, 49],
  ] as const;
  const { left, right } = stripByCounting(line, 20, 600);
  const expected = 20 * ellipsoidalKm(line[0], line[1]);
  expect(Math.abs(left / expected - 1)).toBeLessThan(0.005);
  expect(Math.abs(right / expected - 1)).toBeLessThan(0.005);
});
