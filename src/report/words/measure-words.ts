import { endsOf, type Measure } from "#monitor";
import { fixed } from "./format-number.ts";

/**
 * "33,100 km²", "15.1–18.2 troops per km"; undefined where nothing is known. Lengths and areas to three figures: a line
 * that was digitised by hand knows no more.
 */
export function measureWords(measure: Measure): string | undefined {
  const ends = endsOf(measure);
  if (!ends) return undefined;
  const low = figure(ends.low, measure);
  const high = figure(ends.high, measure);
  return `${low === high ? low : `${low}–${high}`} ${units[measure.unit]}`;
}

const units = {
  km: "km",
  km2: "km²",
  troops: "troops",
  brigades: "brigades",
  "troops per km": "troops per km",
} as const satisfies Record<Measure["unit"], string>;

function figure(value: number, { unit }: Measure): string {
  switch (unit) {
    case "troops":
      return fixed(value, 0);
    case "brigades":
    case "troops per km":
      return fixed(value, Number.isInteger(value) || value >= 100 ? 0 : 1);
    default:
      return fixed(toThreeFigures(value), value > 0 && value < 10 ? 1 : 0);
  }
}

function toThreeFigures(value: number): number {
  return value === 0 ? 0 : Number(value.toPrecision(3));
}
