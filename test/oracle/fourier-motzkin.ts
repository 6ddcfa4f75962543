/** sum of coefficients x variables <= bound, in whole numbers. */
export type Inequality = { readonly coefficients: readonly bigint[]; readonly bound: bigint };

/**
 * Whether some real point keeps all inequalities, exactly: variables are eliminated one by one, each lower bound
 * combined with each upper bound (Fourier 1826, Motzkin 1936). Grows fast: for a handful of variables only.
 */
export function hasPoint(inequalities: readonly Inequality[], variables: number): boolean {
  let rows: readonly Inequality[] = inequalities;
  const left = new Set(Array.from({ length: variables }, (_, variable) => variable));
  while (left.size > 0) {
    const variable = cheapest(rows, left);
    left.delete(variable);
    const uppers = rows.filter(({ coefficients }) => coefficients[variable]! > 0n);
    const lowers = rows.filter(({ coefficients }) => coefficients[variable]! < 0n);
    const others = rows.filter(({ coefficients }) => coefficients[variable] === 0n);
    const combined = lowers.flatMap((lower) =>
      uppers.map((upper): Inequality => {
        const a = upper.coefficients[variable]!;
        const b = -lower.coefficients[variable]!;
        return {
          coefficients: upper.coefficients.map((each, k) => each * b + lower.coefficients[k]! * a),
          bound: upper.bound * b + lower.bound * a,
        };
      }),
    );
    const distinct = new Map([...others, ...combined].map((row) => shortest(row)).map((row) => [name(row), row]));
    rows = [...distinct.values()];
  }
  return rows.every(({ bound }) => bound >= 0n);
}

/** The variable whose elimination leaves the fewest rows. */
function cheapest(rows: readonly Inequality[], left: ReadonlySet<number>): number {
  const cost = (variable: number): number => {
    const uppers = rows.filter(({ coefficients }) => coefficients[variable]! > 0n).length;
    const lowers = rows.filter(({ coefficients }) => coefficients[variable]! < 0n).length;
    return uppers * lowers - uppers - lowers;
  };
  return [...left].reduce((best, each) => (cost(each) < cost(best) ? each : best));
}

function shortest({ coefficients, bound }: Inequality): Inequality {
  const divisor = [...coefficients, bound].reduce((found, each) => divisorOf(found, each < 0n ? -each : each), 0n);
  return divisor > 1n
    ? { coefficients: coefficients.map((each) => each / divisor), bound: bound / divisor }
    : { coefficients, bound };
}

function divisorOf(a: bigint, b: bigint): bigint {
  return b === 0n ? a : divisorOf(b, a % b);
}

function name({ coefficients, bound }: Inequality): string {
  return `${coefficients.join(" ")} <= ${bound}`;
}
