import { describe, expect, test } from "vitest";
import { hostile } from "../fixture/hostile-names.ts";
import { bars } from "./bars.ts";
import { dodged, dotRows } from "./dot-rows.ts";
import { partyHues, plotStyle } from "./plot-style.ts";
import { scatter, scatterScales } from "./scatter.ts";
import { clipped, textWidth, wrapped } from "./text-width.ts";

const frame = { id: "f", width: 760, title: "A title", description: "A description" };
const series = [
  { id: "A", label: "North", slot: 0 },
  { id: "B", label: "South", slot: 1 },
];

const drawings = (label: string) => [
  scatter({
    ...frame,
    x: { label: `value to ${label}, points of 100`, name: label, reservation: { low: 40, mid: 50, high: 60 } },
    y: { label: "value to South, points of 100", name: "South", reservation: { low: 30, mid: 40, high: 45 } },
    dots: [{ x: 55, y: 60 }],
    frontier: [
      { x: 52, y: 70 },
      { x: 60, y: 65 },
    ],
    frontierLabel: "frontier of the pair",
    zone: "below-frontier",
    marks: [{ x: 20, y: 80, label, kind: "refused" }],
  }),
  bars({ ...frame, axis: "points", rows: [{ label, detail: label, value: 3, shown: "3.0", low: 2, high: 4 }] }),
  dotRows({ ...frame, axis: "points", series, rows: [{ label, values: { A: -3, B: 4 } }] }),
];

describe.each([
  ["scatter", 0],
  ["bars", 1],
  ["dot rows", 2],
] as const)("the drawing of %s", (_, index) => {
  test("is named and described, with ids of its own", () => {
    const svg = drawings("North")[index]!;
    expect(svg).toContain('role="img" aria-labelledby="f-title f-desc"');
    expect(svg).toContain('<title id="f-title">A title</title>');
    expect(svg).toContain('<desc id="f-desc">A description</desc>');
  });

  test("escapes what a file may say", () => {
    const svg = drawings(hostile)[index]!;
    expect(svg).not.toMatch(/<(script|img|\/style)/);
    expect(svg).not.toMatch(/[\u202a-\u202e]/);
    expect(svg).not.toContain("\u001b");
  });

  test("has no number that is not one", () => {
    expect(drawings("North")[index]).not.toMatch(/NaN|undefined|Infinity/);
  });

  test("is the same each time", () => {
    expect(drawings("North")[index]).toBe(drawings("North")[index]);
  });
});

test("a scatter names both reservation lines and says whose value each axis is", () => {
  const svg = drawings("North")[0]!;
  expect(svg).toContain("North accepts from 50.0");
  expect(svg).toContain("South accepts from 40.0");
  expect(svg).toContain("value to North, points of 100");
});

test("the shaded region starts at both reservation values, and is missing when nothing is above both", () => {
  expect(drawings("North")[0]).toContain('class="plot-zone" points=');
  const none = scatter({
    ...frame,
    x: { label: "x", name: "North", reservation: { low: 90, mid: 90, high: 90 } },
    y: { label: "y", name: "South", reservation: { low: 90, mid: 90, high: 90 } },
    dots: [],
    frontier: [{ x: 10, y: 10 }],
    frontierLabel: "frontier before reservations",
    zone: "below-frontier",
    marks: [],
  });
  expect(none).not.toContain("<polygon");
});

test("selected settlements and the draft are drawn where their values are", () => {
  const plot = {
    ...frame,
    x: { label: "x", name: "North" },
    y: { label: "y", name: "South" },
    dots: [
      { x: 10, y: 10 },
      { x: 50, y: 60 },
    ],
    frontier: [],
    frontierLabel: "",
    zone: "none" as const,
    marks: [{ x: 30, y: 40, label: "My draft", kind: "draft" as const }],
  };
  const { x, y } = scatterScales(plot);
  const place = (number: number) => Math.round(number * 10) / 10;
  expect(scatter(plot)).not.toContain("plot-selected");
  const svg = scatter({ ...plot, selected: [{ x: 50, y: 60 }] });
  expect(svg).toContain(`class="plot-selected" d="M${place(x(50))},${place(y(60))}h0"`);
  expect(svg).toContain(`class="plot-draft" d="M${place(x(30) - 5)},${place(y(40) - 5)}h10v10h-10z"`);
  expect(svg).toContain("draft in the composer");
});

test("a drawing of nothing is still a drawing", () => {
  for (const svg of [
    bars({ ...frame, axis: "points", rows: [] }),
    dotRows({ ...frame, axis: "points", series: [], rows: [] }),
    scatter({
      ...frame,
      x: { label: "x", name: "" },
      y: { label: "y", name: "" },
      dots: [],
      frontier: [],
      frontierLabel: "",
      zone: "none",
      marks: [],
    }),
  ])
    expect(svg).not.toMatch(/NaN|Infinity|undefined/);
});

test("marks at nearly the same place are lifted apart, others stay on their row", () => {
  const lifts = dodged([10, 100, 12]);
  expect(lifts[1]).toBe(0);
  expect(Math.abs((lifts[0] ?? 0) - (lifts[2] ?? 0))).toBeGreaterThanOrEqual(8);
});

test("texts are broken and clipped to the width they are given", () => {
  const text = "A long name of an issue that does not fit on one line of a chart at all";
  for (const line of wrapped(text, 13, 150)) expect(textWidth(line, 13)).toBeLessThanOrEqual(150);
  expect(wrapped(text, 13, 150)).toHaveLength(2);
  expect(wrapped(text, 13, 150)[1]).toMatch(/…$/);
  expect(clipped("short", 13, 150)).toBe("short");
});

test("eight parties have eight hues, and the style sets one rule for each", () => {
  expect(new Set(partyHues).size).toBe(8);
  for (const slot of partyHues.keys()) expect(plotStyle).toContain(`.party-${slot}{fill:var(--party-${slot})}`);
});
