import fc from "fast-check";
import { expect, test } from "vitest";
import type { MapGeometry, Position } from "#model";
import { shapeTrouble } from "./shape-trouble.ts";

const line = (...coordinates: Position[]): MapGeometry => ({ type: "LineString", coordinates });
const ring = (...coordinates: Position[]): MapGeometry => ({ type: "Polygon", coordinates: [coordinates] });

test.each<[string, MapGeometry, RegExp]>([
  ["a line of one point", line([30, 50]), /two different points/],
  ["a line of one point twice", line([30, 50], [30, 50]), /two different points/],
  ["a line without points", line(), /two different points/],
  ["a closed line", line([30, 50], [31, 50], [31, 51], [30, 50]), /closed/],
  ["a line that crosses itself", line([30, 50], [32, 50], [31, 51], [31, 49]), /crosses or touches itself near 3\d, /],
  ["a line that touches itself", line([30, 50], [32, 50], [32, 51], [31, 50]), /touches itself/],
  ["a line that turns back on itself", line([30, 50], [32, 50], [31, 50]), /touches itself/],
  ["longitude and latitude the wrong way round", line([30, 50], [50, 130]), /not on the earth: longitude comes first/],
  ["something that is no number", line([30, 50], [Number.NaN, 50]), /Point 2 is not a pair of numbers/],
  ["a line across the antimeridian", line([175, 10], [-175, 10]), /antimeridian/],
  ["a line near the pole", line([0, 85], [10, 86]), /80 degrees/],
  ["an open polygon", ring([30, 50], [31, 50], [31, 51]), /not closed/],
  ["a polygon of two points", ring([30, 50], [31, 50], [30, 50]), /three different points/],
  [
    "a polygon shaped like a bow tie",
    ring([30, 50], [31, 51], [31, 50], [30, 51], [30, 50]),
    /crosses or touches itself/,
  ],
  ["a polygon without rings", { type: "Polygon", coordinates: [] }, /empty/],
  ["a multipolygon without polygons", { type: "MultiPolygon", coordinates: [] }, /empty/],
  [
    "two lines that cross",
    {
      type: "MultiLineString",
      coordinates: [
        [
          [30, 50],
          [32, 50],
        ],
        [
          [31, 49],
          [31, 51],
        ],
      ],
    },
    /crosses/,
  ],
])("%s is refused with the reason", (_, shape, reason) => {
  expect(shapeTrouble(shape)).toMatch(reason);
});

test("lines and rings that keep clear of themselves are measured", () => {
  expect(shapeTrouble(line([30, 50], [31, 50], [31, 51]))).toBeUndefined();
  expect(shapeTrouble(line([30, 50], [30, 50], [31, 50]))).toBeUndefined();
  expect(shapeTrouble(line([30, 50], [31, 50], [32, 50]))).toBeUndefined();
  expect(shapeTrouble(ring([30, 50], [31, 50], [31, 51], [30, 50]))).toBeUndefined();
  expect(shapeTrouble({ type: "Point", coordinates: [30, 50] })).toBeUndefined();
});

test("a line that runs on in one direction is never refused, and is refused once a step comes back across it", () => {
  const heights = fc.array(fc.double({ min: -5, max: 5, noNaN: true }), { minLength: 2, maxLength: 60 });
  fc.assert(
    fc.property(heights, (bends) => {
      const points = bends.map((bend, index): Position => [index, 40 + bend]);
      expect(shapeTrouble(line(...points))).toBeUndefined();
      const last = bends.length - 1;
      const back: readonly Position[] = [
        [last + 0.5, 60],
        [0.5, 60],
        [0.5, 20],
      ];
      expect(shapeTrouble(line(...points, ...back))).toMatch(/crosses or touches itself/);
    }),
  );
});

test("a long line is looked through quickly whichever way it runs", () => {
  const jitter = (index: number) => 1e-4 * ((index * 7919) % 101);
  const north = Array.from({ length: 20_000 }, (_, index): Position => [30 + jitter(index), 44 + index / 2500]);
  const began = performance.now();
  expect(shapeTrouble(line(...north))).toBeUndefined();
  expect(shapeTrouble(line(...north.map(([x, y]): Position => [y, x])))).toBeUndefined();
  expect(performance.now() - began).toBeLessThan(3000);
});
