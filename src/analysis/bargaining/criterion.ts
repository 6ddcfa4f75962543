import { lcm, type Rational, rational, toNumber } from "#prelude";
import type { Problem } from "../space/problem.ts";

/** What a bargaining solution maximises, compared exactly in whole numbers. */
export type Criterion = {
  readonly kind: "nash-bargaining" | "leximin" | "sum";
  /** Utility in units from which a settlement may be considered. */
  readonly threshold: Float64Array;
  /** Points (or ratio) per unit of each party, for the search's arithmetic. */
  readonly unit: Float64Array;
  /** For sums: the share of each scaled row; 1 for all, or one party alone. */
  readonly gain: Float64Array;
  /** What is subtracted before scaling, in units. */
  readonly origin: Float64Array;
  /** Rows that take no part (a party whose ideal equals its reservation value). */
  readonly ignored: readonly boolean[];
  /** Positive when a is better than b, zero when they tie; utilities in units. */
  readonly compare: (a: Float64Array, b: Float64Array) => number;
  /** The value to report. */
  readonly value: (utilities: Float64Array) => number;
};

/** The product of surpluses; every surplus must be positive, so the threshold is one unit above the reservation value. */
export function nashProduct(problem: Problem): Criterion {
  const threshold = problem.reservation.map((units, i) => Math.max(problem.threshold[i]!, units + 1));
  const product = (utilities: Float64Array): bigint =>
    utilities.reduce((all, units, i) => all * BigInt(units - problem.reservation[i]!), 1n);
  return {
    kind: "nash-bargaining",
    threshold,
    unit: pointsPerUnit(problem),
    gain: new Float64Array(problem.parties.length),
    origin: problem.reservation,
    ignored: problem.parties.map(() => false),
    compare: (a, b) => sign(product(a) - product(b)),
    value: (utilities) =>
      utilities.reduce((all, units, i) => (all * (units - problem.reservation[i]!)) / unitsPerPoint(problem, i), 1),
  };
}

/** The sum of some parties' utilities in points, every party held at its threshold. */
export function sumOf(problem: Problem, parties: readonly number[], threshold = problem.threshold): Criterion {
  const factor = wholeFactors(problem.scales.map(({ units }) => units));
  const sum = (utilities: Float64Array): bigint =>
    parties.reduce((all, p) => all + BigInt(utilities[p]!) * factor[p]!, 0n);
  return {
    kind: "sum",
    threshold,
    unit: pointsPerUnit(problem),
    gain: Float64Array.from(problem.parties, (_, i) => (parties.includes(i) ? 1 : 0)),
    origin: new Float64Array(problem.parties.length),
    ignored: problem.parties.map(() => false),
    compare: (a, b) => sign(sum(a) - sum(b)),
    value: (utilities) => parties.reduce((all, p) => all + utilities[p]! / unitsPerPoint(problem, p), 0),
  };
}

/** Leximin of surplus in points: the least surplus first, then the next. */
export function egalitarian(problem: Problem): Criterion {
  return leximin(
    problem,
    problem.scales.map(({ units }) => units),
    problem.parties.map(() => false),
  );
}

/** Leximin of surplus over what the party could gain at best; parties that could gain nothing are ignored. */
export function kalaiSmorodinsky(problem: Problem, ideal: Float64Array): Criterion {
  const reach = ideal.map((units, i) => units - problem.reservation[i]!);
  return leximin(
    problem,
    [...reach].map((units) => rational(BigInt(Math.max(1, units)), 1n)),
    [...reach].map((units) => units <= 0),
  );
}

/** The sum of utilities in points. */
export function utilitarian(problem: Problem): Criterion {
  return sumOf(
    problem,
    problem.parties.map((_, i) => i),
  );
}

function leximin(problem: Problem, divisors: readonly Rational[], ignored: readonly boolean[]): Criterion {
  const factor = wholeFactors(divisors);
  const unit = Float64Array.from(divisors, (divisor) => 1 / toNumber(divisor));
  const key = (utilities: Float64Array): bigint[] =>
    [...utilities]
      .flatMap((units, i) => (ignored[i] ? [] : [BigInt(units - problem.reservation[i]!) * factor[i]!]))
      .sort((a, b) => sign(a - b));
  return {
    kind: "leximin",
    threshold: problem.threshold,
    unit,
    gain: new Float64Array(problem.parties.length),
    origin: problem.reservation,
    ignored,
    compare: (a, b) => {
      const [x, y] = [key(a), key(b)];
      for (let i = 0; i < x.length; i++) if (x[i] !== y[i]) return sign(x[i]! - y[i]!);
      return 0;
    },
    value: (utilities) =>
      [...utilities].reduce(
        (least, units, i) => (ignored[i] ? least : Math.min(least, (units - problem.reservation[i]!) * unit[i]!)),
        Number.POSITIVE_INFINITY,
      ),
  };
}

/** Whole numbers proportional to 1 / divisor. */
function wholeFactors(divisors: readonly Rational[]): bigint[] {
  const common = divisors.reduce((all, { num }) => lcm(all, num), 1n);
  return divisors.map(({ num, den }) => (common / num) * den);
}

function pointsPerUnit(problem: Problem): Float64Array {
  return Float64Array.from(problem.parties, (_, i) => 1 / unitsPerPoint(problem, i));
}

function unitsPerPoint(problem: Problem, i: number): number {
  return toNumber(problem.scales[i]!.units);
}

function sign(value: bigint): number {
  return value < 0n ? -1 : value > 0n ? 1 : 0;
}
