import { bottomAxis, roundScale } from "./axis.ts";
import { type PartySeries, partyLegend, partySymbol } from "./party-symbol.ts";
import { drawing, element, label } from "./svg.ts";
import { textWidth, wrapped } from "./text-width.ts";

export type DotRows = {
  readonly id: string;
  readonly width: number;
  readonly title: string;
  readonly description: string;
  /** "surplus over the reservation value, points". */
  readonly axis: string;
  /** Words left and right of the line at zero. */
  readonly zeroLabels?: readonly [string, string];
  readonly series: readonly PartySeries[];
  readonly rows: readonly { readonly label: string; readonly values: Readonly<Record<string, number>> }[];
};

/** One row a thing, one mark a party, along a common axis with a line at zero. */
export function dotRows(plot: DotRows): string {
  const wide = plot.width >= 520;
  const legend = partyLegend(plot.series, plot.width, 4);
  const labelWidth = wide ? Math.min(220, plot.width * 0.34) : plot.width - 4;
  const rowHeight = wide ? 38 : 54;
  const top = legend.height + (plot.zeroLabels ? 26 : 12);
  const frame = {
    left: wide ? labelWidth + 14 : 8,
    right: plot.width - 12,
    top,
    bottom: top + plot.rows.length * rowHeight + 4,
  };
  const values = plot.rows.flatMap((row) => Object.values(row.values));
  const x = roundScale([...values, 0], [frame.left, frame.right]);
  const rows = plot.rows
    .map((row, index) => {
      const y = frame.top + index * rowHeight + (wide ? rowHeight / 2 : rowHeight - 16);
      const present = plot.series.filter((one) => row.values[one.id] !== undefined);
      const places = present.map((one) => x(row.values[one.id] ?? 0));
      const lines = wrapped(row.label, 13, labelWidth, wide ? 2 : 1);
      return (
        lines
          .map((text, at) =>
            label(text, {
              class: wide ? "plot-label" : "plot-label plot-halo",
              x: wide ? labelWidth : 2,
              y: wide ? y + 4.5 + (at - (lines.length - 1) / 2) * 15 : y - 20,
              ...(wide ? { "text-anchor": "end" } : {}),
            }),
          )
          .join("") +
        (places.length > 1
          ? element("line", { class: "plot-span", x1: Math.min(...places), x2: Math.max(...places), y1: y, y2: y })
          : "") +
        dodged(places)
          .map((lift, at) => partySymbol(present[at]!.slot, places[at]!, y + lift))
          .join("")
      );
    })
    .join("");
  const content =
    legend.markup +
    bottomAxis(x, frame, plot.axis) +
    element("line", { class: "plot-reservation", x1: x(0), x2: x(0), y1: frame.top - 4, y2: frame.bottom }) +
    zeroWords(plot, x(0), frame) +
    rows;
  return drawing({ ...plot, height: frame.bottom + 44 }, content);
}

function zeroWords({ zeroLabels }: DotRows, at: number, frame: { left: number; right: number; top: number }): string {
  if (!zeroLabels) return "";
  const [before, after] = zeroLabels;
  const fits = (text: string, room: number) => textWidth(text, 12) + 10 <= room;
  return (
    (fits(before, at - frame.left)
      ? label(before, { class: "plot-note", x: at - 6, y: frame.top - 8, "text-anchor": "end" })
      : "") + (fits(after, frame.right - at) ? label(after, { class: "plot-note", x: at + 6, y: frame.top - 8 }) : "")
  );
}

/** How far each mark is lifted off its row so that marks at nearly the same place all stay visible. */
export function dodged(places: readonly number[], apart = 9): number[] {
  const order = places.map((place, index) => ({ place, index })).sort((a, b) => a.place - b.place || a.index - b.index);
  const lifts = places.map(() => 0);
  let cluster: number[] = [];
  const settle = () => {
    cluster.forEach((index, at) => {
      lifts[index] =
        cluster.length === 1 ? 0 : (at - (cluster.length - 1) / 2) * 8 * (cluster.length > 3 ? 3 / cluster.length : 1);
    });
    cluster = [];
  };
  let last = Number.NEGATIVE_INFINITY;
  for (const { place, index } of order) {
    if (place - last > apart) settle();
    cluster.push(index);
    last = place;
  }
  settle();
  return lifts;
}
