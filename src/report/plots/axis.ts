import { type ScaleLinear, scaleLinear } from "d3-scale";
import { fixed } from "../words/format-number.ts";
import { element, label } from "./svg.ts";

export type Scale = ScaleLinear<number, number>;

/** A linear scale over the values with a little air on both sides, its ends at round numbers. */
export function roundScale(values: readonly number[], range: readonly [number, number], air = 0.04): Scale {
  const finite = values.filter(Number.isFinite);
  const low = finite.length > 0 ? finite.reduce((a, b) => Math.min(a, b)) : 0;
  const high = finite.length > 0 ? finite.reduce((a, b) => Math.max(a, b)) : 1;
  const pad = (high - low || Math.abs(high) || 1) * air;
  return scaleLinear()
    .domain([low - pad, high + pad])
    .range([...range])
    .nice(8);
}

/** Ticks with their labels; as many decimals as the step needs. */
export function ticksOf(scale: Scale, wanted: number): readonly { readonly at: number; readonly text: string }[] {
  const values = scale.ticks(wanted);
  const step = Math.abs((values[1] ?? 1) - (values[0] ?? 0)) || 1;
  const decimals = Math.min(6, Math.max(0, -Math.floor(Math.log10(step) + 1e-9)));
  return values.map((value) => ({ at: scale(value), text: fixed(value, decimals) }));
}

/** Grid, ticks and title of a horizontal axis at the bottom of a plot. */
export function bottomAxis(
  scale: Scale,
  box: { left: number; right: number; top: number; bottom: number },
  title: string,
): string {
  const ticks = ticksOf(scale, Math.max(3, Math.floor((box.right - box.left) / 70)));
  return (
    ticks
      .map(
        ({ at, text }) =>
          element("line", { class: "plot-grid", x1: at, x2: at, y1: box.top, y2: box.bottom }) +
          label(text, { class: "plot-tick", x: at, y: box.bottom + 16, "text-anchor": "middle" }),
      )
      .join("") +
    element("line", { class: "plot-axis", x1: box.left, x2: box.right, y1: box.bottom, y2: box.bottom }) +
    label(title, { class: "plot-title", x: box.right, y: box.bottom + 35, "text-anchor": "end" })
  );
}

/** Grid, ticks and title of a vertical axis at the left of a plot; the title lies flat above it. */
export function leftAxis(
  scale: Scale,
  box: { left: number; right: number; top: number; bottom: number },
  title: string,
): string {
  const ticks = ticksOf(scale, Math.max(3, Math.floor((box.bottom - box.top) / 55)));
  return (
    ticks
      .map(
        ({ at, text }) =>
          element("line", { class: "plot-grid", x1: box.left, x2: box.right, y1: at, y2: at }) +
          label(text, { class: "plot-tick", x: box.left - 8, y: at + 4, "text-anchor": "end" }),
      )
      .join("") +
    element("line", { class: "plot-axis", x1: box.left, x2: box.left, y1: box.top, y2: box.bottom }) +
    label(title, { class: "plot-title", x: 2, y: box.top - 12 })
  );
}
