import { add, compare, divide, multiply, type Rational, rational, rationalOf, subtract, unreachable } from "#prelude";
import type { Evaluator } from "./imported-file.ts";

const zero = rational(0n, 1n);
const one = rational(1n, 1n);

/** What a value is worth under the evaluator, exactly, before weights: in a table, as a share of its `of`. */
export function worth(evaluator: Evaluator, value: string | number): Rational {
  switch (evaluator.kind) {
    case "table":
      return divide(rationalOf(evaluator.worth.get(String(value)) ?? 0), rationalOf(evaluator.of));
    case "constant":
      return rationalOf(evaluator.worth);
    case "linear": {
      const steps = subtract(numeric(value), rationalOf(evaluator.from));
      return clampToOne(add(rationalOf(evaluator.offset), multiply(rationalOf(evaluator.slope), steps)));
    }
    case "triangle": {
      const [x, low, high, top] = [numeric(value), ...[evaluator.low, evaluator.high, evaluator.top].map(rationalOf)];
      if (!low || !high || !top || compare(x, low) < 0 || compare(x, high) >= 0) return zero;
      const share =
        compare(x, top) < 0
          ? divide(subtract(x, low), subtract(top, low))
          : subtract(one, divide(subtract(x, top), subtract(high, top)));
      return multiply(share, rationalOf(evaluator.worth));
    }
    case "between": {
      const x = numeric(value);
      const [low, high] = [rationalOf(evaluator.low), rationalOf(evaluator.high)];
      const from = rationalOf(evaluator.lowWorth);
      if (compare(x, low) < 0 || compare(x, high) > 0) return zero;
      if (compare(low, high) === 0) return from;
      const rise = subtract(rationalOf(evaluator.highWorth), from);
      return add(from, divide(multiply(rise, subtract(x, low)), subtract(high, low)));
    }
    default:
      return unreachable(evaluator);
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
