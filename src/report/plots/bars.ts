import { bottomAxis, roundScale } from "./axis.ts";
import { drawing, element, label } from "./svg.ts";
import { textWidth, wrapped } from "./text-width.ts";

export type BarRow = {
  readonly label: string;
  /** A second, fainter line: the option chosen. */
  readonly detail?: string;
  readonly value: number;
  /** The value as printed at the end of the bar. */
  readonly shown: string;
  /** An interval around the value, drawn as a whisker. */
  readonly low?: number;
  readonly high?: number;
};

export type Bars = {
  readonly id: string;
  readonly width: number;
  readonly title: string;
  readonly description: string;
  readonly axis: string;
  /** The party's slot for its hue; none: the accent. */
  readonly slot?: number;
  /** The right end of the axis, such as 1 for shares. */
  readonly most?: number;
  readonly rows: readonly BarRow[];
};

/** Horizontal bars from zero, in the order given, each with its name and number. */
export function bars(plot: Bars): string {
  const wide = plot.width >= 520;
  const labelWidth = wide ? Math.min(300, plot.width * 0.39) : plot.width - 4;
  const detailed = plot.rows.some((row) => row.detail);
  const rowHeight = wide ? (detailed ? 40 : 28) : detailed ? 56 : 44;
  const frame = {
    left: wide ? labelWidth + 14 : 4,
    right: plot.width - 46,
    top: 6,
    bottom: 6 + plot.rows.length * rowHeight + 4,
  };
  const scale = roundScale(
    [0, plot.most ?? 0, ...plot.rows.flatMap((row) => [row.value, row.high ?? 0])],
    [frame.left, frame.right],
    0,
  );
  const kind = plot.slot === undefined ? "plot-bar" : `plot-bar party-${plot.slot % 8}`;
  const rows = plot.rows
    .map((row, index) => {
      const middle = frame.top + index * rowHeight + (wide ? rowHeight / 2 : rowHeight - 13);
      const end = scale(Math.max(0, row.value));
      const left = Math.min(scale(0), end);
      const whisker =
        row.low === undefined || row.high === undefined
          ? ""
          : element("path", {
              class: "plot-whisker",
              d: `M${n(scale(row.low))},${n(middle)}H${n(scale(row.high))}M${n(scale(row.low))},${n(middle - 4)}v8M${n(scale(row.high))},${n(middle - 4)}v8`,
            });
      const shownAt = Math.max(end, row.high === undefined ? end : scale(row.high)) + 6;
      return (
        rowLabels(row, wide, labelWidth, middle) +
        element("rect", { class: kind, x: left, y: middle - 7, width: Math.max(0.5, end - left), height: 14 }) +
        whisker +
        label(row.shown, {
          class: "plot-number",
          x: Math.min(shownAt, plot.width - textWidth(row.shown, 13)),
          y: middle + 4.5,
        })
      );
    })
    .join("");
  return drawing({ ...plot, height: frame.bottom + 42 }, bottomAxis(scale, frame, plot.axis) + rows);
}

function rowLabels(row: BarRow, wide: boolean, width: number, middle: number): string {
  const at = wide ? { x: width, "text-anchor": "end" } : { x: 2 };
  const halo = wide ? "" : " plot-halo";
  const detail = row.detail ? (wrapped(row.detail, 12, width, 1)[0] ?? "") : "";
  if (detail !== "") {
    const name = wrapped(row.label, 13, width, 1)[0] ?? "";
    const top = wide ? middle - 3.5 : middle - 27;
    return (
      label(name, { class: `plot-label${halo}`, ...at, y: top }) +
      label(detail, { class: `plot-tick${halo}`, ...at, y: top + 15 })
    );
  }
  const lines = wrapped(row.label, 13, width, wide && width > 0 ? 2 : 1);
  return lines
    .map((text, index) =>
      label(text, {
        class: `plot-label${halo}`,
        ...at,
        y: wide ? middle + 4.5 + (index - (lines.length - 1) / 2) * 13 : middle - 13,
      }),
    )
    .join("");
}

function n(value: number): number {
  return Math.round(value * 10) / 10;
}
