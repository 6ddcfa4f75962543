import { solveLinear } from "./least-squares.ts";

/**
 * Conditions on unknowns between 0 and 1, each of first degree in every single unknown: corner values of the unit cube,
 * corner c having unknown i at 1 where bit i of c is set.
 */
export type MultilinearCondition = { readonly corners: Float64Array; readonly equal: boolean };

type Box = { readonly low: readonly number[]; readonly high: readonly number[] };

export const mostUnknowns = 7;
const smallest = 1 / 48;
const mostBoxes = 6_000;
/** What rounding may do to a value near 1. */
const rounding = 1e-10;

/**
 * Whether the points given are certainly all where every equation is 0 and nothing else is above 0. The cube is cut in
 * halves; a part is dropped when the corner values of a condition, between which all its values lie, rule it out; what
 * remains must lie around the points, one each, in boxes in which the equations can be solved at most once.
 * Source of the last test: Moore 1977, SIAM Journal on Numerical Analysis 14(4), in its preconditioned form.
 */
export function areAll(conditions: readonly MultilinearCondition[], points: readonly (readonly number[])[]): boolean {
  const unknowns = Math.log2(conditions[0]?.corners.length ?? 1);
  const left: Box[] = [{ low: Array(unknowns).fill(0), high: Array(unknowns).fill(1) }];
  const kept: Box[] = [];
  let looked = 0;
  for (let box = left.pop(); box; box = left.pop()) {
    looked += 1;
    if (looked > mostBoxes) return false;
    if (conditions.some((condition) => isRuledOut(condition, box))) continue;
    const widths = box.high.map((value, index) => value - box.low[index]!);
    const widest = widths.indexOf(Math.max(...widths));
    if (widths[widest]! <= smallest) {
      if (points.length === 0) return false;
      kept.push(box);
      continue;
    }
    const middle = (box.low[widest]! + box.high[widest]!) / 2;
    left.push({ low: box.low, high: box.high.map((value, index) => (index === widest ? middle : value)) });
    left.push({ low: box.low.map((value, index) => (index === widest ? middle : value)), high: box.high });
  }
  const equations = conditions.filter(({ equal }) => equal);
  const hulls = points.map((point) => ({ low: [...point], high: [...point] }));
  for (const { low, high } of kept) {
    const distances = points.map((point) =>
      point.reduce((most, value, index) => Math.max(most, Math.abs(value - (low[index]! + high[index]!) / 2)), 0),
    );
    const hull = hulls[distances.indexOf(Math.min(...distances))]!;
    for (const index of low.keys()) {
      hull.low[index] = Math.min(hull.low[index]!, low[index]!);
      hull.high[index] = Math.max(hull.high[index]!, high[index]!);
    }
  }
  return hulls.every((hull) => solvesOnce(equations, hull, unknowns));
}

function isRuledOut({ corners, equal }: MultilinearCondition, box: Box): boolean {
  const values = cornersOf(corners, box);
  let [least, most] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const value of values) [least, most] = [Math.min(least, value), Math.max(most, value)];
  return least > rounding || (equal && most < -rounding);
}

/** The values at the corners of a box: along each unknown in turn a straight line is cut. */
function cornersOf(corners: Float64Array, { low, high }: Box): Float64Array {
  const values = Float64Array.from(corners);
  for (const [index, from] of low.entries()) {
    const [bit, to] = [1 << index, high[index]!];
    for (let corner = 0; corner < values.length; corner++) {
      if (corner & bit) continue;
      const [zero, one] = [values[corner]!, values[corner | bit]!];
      values[corner] = zero + from * (one - zero);
      values[corner | bit] = zero + to * (one - zero);
    }
  }
  return values;
}

/** Whether two points of the box can never solve the equations alike: as many equations as unknowns, slopes regular. */
function solvesOnce(equations: readonly MultilinearCondition[], hull: Box, unknowns: number): boolean {
  if (equations.length !== unknowns) return false;
  // a point that no box is left around has no extent; slopes need some
  const box = { low: hull.low.map((value) => value - 1e-6), high: hull.high.map((value) => value + 1e-6) };
  const slopes = equations.map(({ corners }) => slopeRanges(cornersOf(corners, box), box));
  const middle = slopes.map((row) => Float64Array.from(row, ([least, most]) => (least + most) / 2));
  const inverse = Array.from({ length: unknowns }, (_, column) =>
    solveLinear(
      middle.map((row) => Float64Array.from(row)),
      Array.from({ length: unknowns }, (_, row) => (row === column ? 1 : 0)),
    ),
  );
  return Array.from({ length: unknowns }, (_, row) => row).every((row) => {
    let sum = 0;
    for (let column = 0; column < unknowns; column++) {
      let [least, most] = [0, 0];
      for (let between = 0; between < unknowns; between++) {
        const factor = inverse[between]?.[row];
        if (factor === undefined || !Number.isFinite(factor)) return false;
        const [from, to] = slopes[between]![column]!;
        least += Math.min(factor * from, factor * to);
        most += Math.max(factor * from, factor * to);
      }
      const expected = row === column ? 1 : 0;
      sum += Math.max(Math.abs(expected - least), Math.abs(expected - most));
    }
    return sum < 1 - 1e-6;
  });
}

function slopeRanges(values: Float64Array, { low, high }: Box): readonly (readonly [number, number])[] {
  return low.map((from, index) => {
    const bit = 1 << index;
    let [least, most] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
    for (let corner = 0; corner < values.length; corner++) {
      if (corner & bit) continue;
      const slope = (values[corner | bit]! - values[corner]!) / (high[index]! - from);
      [least, most] = [Math.min(least, slope), Math.max(most, slope)];
    }
    return [least, most] as const;
  });
}
