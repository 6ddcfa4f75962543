import type { PreferenceSheet } from "#model";

/**
 * How far a weight's slider goes and how finely: twice the heaviest weight as written, in steps of about a two-hundredth
 * of what they sum to, rounded down to 1, 2 or 5 of a power of ten. Every written weight lies on a step if it can.
 */
export function weightRange(sheet: PreferenceSheet): { readonly most: number; readonly step: number } {
  const weights = Object.values(sheet.issues).map(({ weight }) => weight.mid);
  const sum = weights.reduce((total, weight) => total + weight, 0) || 1;
  const wanted = sum / 200;
  const power = 10 ** Math.floor(Math.log10(wanted));
  const round = [5, 2, 1].find((one) => one * power <= wanted * (1 + 1e-9)) ?? 1;
  const step = Number((round * power).toPrecision(6));
  const most = Math.ceil((2 * Math.max(...weights, step)) / step) * step;
  // a slider rounds what lies between its steps: take finer ones when a written weight does
  const fits = weights.every((weight) => Math.abs(weight / step - Math.round(weight / step)) < 1e-6);
  return { most: Number(most.toPrecision(12)), step: fits ? step : Number((step / 100).toPrecision(6)) };
}
