import {
  symbol,
  symbolCircle,
  symbolCross,
  symbolDiamond,
  symbolSquare,
  symbolStar,
  symbolTriangle,
  symbolWye,
} from "d3-shape";
import { element, label } from "./svg.ts";
import { textWidth } from "./text-width.ts";

/** How a drawing shows a party: hue and shape by slot (its place in the agenda, 0 to 7), and always its name. */
export type PartySeries = { readonly id: string; readonly label: string; readonly slot: number };

// shapes differ as well as hues, so that no reading rests on colour
const shapes = [
  symbolCircle,
  symbolSquare,
  symbolDiamond,
  symbolTriangle,
  symbolCross,
  symbolStar,
  symbolWye,
  symbolTriangle,
];

/** The mark of a party at a place. The last slot is the fourth turned over. */
export function partySymbol(slot: number, x: number, y: number, area = 72): string {
  const path = symbol(shapes[slot % 8] ?? symbolCircle, area)() ?? "";
  return element("path", {
    class: `plot-mark party-${slot % 8}`,
    d: path.replace(/-?\d+\.\d{3,}/g, (number) => String(Math.round(Number(number) * 100) / 100)),
    transform: `translate(${Math.round(x * 100) / 100},${Math.round(y * 100) / 100})${slot % 8 === 7 ? " rotate(180)" : ""}`,
  });
}

/** The key: every party's mark and name, wrapped to the width. */
export function partyLegend(
  series: readonly PartySeries[],
  width: number,
  top: number,
): { readonly markup: string; readonly height: number } {
  let x = 6;
  let y = top + 10;
  let markup = "";
  for (const one of series) {
    const needed = 22 + textWidth(one.label, 13);
    if (x > 6 && x + needed > width) {
      x = 6;
      y += 20;
    }
    markup += partySymbol(one.slot, x, y) + label(one.label, { class: "plot-label", x: x + 11, y: y + 4.5 });
    x += needed + 8;
  }
  return { markup, height: y + 14 - top };
}
