import { points } from "../words/format-number.ts";
import { roundScale, type Scale, ticksOf } from "./axis.ts";
import { type PartySeries, partySymbol } from "./party-symbol.ts";
import { type Frame, markShape, type ScatterMark } from "./scatter.ts";
import { drawing, element, label } from "./svg.ts";
import { clipped, textWidth } from "./text-width.ts";

export type ParallelAxis = PartySeries & {
  readonly scale: number;
  readonly reservation?: { readonly low: number; readonly mid: number; readonly high: number };
};

/** A package or solution: one value an axis. */
export type NamedLine = {
  readonly label: string;
  readonly kind: ScatterMark["kind"];
  readonly values: readonly number[];
  /** The one that is spoken of: drawn stronger than the others. */
  readonly emphasised?: boolean;
};

export type ParallelCoordinates = {
  readonly id: string;
  readonly width: number;
  readonly title: string;
  readonly description: string;
  readonly axes: readonly ParallelAxis[];
  /** Settlements, one value an axis; drawn faintly. */
  readonly lines: readonly (readonly number[])[];
  /** The selected ones among them, drawn over. */
  readonly selected: readonly (readonly number[])[];
  readonly named: readonly NamedLine[];
};

const labelSize = 12.5;
const bundled = 60;

/** Each party an axis in its own points, each settlement a line across them. */
export function parallelCoordinates(plot: ParallelCoordinates): string {
  const { frame, across, scales, labelRoom } = parallelScales(plot);
  const numbered = labelRoom < 120;
  const places = namedPlaces(plot, scales, frame);
  // a path paints itself once, however often it crosses itself: only several of them show where lines lie thick
  const bundles = (kind: string, lines: ParallelCoordinates["lines"]) =>
    Array.from({ length: Math.ceil(lines.length / bundled) }, (_, at) => {
      const some = lines.slice(at * bundled, (at + 1) * bundled);
      return element("path", { class: kind, d: some.map((values) => line(values, across, scales)).join("") });
    }).join("");
  const named = plot.named
    .map((one) =>
      element("path", {
        class: `plot-line-named${one.kind === "draft" ? " plot-line-draft" : ""}${one.emphasised ? " plot-line-strong" : ""}`,
        d: line(one.values, across, scales),
      }),
    )
    .join("");
  const last = plot.axes.length - 1;
  // one mark a line, beside its name: on every axis they would hide the numbers
  const marks = plot.named
    .map(({ kind, values }) =>
      markShape({ label: "", kind, x: across[last] ?? 0, y: scales[last]?.(values[last] ?? 0) ?? 0 }),
    )
    .join("");
  const labels = plot.named
    .map((one, index) => {
      const from = scales[last]?.(one.values[last] ?? 0) ?? 0;
      const text = numbered ? String(index + 1) : clipped(one.label, labelSize, labelRoom - 26);
      return (
        element("path", {
          class: "plot-leader",
          fill: "none",
          d: `M${round((across[last] ?? 0) + 7)},${round(from)}L${round((across[last] ?? 0) + 20)},${round(places[index]!)}`,
        }) +
        label(text, {
          class: `plot-label plot-halo${numbered ? " plot-number" : ""}`,
          x: (across[last] ?? 0) + 23,
          y: places[index]! + 4,
        })
      );
    })
    .join("");
  const key = numbered
    ? plot.named
        .map((one, index) =>
          label(`${index + 1}  ${clipped(one.label, labelSize, plot.width - 24)}`, {
            class: "plot-label",
            x: 2,
            y: frame.bottom + 34 + index * 18,
          }),
        )
        .join("")
    : "";
  const content =
    bundles("plot-line", plot.lines) +
    bundles("plot-line-selected", plot.selected) +
    plot.axes
      .map((axis, at) => axisMarkup(axis, across[at]!, scales[at]!, frame, spacing(across, plot.width)))
      .join("") +
    named +
    marks +
    labels +
    key;
  return drawing({ ...plot, height: frame.bottom + 20 + (numbered ? plot.named.length * 18 + 10 : 0) }, content);
}

/** Where the axes stand and how each counts, in the drawing's own pixels: for whoever lays something over it. */
export function parallelScales({ width, axes, lines, named }: Omit<ParallelCoordinates, "id" | "selected">): {
  readonly frame: Frame;
  readonly across: readonly number[];
  readonly scales: readonly Scale[];
  readonly labelRoom: number;
} {
  const labelRoom = named.length === 0 ? 52 : width >= 560 ? Math.min(230, width * 0.3) : 44;
  const frame = { left: 50, right: width - labelRoom, top: 50, bottom: 50 + Math.min(340, Math.max(240, width * 0.5)) };
  const gap = axes.length > 1 ? (frame.right - frame.left) / (axes.length - 1) : 0;
  return {
    frame,
    labelRoom,
    across: axes.map((_, at) => frame.left + at * gap),
    scales: axes.map(({ reservation }, at) =>
      roundScale(
        [
          ...lines.map((values) => values[at] ?? Number.NaN),
          ...named.map(({ values }) => values[at] ?? Number.NaN),
          ...(reservation ? [reservation.low, reservation.high] : []),
        ],
        [frame.bottom, frame.top],
      ),
    ),
  };
}

function axisMarkup(axis: ParallelAxis, x: number, scale: Scale, frame: Frame, room: number): string {
  const ticks = ticksOf(scale, 6);
  const title = clipped(axis.label, labelSize, room - 22);
  return (
    partySymbol(axis.slot, x - textWidth(title, labelSize) / 2 - 1, 12, 60) +
    label(title, {
      class: "plot-label plot-halo",
      x: x + 8,
      y: 16,
      "text-anchor": "middle",
    }) +
    element("line", { class: "plot-axis", x1: x, x2: x, y1: frame.top, y2: frame.bottom }) +
    ticks
      .map(
        ({ at, text }) =>
          element("line", { class: "plot-axis", x1: x - 3, x2: x, y1: at, y2: at }) +
          label(text, { class: "plot-tick plot-halo", x: x - 6, y: at + 4, "text-anchor": "end" }),
      )
      .join("") +
    (axis.reservation
      ? element("rect", {
          class: "plot-range",
          x: x - 1.5,
          y: scale(axis.reservation.high),
          width: 3,
          height: Math.max(0, scale(axis.reservation.low) - scale(axis.reservation.high)),
        }) +
        element("line", {
          class: "plot-reservation",
          x1: x - 4,
          x2: x + 14,
          y1: scale(axis.reservation.mid),
          y2: scale(axis.reservation.mid),
        }) +
        label(`${room < 120 ? "from" : "accepts from"} ${points(axis.reservation.mid, axis.scale)}`, {
          class: "plot-tick",
          x,
          y: 33,
          "text-anchor": "middle",
        })
      : "")
  );
}

/** The heights of the names at the last axis: by value, apart by a line, inside the frame where there is room. */
function namedPlaces({ named }: ParallelCoordinates, scales: readonly Scale[], frame: Frame): readonly number[] {
  const last = scales.length - 1;
  const wanted = named.map(({ values }) => scales[last]?.(values[last] ?? 0) ?? frame.top);
  const order = wanted.map((_, index) => index).sort((a, b) => wanted[a]! - wanted[b]! || a - b);
  const places = [...wanted];
  const apart = 15;
  let least = Number.NEGATIVE_INFINITY;
  for (const index of order) {
    places[index] = Math.max(wanted[index]!, least);
    least = places[index]! + apart;
  }
  // what was pushed out below moves up again, from the bottom
  let most = Math.max(frame.bottom + 6, frame.top + (named.length - 1) * apart);
  for (const index of order.toReversed()) {
    places[index] = Math.min(places[index]!, most);
    most = places[index]! - apart;
  }
  return places;
}

function line(values: readonly number[], across: readonly number[], scales: readonly Scale[]): string {
  return values
    .map((value, at) => `${at === 0 ? "M" : "L"}${round(across[at]!)},${round(scales[at]!(value))}`)
    .join("");
}

function spacing(across: readonly number[], width: number): number {
  return across.length > 1 ? across[1]! - across[0]! : width;
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
