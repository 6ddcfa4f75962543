import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { overlap, placeLabels } from "./place-labels.ts";

const bounds = { left: 0, top: 0, right: 600, bottom: 400 };

describe("labels of marks at random places", () => {
  const label = fc.record({
    x: fc.integer({ min: 0, max: 600 }),
    y: fc.integer({ min: 0, max: 400 }),
    width: fc.integer({ min: 10, max: 180 }),
    height: fc.constant(16),
  });

  test("never overlap one another, never leave the plot, never cover another mark", () => {
    fc.assert(
      fc.property(fc.array(label, { maxLength: 25 }), (wanted) => {
        const places = placeLabels(wanted, { bounds });
        const boxes = places.flatMap((place) => (place ? [place.box] : []));
        for (const [index, box] of boxes.entries()) {
          expect(box.left >= 0 && box.right <= 600 && box.top >= 0 && box.bottom <= 400).toBe(true);
          for (const other of boxes.slice(index + 1)) expect(overlap(box, other)).toBe(false);
        }
        for (const [index, place] of places.entries())
          for (const [at, mark] of wanted.entries())
            if (place && at !== index)
              expect(
                overlap(place.box, { left: mark.x - 1, right: mark.x + 1, top: mark.y - 1, bottom: mark.y + 1 }),
              ).toBe(false);
      }),
    );
  });

  test("are placed the same way each time", () => {
    fc.assert(
      fc.property(fc.array(label, { maxLength: 12 }), (wanted) => {
        expect(placeLabels(wanted, { bounds })).toEqual(placeLabels(wanted, { bounds }));
      }),
    );
  });
});

test("a lone mark has its label to its right, without a line", () => {
  const [place] = placeLabels([{ x: 100, y: 100, width: 80, height: 16 }], { bounds });
  expect(place).toEqual({ box: { left: 109, right: 189, top: 92, bottom: 108 }, leader: false });
});

test("a mark at the right border has its label to its left", () => {
  const [place] = placeLabels([{ x: 595, y: 100, width: 80, height: 16 }], { bounds });
  expect(place?.box.right).toBeLessThan(595);
});

test("a label that has no free place is left out, not put over another", () => {
  const small = { left: 0, top: 0, right: 60, bottom: 20 };
  const same = { x: 30, y: 10, width: 50, height: 16 };
  expect(placeLabels([same, same], { bounds: small })).toEqual([undefined, undefined]);
});

test("a label prefers a place that covers no dot", () => {
  const dots = Array.from({ length: 20 }, (_, index) => ({ x: 110 + index * 4, y: 100 }));
  const [place] = placeLabels([{ x: 100, y: 100, width: 80, height: 16 }], { bounds, dots });
  expect(place?.box.right).toBeLessThan(100);
});
