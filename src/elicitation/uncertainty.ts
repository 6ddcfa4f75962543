import type { Agenda, IssueId, OptionId } from "#model";
import type { SheetDraft } from "./draft.ts";
import { drawSheets, type SheetDraws } from "./draw-sheets.ts";

/** How much the statements still leave open. */
export type Uncertainty = {
  readonly weights: Readonly<Record<IssueId, Spread>>;
  readonly values: Readonly<Record<IssueId, Readonly<Record<OptionId, Spread>>>>;
  readonly reservation: Spread;
  /**
   * 0: one sheet is left. About 1: as open as a sheet about which nothing was said. The standard deviation of the points of
   * all options, root mean square, as a share of what it is without statements.
   */
  readonly openness: number;
  /** What `nextQuestion` and `sheetOf` go on with. */
  readonly draws: SheetDraws;
};

/** Of the sheets that keep every statement: 5 % lie below low, half below mid, 5 % above high. */
export type Spread = { readonly low: number; readonly mid: number; readonly high: number };

/** Undefined when the statements contradict each other; estimates from `draws` sheets. */
export function uncertainty(
  agenda: Agenda,
  draft: SheetDraft,
  options: { readonly draws?: number; readonly seed?: number } = {},
): Uncertainty | undefined {
  const draws = drawSheets(agenda, draft, options);
  if (!draws) return undefined;
  const n = agenda.issues.length;
  const count = draws.values.length / draws.count;
  const whole = unsaidVariance(agenda, draft);
  let option = 0;
  return {
    weights: Object.fromEntries(agenda.issues.map(({ id }, i) => [id, spreadOf(column(draws.weights, n, i))])),
    values: Object.fromEntries(
      agenda.issues.map(({ id, options: each }) => [
        id,
        Object.fromEntries(each.map((one) => [one.id, spreadOf(column(draws.values, count, option++))])),
      ]),
    ),
    reservation: spreadOf(draws.reservations),
    openness: whole < 1e-9 ? 0 : Math.sqrt(totalVariance(agenda, draws) / whole),
    draws,
  };
}

/** Column k of a row-major table. */
export function column(table: Float64Array, width: number, k: number): Float64Array {
  return Float64Array.from({ length: table.length / width }, (_, row) => table[row * width + k]!);
}

/** Quantiles by the nearest rank. */
export function spreadOf(numbers: Float64Array): Spread {
  const sorted = numbers.slice().sort();
  const at = (share: number): number => sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))]!;
  return { low: at(0.05), mid: at(0.5), high: at(0.95) };
}

/** The points weight x value of every option: draws x options, row-major. */
export function pointsTable(agenda: Agenda, { count, weights, values }: SheetDraws): Float64Array {
  const width = values.length / count;
  const points = new Float64Array(values.length);
  for (let draw = 0; draw < count; draw++) {
    let at = draw * width;
    agenda.issues.forEach(({ options }, i) => {
      const weight = weights[draw * agenda.issues.length + i]! / 100;
      for (let o = 0; o < options.length; o++, at++) points[at] = weight * values[at]!;
    });
  }
  return points;
}

/**
 * What `totalVariance` is of sheets about which nothing was said. Weights uniform on a simplex have the moments
 * E w = 100 / n and E w^2 = 2 x 100^2 / (n (n + 1)); an option is best or worst with chance 1 / options each, else uniform.
 */
export function unsaidVariance(agenda: Agenda, { freeScales }: Pick<SheetDraft, "freeScales">): number {
  const n = agenda.issues.length;
  const square = 20_000 / (n * (n + 1));
  const whole = 100 / n;
  return agenda.issues.reduce((total, { id, options }) => {
    const k = options.length;
    const free = freeScales.includes(id);
    const ofValue = k === 1 && !free ? 1 : 1 / 2;
    const ofSquare = free ? 1 / 3 : k === 1 ? 1 : (1 + (k - 2) / 3) / k;
    return total + k * (square * ofSquare - (whole * ofValue) ** 2);
  }, 0);
}

/** Over all options: how their points vary, in points squared. */
export function totalVariance(agenda: Agenda, draws: SheetDraws): number {
  const points = pointsTable(agenda, draws);
  const width = draws.values.length / draws.count;
  let total = 0;
  for (let o = 0; o < width; o++) {
    const each = column(points, width, o);
    const mean = each.reduce((sum, point) => sum + point, 0) / draws.count;
    total += each.reduce((sum, point) => sum + (point - mean) ** 2, 0) / draws.count;
  }
  return total;
}
