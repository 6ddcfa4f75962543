import { leftAxis, roundScale } from "./axis.ts";
import { type PartySeries, partyLegend, partySymbol } from "./party-symbol.ts";
import { drawing, element, label } from "./svg.ts";
import { textWidth } from "./text-width.ts";

/** What offers were worth to one party, in the order in which they were tabled. */
export type ValueOverTime = {
  readonly id: string;
  readonly width: number;
  readonly title: string;
  readonly description: string;
  /** "value to Ukraine, points". */
  readonly axis: string;
  /** Under the offers: "offers in order of tabling". */
  readonly order: string;
  /** The scale of the party's sheet: the axis reaches from nothing to it at least. */
  readonly most: number;
  readonly series: readonly PartySeries[];
  /** Values that hold throughout, as lines across. */
  readonly levels: readonly {
    readonly kind: "reservation" | "adopted";
    readonly label: string;
    readonly value: number;
  }[];
  readonly steps: readonly {
    /** Whose offer: the id of a series. */
    readonly by: string;
    readonly label: string;
    /** What the package may be worth, whatever becomes of the issues that it leaves open. */
    readonly least: number;
    readonly most: number;
    /** The party's own position after it, joined by a line. */
    readonly position?: number;
  }[];
};

/** A column an offer: a bar from its least to its most, its author's mark in the middle; the party's own position as a line. */
export function valueOverTime(plot: ValueOverTime): string {
  const legend = partyLegend(plot.series, plot.width, 4);
  const height = legend.height + 300;
  const box = { left: 44, right: plot.width - 10, top: legend.height + 34, bottom: height - 44 };
  const { steps, levels } = plot;
  const all = [...steps.flatMap(({ least, most }) => [least, most]), ...levels.map(({ value }) => value), 0, plot.most];
  const y = roundScale(all, [box.bottom, box.top], 0);
  const apart = (box.right - box.left) / Math.max(1, steps.length);
  const x = (at: number): number => box.left + apart * (at + 0.5);
  const slots = new Map(plot.series.map(({ id, slot }) => [id, slot]));
  const every = Math.max(1, Math.ceil(22 / apart));

  const columns = steps.map(({ by, least, most, label: number }, at) => {
    const middle = y((least + most) / 2);
    const span = element("line", { class: "plot-span", x1: x(at), x2: x(at), y1: y(least), y2: y(most) });
    const tick =
      at % every === 0
        ? label(number, { class: "plot-tick", x: x(at), y: box.bottom + 16, "text-anchor": "middle" })
        : "";
    return { bar: span + tick, mark: partySymbol(slots.get(by) ?? 0, x(at), middle, 56) };
  });
  const own = steps.flatMap(({ position, by }, at) => (position === undefined ? [] : [{ at, position, by }]));
  const path = own
    .map(({ at, position }, index) => {
      // what was offered stands until the next offer
      const to = `${px(x(at))},${px(y(position))}`;
      return index === 0 ? `M${to}` : `H${px(x(at))}L${to}`;
    })
    .join("");
  const tail = own.length > 0 ? `H${px(box.right)}` : "";
  const line = own.length > 0 ? element("path", { class: "plot-line-named plot-line-strong", d: path + tail }) : "";
  const marks = own.map(({ at, position }) =>
    element("circle", { class: "plot-accepted", cx: x(at), cy: y(position), r: 4 }),
  );
  const across = levels.map(({ kind, label: text, value }) => {
    const height = y(value);
    const place = kind === "adopted" ? box.left + 6 : Math.max(box.left + 6, box.right - textWidth(text, 12.5) - 4);
    return (
      element("line", {
        class: kind === "adopted" ? "plot-frontier" : "plot-reservation",
        x1: box.left,
        x2: box.right,
        y1: height,
        y2: height,
      }) + label(text, { class: "plot-note", x: place, y: height - 5 })
    );
  });
  const content =
    legend.markup +
    leftAxis(y, box, plot.axis) +
    columns.map(({ bar }) => bar).join("") +
    across.join("") +
    line +
    columns.map(({ mark }) => mark).join("") +
    marks.join("") +
    label(plot.order, { class: "plot-title", x: box.right, y: box.bottom + 35, "text-anchor": "end" });
  return drawing({ ...plot, height }, content);
}

function px(value: number): string {
  return String(Math.round(value * 100) / 100);
}
