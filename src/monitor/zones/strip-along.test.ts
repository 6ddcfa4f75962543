import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { MapGeometry, Position } from "#model";
import { seededRandom } from "#prelude";
import { stripByCounting } from "../../../test/oracle/geodesic-strip.ts";
import { areaOf } from "./areas.ts";
import { shapeTrouble } from "./shape-trouble.ts";
import { bearingTo, earthRadiusKm, kmBetween, pointAt } from "./sphere.ts";
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

test("any zigzag has the strips that counting cells finds, each side with its own depth", () => {
  let refused = 0;
  fc.assert(
    fc.property(
      fc.array(fc.double({ min: -0.6, max: 0.6, noNaN: true }), { minLength: 2, maxLength: 9 }),
      fc.integer({ min: 3, max: 45 }),
      fc.integer({ min: 3, max: 45 }),
      fc.integer({ min: -60, max: 60 }),
      (bends, left, right, latitude) => {
        const line = bends.map((bend, index): Position => [10 + 0.3 * index, latitude + bend]);
        const last = 10 + 0.3 * (bends.length - 1);
        const sides = {
          N: ring([...line, [last, latitude + 3], [10, latitude + 3]]),
          S: ring([...line, [last, latitude - 3], [10, latitude - 3]]),
        };
        const strip = stripAlong({ type: "LineString", coordinates: line }, sides, { N: left, S: right });
        if (!strip.ok) {
          expect(strip.error).toContain("curls up");
          refused++;
          return;
        }
        const { N, S } = areasIn(strip);
        expect(errorAgainstCounting(line, left, { left: N })).toBeLessThan(0.02);
        expect(errorAgainstCounting(line, right, { right: S })).toBeLessThan(0.02);
      },
    ),
    { numRuns: 30 },
  );
  expect(refused).toBeLessThanOrEqual(1);
});

test("any line that curls up has the strips that counting cells finds, or none", () => {
  const random = seededRandom(11);
  let refused = 0;
  for (let run = 0; run < 20; run++) {
    const line = curledLine(random);
    const km = 3 + Math.floor(43 * random.uniform());
    const strip = stripAlong({ type: "LineString", coordinates: line }, besides(line), { L: km, R: km });
    if (strip.ok) {
      const { L, R } = areasIn(strip);
      expect(errorAgainstCounting(line, km, { left: L, right: R }), `run ${run}`).toBeLessThan(0.02);
    } else {
      expect(strip.error).toContain("curls up");
      refused++;
    }
  }
  expect(refused).toBeLessThanOrEqual(2);
});

describe("of a line that curls up, ground is on the side of the nearest point of the line:", () => {
  const around = (turns: number, inner: number, outer: number): Position[] =>
    Array.from({ length: Math.ceil(48 * turns) + 1 }, (_, step) =>
      pointAt(
        [30, 49],
        -(step / 48) * 2 * Math.PI,
        inner + ((outer - inner) * step) / Math.max(1, Math.ceil(48 * turns)),
      ),
    );

  test.each([
    ["a ring that is open by a twentieth", around(0.95, 30, 30), 12],
    ["a ring so narrow that its depth fills it", around(0.95, 30, 30), 40],
    ["a coil of two turns 20 km apart, its depth beyond the next turn", around(2, 15, 55), 25],
    ["a coil of two turns 20 km apart, its depth less than half-way to the next", around(2, 15, 55), 8],
    [
      "a hook that comes round in front of its own end",
      [
        [30, 49],
        [31, 49],
        [31, 49.5],
        [30, 49.5],
        [30, 49.15],
        [30.6, 49.15],
      ] as Position[],
      40,
    ],
  ])("%s", (_, line, km) => {
    const strip = stripAlong({ type: "LineString", coordinates: line }, besides(line), { L: km, R: km });
    const { L, R } = areasIn(strip);
    expect(errorAgainstCounting(line, km, { left: L, right: R })).toBeLessThan(0.015);
  });

  test("a wide ring with a shallow strip has its length times its depth on either side", () => {
    const line = around(0.75, 300, 300);
    const strip = stripAlong({ type: "LineString", coordinates: line }, besides(line), { L: 3, R: 3 });
    const { L, R } = areasIn(strip);
    const length = 36 * 2 * 300 * Math.sin(Math.PI / 48);
    expect(relative(L, length * 3 * (1 - 1.5 / 300))).toBeLessThan(0.003);
    expect(relative(R, length * 3 * (1 + 1.5 / 300))).toBeLessThan(0.003);
  });

  test("and drawn the other way, left is right", () => {
    const line = around(2, 15, 55);
    const [one, other] = [line, line.toReversed()].map((coordinates) =>
      areasIn(stripAlong({ type: "LineString", coordinates }, besides(coordinates), { L: 25, R: 25 })),
    );
    expect(relative(one!.L, other!.R!)).toBeLessThan(0.003);
    expect(relative(one!.R, other!.L!)).toBeLessThan(0.003);
  });
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

test("two lines so near side by side that each reaches over the other have no sides, and that is said", () => {
  const lines: MapGeometry = {
    type: "MultiLineString",
    coordinates: [30, 30.3].map((longitude): Position[] => [
      [longitude, 48],
      [longitude, 50],
    ]),
  };
  const sides = { W: box(28, 47, 30, 51), E: box(30.3, 47, 32, 51) };
  expect(stripAlong(lines, sides, { W: 40, E: 40 })).toEqual({
    ok: false,
    error:
      "The line curls up or lies beside itself within its own depth of 40 km: what is on which side cannot be told there.",
  });
  expect(stripAlong(lines, sides, { W: 5, E: 5 })).toMatchObject({ ok: true });
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

test("a depth that no map could show is refused, and never keeps anybody waiting", () => {
  const line: MapGeometry = {
    type: "LineString",
    coordinates: [
      [30, 48],
      [40, 50],
    ],
  };
  const sides = { W: box(29, 49.5, 41, 52) };
  for (const km of [5e-324, 1e-9, 0.19])
    expect(stripAlong(line, sides, { W: km })).toMatchObject({
      ok: false,
      error: expect.stringContaining("too shallow"),
    });
  expect(stripAlong(line, sides, { W: 0.2 }).ok).toBe(true);
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

/** The larger error of the sides given; counted anew with smaller cells where it is near what is asked. */
function errorAgainstCounting(
  line: readonly Position[],
  km: number,
  found: { readonly left?: number | undefined; readonly right?: number | undefined },
): number {
  const error = (cells: number) => {
    const counted = stripByCounting(line, km, cells);
    const of = (side: "left" | "right") => (side in found ? relative(found[side], counted[side]) : 0);
    return Math.max(of("left"), of("right"));
  };
  const first = error(150);
  return first > 0.015 ? error(500) : first;
}

/** A line that turns more or less steadily and does not cross itself, some 50 to 500 km long. */
function curledLine(random: ReturnType<typeof seededRandom>): readonly Position[] {
  for (;;) {
    const [points, step] = [8 + Math.floor(50 * random.uniform()), 3 + 9 * random.uniform()];
    const [wander, bias] = [0.1 + 0.5 * random.uniform(), 0.2 * (random.uniform() - 0.5)];
    const line: Position[] = [[10, 110 * random.uniform() - 55]];
    let heading = 2 * Math.PI * random.uniform();
    let turn = 0;
    for (let point = 0; point < points; point++) {
      turn = 0.7 * turn + 1.6 * wander * (random.uniform() - 0.5) + bias;
      heading += turn;
      line.push(pointAt(line.at(-1)!, heading, step)); // it has a first point
    }
    if (shapeTrouble({ type: "LineString", coordinates: line }) === undefined) return line;
  }
}

/** Two small areas 1 km to the left and to the right of the line's middle. */
function besides(line: readonly Position[]): { readonly L: MapGeometry; readonly R: MapGeometry } {
  const middle = Math.floor((line.length - 1) / 2);
  const [from, to] = [line[middle]!, line[middle + 1]!]; // a line has two points
  const half: Position = [(from[0] + to[0]) / 2, (from[1] + to[1]) / 2];
  const beside = (turned: number) => {
    const centre = pointAt(half, bearingTo(from, to) + turned, 1);
    return ring([0, 1, 2, 3].map((corner) => pointAt(centre, (corner * Math.PI) / 2, 0.2)));
  };
  return { L: beside(-Math.PI / 2), R: beside(Math.PI / 2) };
}

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
