import { add, compare, divide, multiply, type Rational, rational, rationalOf, subtract, unreachable } from "#prelude";
import type { Evaluator } from "./imported-file.ts";

/** An evaluator that is a formula, not a list. */
export type Formula = Exclude<Evaluator, { readonly kind: "table" }>;

const zero = rational(0n, 1n);
const one = rational(1n, 1n);

/** What a value is worth under the formula, exactly, before weights. `lowest` is the lower bound. */
export function worth(formula: Formula, value: string | number, lowest: number): Rational {
  switch (formula.kind) {
    case "constant":
      return rationalOf(formula.worth);
    case "linear": {
      const steps = subtract(numeric(value), rationalOf(formula.from === "lowest" ? lowest : 0));
      return clampToOne(add(rationalOf(formula.offset), multiply(rationalOf(formula.slope), steps)));
    }
    case "triangle": {
      const [x, low, high, top] = [numeric(value), ...[formula.low, formula.high, formula.top].map(rationalOf)];
      if (!low || !high || !top || compare(x, low) < 0 || compare(x, high) >= 0) return zero;
      const share =
        compare(x, top) < 0
          ? divide(subtract(x, low), subtract(top, low))
          : subtract(one, divide(subtract(x, top), subtract(high, top)));
      return multiply(share, rationalOf(formula.worth));
    }
    case "between": {
      const x = numeric(value);
      const [low, high] = [rationalOf(formula.low), rationalOf(formula.high)];
      const from = rationalOf(formula.lowWorth);
      if (compare(x, low) < 0 || compare(x, high) > 0) return zero;
      if (compare(low, high) === 0) return from;
      const rise = subtract(rationalOf(formula.highWorth), from);
      return add(from, divide(multiply(rise, subtract(x, low)), subtract(high, low)));
    }
    default:
      return unreachable(formula);
  }
}

/** A number written as text in a bid counts as the number; other text is worth what 0 is. */
function numeric(value: string | number): Rational {
  const number = Number(value);
  return rationalOf(Number.isFinite(number) ? number : 0);
}

function clampToOne(value: Rational): Rational {
  if (compare(value, zero) < 0) return zero;
  return compare(value, one) > 0 ? one : value;
}
