/**
 * The largest sum of factors over all assignments, by eliminating one variable after another (Dechter 1999, bucket
 * elimination). Shares no code with the decision diagram, so that it can check it. A factor's value is a whole number,
 * or undefined where the assignment is forbidden.
 */
export type Factor = {
  /** Variables, ascending. */
  readonly scope: readonly number[];
  /** One per combination, the last variable of the scope fastest. */
  readonly values: readonly (bigint | undefined)[];
};

/** Undefined: every assignment is forbidden. Throws when an intermediate table would pass `ceiling` cells. */
export function largestSum(
  sizes: readonly number[],
  factors: readonly Factor[],
  ceiling = 4_000_000,
): bigint | undefined {
  let open: Factor[] = [...factors];
  const left = new Set(sizes.keys());
  while (left.size > 0) {
    const variable = cheapest(left, sizes, open);
    const mine = open.filter(({ scope }) => scope.includes(variable));
    open = open.filter(({ scope }) => !scope.includes(variable));
    open.push(eliminate(variable, sizes, mine, ceiling));
    left.delete(variable);
  }
  let total = 0n;
  for (const { values } of open) {
    if (values[0] === undefined) return undefined;
    total += values[0];
  }
  return total;
}

function cheapest(left: ReadonlySet<number>, sizes: readonly number[], factors: readonly Factor[]): number {
  let best = -1;
  let least = Number.POSITIVE_INFINITY;
  for (const variable of left) {
    const around = new Set(factors.flatMap(({ scope }) => (scope.includes(variable) ? scope : [])));
    const cells = [...around].reduce((product, v) => product * sizes[v]!, 1);
    if (cells < least) [best, least] = [variable, cells];
  }
  return best;
}

function eliminate(variable: number, sizes: readonly number[], factors: readonly Factor[], ceiling: number): Factor {
  const scope = [...new Set(factors.flatMap((factor) => factor.scope))]
    .filter((v) => v !== variable)
    .sort((a, b) => a - b);
  const cells = scope.reduce((product, v) => product * sizes[v]!, 1);
  if (cells * sizes[variable]! > ceiling)
    throw new Error("The issues are linked too widely to check this certificate here.");
  const assignment = new Int32Array(sizes.length);
  const values: (bigint | undefined)[] = [];
  for (let cell = 0; cell < cells; cell++) {
    let rest = cell;
    for (let k = scope.length - 1; k >= 0; k--) {
      assignment[scope[k]!] = rest % sizes[scope[k]!]!;
      rest = Math.floor(rest / sizes[scope[k]!]!);
    }
    let best: bigint | undefined;
    for (let option = 0; option < sizes[variable]!; option++) {
      assignment[variable] = option;
      const sum = sumAt(factors, sizes, assignment);
      if (sum !== undefined && (best === undefined || sum > best)) best = sum;
    }
    values.push(best);
  }
  return { scope, values };
}

function sumAt(factors: readonly Factor[], sizes: readonly number[], assignment: Int32Array): bigint | undefined {
  let sum = 0n;
  for (const { scope, values } of factors) {
    let index = 0;
    for (const v of scope) index = index * sizes[v]! + assignment[v]!;
    const value = values[index];
    if (value === undefined) return undefined;
    sum += value;
  }
  return sum;
}
