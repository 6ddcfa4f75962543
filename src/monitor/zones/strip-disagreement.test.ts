import { expect, test } from "vitest";
import type { Position } from "#model";
import { type Areas, inBoth, without } from "./areas.ts";
import { flatBuffer } from "./flat-buffer.ts";
import { mostDisagreement, stripDisagreement } from "./strip-disagreement.ts";

const line: readonly Position[] = [
  [30, 48],
  [30, 50],
];
const around = flatBuffer(line, 20);
const west = inBoth(around, box(28, 47, 30, 51));
const east = inBoth(around, box(30, 47, 32, 51));

test("a strip that is what it should be is found to be so", () => {
  const { left, right } = stripDisagreement([line], 20, { left: west, right: east });
  expect(left).toBeLessThan(mostDisagreement / 4);
  expect(right).toBeLessThan(mostDisagreement / 4);
});

const tenth = box(29, 48, 31, 48.2);

test.each<[string, Areas, Areas, number, number]>([
  ["a tenth of a side that is missing", without(west, tenth), east, 0.1, 0],
  ["a fiftieth that is missing", without(west, box(29, 48, 31, 48.04)), east, 0.02, 0],
  ["a tenth that is given to the other side", without(west, tenth), [...east, ...inBoth(west, tenth)], 0.1, 0.1],
  ["a tenth that is there twice", [...west, ...inBoth(west, tenth)], east, 0.1, 0],
  ["a side that is on the other side", east, west, 2, 2],
  ["a side that is missing", west, [], 0, 1],
])("%s is found", (_, left, right, wrongLeft, wrongRight) => {
  const found = stripDisagreement([line], 20, { left, right });
  expect(Math.abs(found.left - wrongLeft)).toBeLessThan(0.004);
  expect(Math.abs(found.right - wrongRight)).toBeLessThan(0.004);
});

test("ground beyond the ends is found", () => {
  const tall = flatBuffer(
    [
      [30, 47.9],
      [30, 50.1],
    ],
    20,
  );
  const { left } = stripDisagreement([line], 20, { left: inBoth(tall, box(28, 47, 30, 51)), right: east });
  expect(Math.abs(left - 0.1)).toBeLessThan(0.01);
});

function box(west: number, south: number, east: number, north: number): Areas {
  return [
    [
      [
        [west, south],
        [east, south],
        [east, north],
        [west, north],
        [west, south],
      ],
    ],
  ];
}
