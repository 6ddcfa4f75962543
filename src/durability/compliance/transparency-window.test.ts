import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { hundredths, points, thousand } from "../../../test/oracle/deterrence-draws.ts";
import { transparencyWindow } from "./transparency-window.ts";

describe("the transparency window", () => {
  const levels = [
    { id: "satellites", detection: 0.3, exposure: 1 },
    { id: "visits", detection: 0.6, exposure: 4 },
    { id: "resident inspectors", detection: 0.9, exposure: 9 },
  ];
  const needed = (value: number) => ({ kind: "detection", value }) as const;
  test("lists the levels that see enough and expose little enough, both at equality", () => {
    expect(transparencyWindow(levels, needed(0.6), 9)).toEqual({
      kind: "window",
      levels: ["visits", "resident inspectors"],
    });
    expect(transparencyWindow(levels, needed(0.6), 4)).toEqual({ kind: "window", levels: ["visits"] });
  });
  test("says why it is empty", () => {
    const empty = (because: string) => ({ kind: "empty", because });
    expect(transparencyWindow(levels, needed(0.7), 5)).toEqual(empty("what-sees-enough-exposes-too-much"));
    expect(transparencyWindow(levels, needed(0.95), 9)).toEqual(empty("none-sees-enough"));
    expect(transparencyWindow(levels, { kind: "none-suffices" }, 9)).toEqual(empty("none-sees-enough"));
    expect(transparencyWindow(levels, needed(0.1), 0)).toEqual(empty("all-expose-too-much"));
    expect(transparencyWindow([], needed(0.1), 9)).toEqual(empty("no-level"));
  });
  test("widens with tolerance and narrows with the detection needed", () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(hundredths(0, 1), points(0, 20)), { maxLength: 6 }),
        fc.tuple(hundredths(0, 1), hundredths(0, 1)),
        fc.tuple(points(0, 20), points(0, 20)),
        (drawn, detections, tolerances) => {
          const drawnLevels = drawn.map(([detection, exposure], i) => ({ id: `${i}`, detection, exposure }));
          const open = (pi: number, tolerance: number): readonly string[] => {
            const window = transparencyWindow(drawnLevels, needed(pi), tolerance);
            return window.kind === "window" ? window.levels : [];
          };
          const strict = open(Math.max(...detections), Math.min(...tolerances));
          expect(open(Math.min(...detections), Math.max(...tolerances))).toEqual(expect.arrayContaining([...strict]));
        },
      ),
      thousand,
    );
  });
});
