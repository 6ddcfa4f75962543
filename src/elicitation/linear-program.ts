import { type Coefficients, solve } from "yalps";

/** low <= sum of coefficient x column <= high; columns are not negative. */
export type Row = {
  readonly columns: readonly number[];
  readonly coefficients: readonly number[];
  readonly low: number;
  readonly high: number;
};

/**
 * A point within the rows with the largest sum of objective x column, or undefined when no point keeps all rows.
 * Rows are kept to about 1e-6. Columns run from 0 to `columns` - 1.
 */
export function maximise(
  columns: number,
  rows: readonly Row[],
  objective: ReadonlyMap<number, number>,
): Float64Array | undefined {
  const goal = rows.length;
  const variables = Array.from({ length: columns }, (): [number, number][] => []);
  const constraints: [number, { min?: number; max?: number }][] = [];
  rows.forEach(({ columns: at, coefficients, low, high }, r) => {
    at.forEach((column, k) => {
      variables[column]!.push([r, coefficients[k]!]);
    });
    // an equality as a band: two statements that say the same number must not contradict each other by rounding
    constraints.push([
      r,
      { ...(low > -Infinity && { min: low - roundingBand }), ...(high < Infinity && { max: high + roundingBand }) },
    ]);
  });
  for (const [column, gain] of objective) variables[column]!.push([goal, gain]);
  const solution = solve<number, number>(
    {
      direction: "maximize",
      objective: goal,
      constraints,
      variables: variables.map((each, column): [number, Coefficients<number>] => [column, each]),
    },
    { maxPivots: 20_000 },
  );
  if (solution.status === "infeasible") return undefined;
  if (solution.status !== "optimal") throw new Error(`A bounded linear program ended as ${solution.status}.`);
  const point = new Float64Array(columns);
  for (const [column, value] of solution.variables) point[column] = value;
  return point;
}

const roundingBand = 1e-7;
