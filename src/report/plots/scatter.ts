import { curveStepBefore, line } from "d3-shape";
import { points } from "../words/format-number.ts";
import { bottomAxis, leftAxis, roundScale, type Scale } from "./axis.ts";
import { placeLabels } from "./place-labels.ts";
import { drawing, element, label } from "./svg.ts";
import { clipped, textWidth } from "./text-width.ts";

export type ScatterMark = {
  readonly x: number;
  readonly y: number;
  readonly label: string;
  readonly kind: "accepted" | "refused" | "solution" | "draft";
};

export type ScatterAxis = {
  /** "value to Russia, points of 100". */
  readonly label: string;
  readonly name: string;
  readonly reservation?: { readonly low: number; readonly mid: number; readonly high: number };
};

export type Scatter = {
  readonly id: string;
  readonly width: number;
  readonly title: string;
  readonly description: string;
  readonly x: ScatterAxis;
  readonly y: ScatterAxis;
  /** Efficient settlements, drawn faintly. */
  readonly dots: readonly { readonly x: number; readonly y: number }[];
  /** The pair's own frontier, by rising x. */
  readonly frontier: readonly { readonly x: number; readonly y: number }[];
  readonly frontierLabel: string;
  /** What a dot is, when not every one is known to be efficient. */
  readonly dotsLabel?: string;
  /** The frontier is not the last one: its line is dashed. */
  readonly refining?: boolean;
  /**
   * What to shade: above both reservation values and below the frontier; all that is above both, when the frontier is
   * not known in full; or nothing.
   */
  readonly zone: "below-frontier" | "above-reservations" | "none";
  readonly marks: readonly ScatterMark[];
  /** Settlements a reader has selected, drawn over the dots. */
  readonly selected?: readonly { readonly x: number; readonly y: number }[];
};

export type Frame = { readonly left: number; readonly right: number; readonly top: number; readonly bottom: number };
const labelSize = 12.5;

/** Where a scatter puts its values, in its own pixels: for whoever lays something over it. */
export function scatterScales(plot: Omit<Scatter, "id">): {
  readonly frame: Frame;
  readonly x: Scale;
  readonly y: Scale;
} {
  const wide = plot.width >= 520;
  const frame = { left: 40, right: plot.width - 12, top: 34, bottom: 34 + plot.width * (wide ? 0.6 : 0.95) };
  const all = [...plot.dots, ...plot.frontier, ...plot.marks];
  const x = roundScale([...all.map((one) => one.x), ...reservationValues(plot.x)], [frame.left, frame.right]);
  const y = roundScale([...all.map((one) => one.y), ...reservationValues(plot.y)], [frame.bottom, frame.top]);
  return { frame, x, y };
}

/** Value to one party against value to another. */
export function scatter(plot: Scatter): string {
  const wide = plot.width >= 520;
  const { frame, x, y } = scatterScales(plot);
  const drawn = thinned(plot.dots.map((dot) => ({ x: x(dot.x), y: y(dot.y) })));
  const reservations = reservationLines(plot, x, y, frame);
  const marks = plot.marks.map((mark) => ({ ...mark, x: x(mark.x), y: y(mark.y) }));
  const avoided = [...drawn, ...reservations.along, ...alongFrontier(plot, x, y)];
  const labels = markLabels(marks, frame, avoided, reservations.boxes, wide ? 230 : 0);
  const legend = scatterLegend(plot, frame.bottom + 58, plot.width);
  const key = numberedKey(labels.numbered, frame.bottom + 58 + legend.height, plot.width);
  const content =
    zoneArea(plot, x, y, frame) +
    bottomAxis(x, frame, plot.x.label) +
    leftAxis(y, frame, plot.y.label) +
    drawn.map((dot) => element("circle", { class: "plot-dot", cx: dot.x, cy: dot.y, r: 1.6 })).join("") +
    selectedDots(plot.selected ?? [], x, y) +
    frontierLine(plot, x, y) +
    reservations.markup +
    labels.leaders +
    marks.map(markShape).join("") +
    labels.markup +
    legend.markup +
    key.markup;
  return drawing({ ...plot, height: frame.bottom + 62 + legend.height + key.height }, content);
}

function reservationValues({ reservation }: ScatterAxis): number[] {
  return reservation ? [reservation.low, reservation.mid, reservation.high] : [];
}

/** Selected settlements as one path, one dot a 3-pixel cell; nothing when none is. */
export function selectedDots(
  dots: readonly { readonly x: number; readonly y: number }[],
  x: (value: number) => number,
  y: (value: number) => number,
): string {
  const path = thinned(dots.map((dot) => ({ x: x(dot.x), y: y(dot.y) })))
    .map((dot) => `M${r(dot.x)},${r(dot.y)}h0`)
    .join("");
  return path === "" ? "" : element("path", { class: "plot-selected", d: path });
}

/** One dot a 3-pixel cell: a large frontier stays a small file and looks the same. */
function thinned(dots: readonly { readonly x: number; readonly y: number }[]) {
  const cells = new Map<string, { readonly x: number; readonly y: number }>();
  for (const dot of dots) {
    const cell = `${Math.round(dot.x / 3)} ${Math.round(dot.y / 3)}`;
    if (!cells.has(cell)) cells.set(cell, dot);
  }
  return [...cells.values()];
}

/** Above both reservation lines, and under the staircase of the frontier where that is known. */
function zoneArea({ zone, frontier, x: across, y: up }: Scatter, x: Scale, y: Scale, frame: Frame): string {
  if (zone === "none" || !across.reservation || !up.reservation) return "";
  const [least, lowest] = [across.reservation.mid, up.reservation.mid];
  const within = frontier.filter((point) => point.x >= least && point.y >= lowest);
  if (within.length === 0) return "";
  if (zone === "above-reservations") return band("plot-zone", x(least), frame.top, frame.right, y(lowest));
  const corners = within.flatMap((point, index) => [
    [index === 0 ? least : within[index - 1]!.x, point.y] as const,
    [point.x, point.y] as const,
  ]);
  const outline = [[least, lowest] as const, ...corners, [within.at(-1)!.x, lowest] as const];
  return element("polygon", {
    class: "plot-zone",
    points: outline.map(([a, b]) => `${Math.round(x(a) * 10) / 10},${Math.round(y(b) * 10) / 10}`).join(" "),
  });
}

function frontierLine({ frontier, refining }: Scatter, x: Scale, y: Scale): string {
  const path = line<{ readonly x: number; readonly y: number }>(
    (point) => Math.round(x(point.x) * 10) / 10,
    (point) => Math.round(y(point.y) * 10) / 10,
  ).curve(curveStepBefore)([...frontier]);
  return (
    (path ? element("path", { class: frontierClass(refining), d: path }) : "") +
    frontier
      .map((point) => element("circle", { class: "plot-efficient", cx: x(point.x), cy: y(point.y), r: 2.2 }))
      .join("")
  );
}

function frontierClass(refining = false): string {
  return refining ? "plot-frontier plot-refining" : "plot-frontier";
}

/** Places along the drawn staircase, for labels to keep off. */
function alongFrontier({ frontier }: Scatter, x: Scale, y: Scale) {
  return frontier.flatMap((point, index) => {
    const before = frontier[index - 1];
    if (!before) return [];
    const [left, right, top, bottom] = [x(before.x), x(point.x), y(before.y), y(point.y)];
    const steps = (length: number) => Array.from({ length: Math.ceil(length / 8) }, (_, step) => step * 8);
    return [
      ...steps(bottom - top).map((down) => ({ x: left, y: top + down })),
      ...steps(right - left).map((along) => ({ x: left + along, y: bottom })),
    ];
  });
}

function reservationLines({ x: across, y: up }: Scatter, x: Scale, y: Scale, frame: Frame) {
  let markup = "";
  const boxes: Frame[] = [];
  // a label may cross a line if it must, as it may cover a dot
  const along: { readonly x: number; readonly y: number }[] = [];
  if (across.reservation) {
    const at = x(across.reservation.mid);
    const text = clipped(
      `${across.name} accepts from ${points(across.reservation.mid)}`,
      labelSize,
      frame.right - frame.left - 8,
    );
    const size = textWidth(text, labelSize);
    const before = at + 6 + size > frame.right;
    const left = before ? Math.max(frame.left + 2, at - 6 - size) : at + 6;
    markup +=
      band("plot-range", x(across.reservation.low), frame.bottom - 3, x(across.reservation.high), frame.bottom) +
      element("line", { class: "plot-reservation", x1: at, x2: at, y1: frame.top, y2: frame.bottom }) +
      label(text, { class: "plot-note", x: left, y: frame.top + 12 });
    for (let y = frame.top; y <= frame.bottom; y += 5) along.push({ x: at, y });
    boxes.push({ left, right: left + size, top: frame.top, bottom: frame.top + 16 });
  }
  if (up.reservation) {
    const at = y(up.reservation.mid);
    const text = clipped(
      `${up.name} accepts from ${points(up.reservation.mid)}`,
      labelSize,
      frame.right - frame.left - 8,
    );
    const size = textWidth(text, labelSize);
    // below the line, on the side where a settlement is refused, so that the agreement zone stays free
    const below = at + 16 < frame.bottom ? at + 14 : at - 6;
    markup +=
      band("plot-range", frame.left, y(up.reservation.high), frame.left + 3, y(up.reservation.low)) +
      element("line", { class: "plot-reservation", x1: frame.left, x2: frame.right, y1: at, y2: at }) +
      label(text, { class: "plot-note", x: frame.right - 2, y: below, "text-anchor": "end" });
    for (let x = frame.left; x <= frame.right; x += 12) along.push({ x, y: at });
    boxes.push({ left: frame.right - 2 - size, right: frame.right, top: below - 12, bottom: below + 4 });
  }
  return { markup, boxes, along };
}

function band(kind: string, left: number, top: number, right: number, bottom: number): string {
  return element("rect", {
    class: kind,
    x: left,
    y: top,
    width: Math.max(0, right - left),
    height: Math.max(0, bottom - top),
  });
}

/** The mark alone, in its place. */
export function markShape({ x, y, kind }: ScatterMark): string {
  if (kind === "refused")
    return element("path", { class: "plot-refused", d: `M${r(x - 4.5)},${r(y - 4.5)}l9,9m0,-9l-9,9` });
  if (kind === "solution")
    return element("path", { class: "plot-solution", d: `M${r(x)},${r(y - 6)}l6,6l-6,6l-6,-6z` });
  if (kind === "draft") return element("path", { class: "plot-draft", d: `M${r(x - 5)},${r(y - 5)}h10v10h-10z` });
  return element("circle", { class: "plot-accepted", cx: x, cy: y, r: 5 });
}

/** Names beside their marks where there is room; a number and an entry in the key where there is none. */
function markLabels(
  marks: readonly ScatterMark[],
  frame: Frame,
  dots: readonly { readonly x: number; readonly y: number }[],
  keepClear: readonly Frame[],
  most: number,
) {
  const texts = marks.map((mark) => (most > 0 ? clipped(mark.label, labelSize, most) : ""));
  const named = placeLabels(
    marks.map((mark, index) => ({ x: mark.x, y: mark.y, width: textWidth(texts[index] ?? "", labelSize), height: 16 })),
    { bounds: frame, keepClear, dots },
  );
  const left = marks.flatMap((mark, index) => (most > 0 && named[index] ? [] : [mark]));
  const placed = named.flatMap((place) => (most > 0 && place ? [place.box] : []));
  const numbers = placeLabels(
    left.map((mark, index) => ({
      x: mark.x,
      y: mark.y,
      width: textWidth(String(index + 1), labelSize) + 2,
      height: 14,
    })),
    {
      bounds: frame,
      keepClear: [
        ...keepClear,
        ...placed,
        ...marks.map(({ x, y }) => ({ left: x - 5, right: x + 5, top: y - 5, bottom: y + 5 })),
      ],
      dots,
    },
  );
  let markup = "";
  let leaders = "";
  const write = (mark: ScatterMark, text: string, place: ReturnType<typeof placeLabels>[number]) => {
    const box = place?.box ?? { left: mark.x + 7, top: mark.y - 8, right: mark.x + 16, bottom: mark.y + 6 };
    markup += label(text, { class: "plot-label plot-halo", x: box.left, y: box.bottom - 4 });
    if (place?.leader) {
      const toX = Math.min(Math.max(mark.x, box.left), box.right);
      const toY = Math.min(Math.max(mark.y, box.top + 2), box.bottom - 2);
      leaders += element("line", { class: "plot-leader", x1: mark.x, y1: mark.y, x2: toX, y2: toY });
    }
  };
  marks.forEach((mark, index) => {
    if (most > 0 && named[index]) write(mark, texts[index] ?? "", named[index]);
  });
  left.forEach((mark, index) => {
    write(mark, String(index + 1), numbers[index]);
  });
  return { markup, leaders, numbered: left };
}

/** What each mark means, in words. */
function scatterLegend(
  plot: Scatter,
  top: number,
  width: number,
): { readonly markup: string; readonly height: number } {
  const kinds = new Set(plot.marks.map((mark) => mark.kind));
  const entries = [
    ...(kinds.has("refused")
      ? [["refused package", markShape({ x: 6, y: 0, label: "", kind: "refused" })] as const]
      : []),
    ...(kinds.has("accepted")
      ? [["package all accept", markShape({ x: 6, y: 0, label: "", kind: "accepted" })] as const]
      : []),
    ...(kinds.has("solution")
      ? [["bargaining solution", markShape({ x: 6, y: 0, label: "", kind: "solution" })] as const]
      : []),
    ...(kinds.has("draft")
      ? [["draft in the composer", markShape({ x: 6, y: 0, label: "", kind: "draft" })] as const]
      : []),
    ...(plot.frontier.length > 0
      ? [
          [plot.frontierLabel, element("path", { class: frontierClass(plot.refining), d: "M0,0H13" })] as const,
          [
            plot.dotsLabel ?? "efficient for all",
            element("circle", { class: "plot-dot", cx: 6, cy: 0, r: 1.6 }),
          ] as const,
        ]
      : []),
    ...(plot.zone !== "none"
      ? [
          [
            "above both reservation values",
            element("rect", { class: "plot-zone", x: 0, y: -6, width: 13, height: 11 }),
          ] as const,
        ]
      : []),
    [
      "judged range of a reservation value",
      element("rect", { class: "plot-range", x: 0, y: -2, width: 13, height: 3 }),
    ] as const,
  ];
  let x = 2;
  let y = top;
  let markup = "";
  for (const [text, shape] of entries) {
    const needed = 20 + textWidth(text, 12);
    if (x > 2 && x + needed > width) {
      x = 2;
      y += 19;
    }
    markup +=
      element("g", { transform: `translate(${r(x)},${r(y)})` }, shape) +
      label(text, { class: "plot-tick", x: x + 18, y: y + 4 });
    x += needed + 14;
  }
  return { markup, height: y - top + 14 };
}

function numberedKey(numbered: readonly ScatterMark[], top: number, width: number) {
  const markup = numbered
    .map((mark, index) =>
      label(`${index + 1}  ${clipped(mark.label, labelSize, width - 24)}`, {
        class: "plot-label",
        x: 2,
        y: top + 12 + index * 18,
      }),
    )
    .join("");
  return { markup, height: numbered.length > 0 ? numbered.length * 18 + 8 : 0 };
}

function r(value: number): number {
  return Math.round(value * 10) / 10;
}
