import { describe, expect, test } from "vitest";
import { hostile } from "../fixture/hostile-names.ts";
import { type ParallelCoordinates, parallelCoordinates, parallelScales } from "./parallel-coordinates.ts";

const plot: ParallelCoordinates = {
  id: "p",
  width: 760,
  title: "All parties",
  description: "One line a settlement",
  axes: [
    { id: "A", label: "North", slot: 0, scale: 100, reservation: { low: 40, mid: 45, high: 50 } },
    { id: "B", label: "South", slot: 1, scale: 100, reservation: { low: 30, mid: 35, high: 40 } },
    { id: "C", label: "West", slot: 2, scale: 1 },
  ],
  lines: [
    [50, 60, 0.5],
    [70, 36, 0.25],
  ],
  selected: [[70, 36, 0.25]],
  named: [
    { label: "The first offer", kind: "refused", values: [20, 80, 0.9] },
    { label: "The second offer", kind: "accepted", values: [60, 55, 0.9] },
  ],
};

describe("parallel coordinates", () => {
  test("have an axis for every party, and say from where each accepts", () => {
    const svg = parallelCoordinates(plot);
    for (const name of ["North", "South", "West"]) expect(svg).toContain(name);
    expect(svg).toContain("accepts from 45.0");
    expect(svg).toContain("accepts from 35.0");
    expect(svg.match(/class="plot-reservation"/g)).toHaveLength(2);
  });

  test("draw a settlement through its values on every axis", () => {
    const { across, scales } = parallelScales(plot);
    const svg = parallelCoordinates(plot);
    const through = plot.selected[0]!.map((value, at) => {
      const place = (number: number) => Math.round(number * 10) / 10;
      return `${at === 0 ? "M" : "L"}${place(across[at]!)},${place(scales[at]!(value))}`;
    }).join("");
    expect(svg).toContain(`class="plot-line-selected" d="${through}"`);
    expect(svg.match(/class="plot-line" /g)).toHaveLength(1);
  });

  test("name every package beside the last axis, apart from each other, or by number and key where it is narrow", () => {
    const heights = (svg: string, texts: readonly string[]) =>
      texts.map((text) => Number(new RegExp(`y="([\\d.]+)"[^>]*>\\u2068${text}\\u2069`).exec(svg)?.[1]));
    const wide = parallelCoordinates(plot);
    const [first, second] = heights(wide, ["The first offer", "The second offer"]);
    expect(Math.abs(first! - second!)).toBeGreaterThanOrEqual(15);
    const narrow = parallelCoordinates({ ...plot, width: 350 });
    expect(narrow).toContain("1  The first offer");
    expect(narrow).toContain("2  The second offer");
  });

  test("mark each named line once, and draw the one that is spoken of stronger", () => {
    const [first, second] = plot.named;
    const svg = parallelCoordinates({ ...plot, named: [{ ...first!, emphasised: true }, second!] });
    expect(svg.match(/class="plot-line-named plot-line-strong"/g)).toHaveLength(1);
    expect(svg.match(/class="plot-refused"/g)).toHaveLength(1);
    expect(svg.match(/class="plot-accepted"/g)).toHaveLength(1);
  });

  test("escape what a file may say, hold no number that is not one, and are the same each time", () => {
    const named = plot.named.map((one) => ({ ...one, label: hostile }));
    const svg = parallelCoordinates({ ...plot, named, axes: plot.axes.map((axis) => ({ ...axis, label: hostile })) });
    expect(svg).not.toMatch(/<(script|img|\/style)|NaN|undefined|Infinity/);
    expect(parallelCoordinates(plot)).toBe(parallelCoordinates(plot));
  });

  test("of nothing are still a drawing", () => {
    const svg = parallelCoordinates({ ...plot, axes: [], lines: [], selected: [], named: [] });
    expect(svg).toContain("<svg");
    expect(svg).not.toMatch(/NaN|undefined|Infinity/);
  });
});
