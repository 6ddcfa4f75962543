import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { MapGeometry, Position } from "#model";
import { stripByCounting } from "../../../test/oracle/geodesic-strip.ts";
import { areaOf } from "./areas.ts";
import { earthRadiusKm, kmBetween } from "./sphere.ts";
import { stripAlong } from "./strip-along.ts";

const degree = (earthRadiusKm * Math.PI) / 180;

describe("of a line along a meridian", () => {
  const line: MapGeometry = {
    type: "LineString",
    coordinates: [
      [30, 48],
      [30, 50],
    ],
  };
  const sides = { W: box(28, 47, 30, 51), E: box(30, 47, 32, 51) };

  test.each([5, 15, 40, 100])("the strip of %d km is its length times its depth, flat at both ends", (km) => {
    // between meridian and the circle at km, the width shrinks with the cosine: sin(km / R) R
    const expected = 2 * degree * earthRadiusKm * Math.sin(km / earthRadiusKm);
    const areas = areasIn(stripAlong(line, sides, { W: km, E: km }));
    expect(relative(areas.W, expected)).toBeLessThan(0.002);
    expect(relative(areas.E, expected)).toBeLessThan(0.002);
  });

  test("a line that is drawn the other way has its parties on the same sides", () => {
    const back: MapGeometry = {
      type: "LineString",
      coordinates: [
        [30, 50],
        [30, 48],
      ],
    };
    const depths = { W: 10, E: 30 };
    expect(areasIn(stripAlong(back, sides, depths)).W).toBeCloseTo(areasIn(stripAlong(line, sides, depths)).W!, 3);
    expect(areasIn(stripAlong(back, sides, depths)).E).toBeCloseTo(areasIn(stripAlong(line, sides, depths)).E!, 3);
  });

  test("points between that change nothing change no area", () => {
    const dotted: MapGeometry = {
      type: "LineString",
      coordinates: Array.from({ length: 41 }, (_, index): Position => [30, 48 + index / 20]),
    };
    const [one, other] = [line, dotted].map((of) => areasIn(stripAlong(of, sides, { W: 20, E: 5 })));
    expect(relative(one!.W, other!.W!)).toBeLessThan(0.001);
    expect(relative(one!.E, other!.E!)).toBeLessThan(0.001);
  });

  test("a side of depth 0 gives no ground, and the other side is as it would be", () => {
    const strip = stripAlong(line, sides, { W: 0, E: 20 });
    expect(strip.ok && strip.value.W).toBeUndefined();
    expect(areasIn(strip).E).toBe(areasIn(stripAlong(line, sides, { W: 20, E: 20 })).E);
  });

  test("every corner of a side lies on it and no farther away than its depth", () => {
    const strip = stripAlong(line, sides, { W: 10, E: 30 });
    if (!strip.ok) throw new Error(strip.error);
    for (const [longitude, latitude] of strip.value.W!.flat(2)) {
      expect(longitude).toBeLessThan(30);
      expect(kmBetween([longitude, latitude], [30, latitude])).toBeLessThan(10.02);
    }
    for (const [longitude] of strip.value.E!.flat(2)) expect(longitude).toBeGreaterThan(30);
  });
});

test("along a parallel the side towards the pole is the smaller one, by the widths of the belts", () => {
  const line: MapGeometry = {
    type: "LineString",
    coordinates: [
      [30, 50],
      [38, 50],
    ],
  };
  const areas = areasIn(stripAlong(line, { N: box(30, 50, 38, 52), S: box(30, 48, 38, 50) }, { N: 40, S: 40 }));
  const belt = (from: number, to: number) =>
    ((8 * Math.PI) / 180) * earthRadiusKm ** 2 * (Math.sin((to * Math.PI) / 180) - Math.sin((from * Math.PI) / 180));
  const apart = 40 / degree;
  expect(relative(areas.N, belt(50, 50 + apart))).toBeLessThan(0.003);
  expect(relative(areas.S, belt(50 - apart, 50))).toBeLessThan(0.003);
  expect(areas.N!).toBeLessThan(areas.S!);
});

test("a strip deeper than a bend is wide keeps to its side of the whole line", () => {
  // a tongue 20 km wide and 80 km long: on its inside a strip of 40 km fills it, and does not come out at the far side
  const tongue: Position[] = [
    [29, 49],
    [30, 49],
    [30, 49.72],
    [30.27, 49.72],
    [30.27, 49],
    [31.3, 49],
  ];
  const line: MapGeometry = { type: "LineString", coordinates: tongue };
  const sides = { N: box(29, 49.9, 31, 51), S: box(29, 48, 31, 48.95) };
  const areas = areasIn(stripAlong(line, { N: sides.N, S: sides.S }, { N: 40, S: 40 }));
  const counted = stripByCounting(tongue as never, 40, 300);
  expect(relative(areas.N, counted.left)).toBeLessThan(0.01);
  expect(relative(areas.S, counted.right)).toBeLessThan(0.01);
});

test("the flagship's strips are those that counting cells on the ellipsoid finds", () => {
  const line = shipped("line-of-contact", "line-of-contact");
  if (line.type !== "LineString") throw new Error("The line of contact is one line.");
  const sides = { UA: shipped("areas", "ukrainian-held-side"), RU: shipped("areas", "russian-held-side") };
  for (const km of [5, 15, 40]) {
    const areas = areasIn(stripAlong(line, sides, { UA: km, RU: km }));
    const counted = stripByCounting(line.coordinates as never, km, 300);
    // drawn from north to west the line has the Ukrainian-held side on its right
    expect(relative(areas.UA, counted.right), `${km} km`).toBeLessThan(0.01);
    expect(relative(areas.RU, counted.left), `${km} km`).toBeLessThan(0.01);
  }
});

test("any line that runs on has the strips that counting cells finds, each side with its own depth", () => {
  fc.assert(
    fc.property(
      fc.array(fc.double({ min: -0.4, max: 0.4, noNaN: true }), { minLength: 2, maxLength: 9 }),
      fc.integer({ min: 8, max: 40 }),
      fc.integer({ min: 8, max: 40 }),
      fc.integer({ min: -60, max: 60 }),
      (bends, left, right, latitude) => {
        const line = bends.map((bend, index): Position => [10 + 0.3 * index, latitude + bend]);
        const shape: MapGeometry = { type: "LineString", coordinates: line };
        const last = 10 + 0.3 * (bends.length - 1);
        const sides = {
          N: ring([...line, [last, latitude + 3], [10, latitude + 3]]),
          S: ring([...line, [last, latitude - 3], [10, latitude - 3]]),
        };
        const strip = stripAlong(shape, sides, { N: left, S: right });
        fc.pre(strip.ok || !strip.error.includes("in front of its own end")); // said, and said below
        const areas = areasIn(strip);
        const [north, south] = [left, right].map((km) => stripByCounting(line as never, km, 150));
        expect(relative(areas.N, north!.left)).toBeLessThan(0.02);
        expect(relative(areas.S, south!.right)).toBeLessThan(0.02);
      },
    ),
    { numRuns: 20 },
  );
});

test("a line that curls round in front of its own end has no end there, and that is said", () => {
  const hook: Position[] = [
    [30, 49],
    [31, 49],
    [31, 49.5],
    [30, 49.5],
    [30, 49.15],
    [30.6, 49.15],
  ];
  const line: MapGeometry = { type: "LineString", coordinates: hook };
  expect(stripAlong(line, { S: box(30, 48.5, 31, 49) }, { S: 40 })).toEqual({
    ok: false,
    error: "At a depth of 40 km the line passes in front of its own end: what lies there is on neither side.",
  });
  expect(stripAlong(line, { S: box(30, 48.5, 31, 49) }, { S: 5 })).toMatchObject({ ok: true });
});

test("two lines apart have the strips of both", () => {
  const lines: MapGeometry = {
    type: "MultiLineString",
    coordinates: [
      [
        [30, 48],
        [30, 49],
      ],
      [
        [30, 51],
        [30, 52],
      ],
    ],
  };
  const areas = areasIn(stripAlong(lines, { W: box(28, 47, 30, 53), E: box(30, 47, 32, 53) }, { W: 10, E: 20 }));
  expect(relative(areas.W, 2 * degree * 10)).toBeLessThan(0.003);
  expect(relative(areas.E, 2 * degree * 20)).toBeLessThan(0.003);
});

test("what has no sides or no depth is refused with the reason", () => {
  const line: MapGeometry = {
    type: "LineString",
    coordinates: [
      [30, 48],
      [30, 50],
    ],
  };
  const sides = { W: box(28, 47, 30, 51), E: box(30, 47, 32, 51) };
  expect(stripAlong(line, sides, { W: -1 })).toEqual({
    ok: false,
    error: "A depth of -1 km is not between 0 and 200 km.",
  });
  expect(stripAlong(line, sides, { W: Number.NaN })).toMatchObject({ ok: false });
  expect(stripAlong(line, sides, { X: 5 })).toEqual({
    ok: false,
    error: "No area tells which side of the line is that of X.",
  });
  expect(stripAlong(line, { W: box(40, 47, 42, 51) }, { W: 5 })).toEqual({
    ok: false,
    error: "The area lies on neither side of the line, or on both alike.",
  });
  expect(stripAlong(sides.W, sides, { W: 5 })).toEqual({ ok: false, error: "It is no line." });
  const dot: MapGeometry = { type: "LineString", coordinates: [[30, 48]] };
  expect(stripAlong(dot, sides, { W: 5 })).toEqual({ ok: false, error: "A line needs two different points." });
});

test("a shape that is nonsense is refused, never measured wrongly", () => {
  const sides = { W: box(-170, -70, 0, 70) };
  const position = fc.tuple(fc.double(), fc.double());
  fc.assert(
    fc.property(fc.array(position, { maxLength: 6 }), fc.double(), (coordinates, km) => {
      const strip = stripAlong({ type: "LineString", coordinates }, sides, { W: km });
      if (strip.ok) for (const areas of Object.values(strip.value)) expect(areaOf(areas)).toBeGreaterThanOrEqual(0);
      else expect(strip.error).toMatch(/\.$/);
    }),
    { numRuns: 200 },
  );
});

function areasIn(strip: ReturnType<typeof stripAlong>): Readonly<Record<string, number>> {
  if (!strip.ok) throw new Error(strip.error);
  return Object.fromEntries(Object.entries(strip.value).map(([party, areas]) => [party, areaOf(areas)]));
}

function relative(found: number | undefined, expected: number): number {
  return Math.abs((found ?? Number.NaN) / expected - 1);
}

function box(west: number, south: number, east: number, north: number): MapGeometry {
  return ring([
    [west, south],
    [east, south],
    [east, north],
    [west, north],
  ]);
}

function ring(points: readonly Position[]): MapGeometry {
  return { type: "Polygon", coordinates: [[...points, points[0]!]] };
}

type ShippedFeature = { readonly properties: { readonly id: string }; readonly geometry: MapGeometry };

function shipped(layer: string, id: string): MapGeometry {
  const path = new URL(`../../../scenarios/ukraine-2025/map/${layer}.geojson`, import.meta.url);
  // the one cast: the file is ours, and the reader of maps checks its shape
  const { features } = JSON.parse(readFileSync(path, "utf8")) as { features: readonly ShippedFeature[] };
  const found = features.find(({ properties }) => properties.id === id);
  if (!found) throw new Error(`No shape ${id}.`);
  return found.geometry;
}
