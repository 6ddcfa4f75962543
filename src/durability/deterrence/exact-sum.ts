import { add, multiply, type Rational, rationalOf } from "#prelude";

/** The sum of the products of the factors, exactly as the decimals say: exactSum([0.7, 100], [-1, 20]) is 50. */
export function exactSum(...products: readonly (readonly number[])[]): Rational {
  return products.reduce((sum, factors) => add(sum, product(factors)), rationalOf(0));
}

function product(factors: readonly number[]): Rational {
  return factors.reduce((result, factor) => multiply(result, rationalOf(factor)), rationalOf(1));
}
