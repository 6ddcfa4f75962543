import type { Option } from "#model";
import { add, divide, multiply, type Rational, rational, rationalOf, subtract } from "#prelude";
import { toDecimal } from "./decimal.ts";
import { idMaker } from "./id-maker.ts";
import type { IssueValues } from "./imported-file.ts";

/** An option with the value it stands for: its name in a discrete issue, a number in any other. */
export type ValuedOption = { readonly option: Option; readonly value: string | number };

/**
 * The options an issue becomes, in the order of its values. A real issue becomes `steps` evenly spaced points, both
 * bounds included (one point when the bounds are equal).
 */
export function issueOptions(values: IssueValues, steps: number): readonly ValuedOption[] {
  const makeId = idMaker();
  return valuesOf(values, steps).map((value, place) => {
    const id = typeof value === "number" ? `v${value}` : makeId(value, `value_${place + 1}`);
    return { option: { id, name: String(value), quantities: [] }, value };
  });
}

/** How many options that would be, without making them: bounds may be a billion apart. */
export function countOptions(values: IssueValues, steps: number): number {
  if (values.kind === "discrete") return values.names.length;
  if (values.kind === "real") return values.low === values.high ? 1 : steps;
  return Number(stepsBetween(values.low, values.high, values.step)) + 1;
}

function valuesOf(values: IssueValues, steps: number): readonly (string | number)[] {
  if (values.kind === "discrete") return values.names;
  const count = countOptions(values, steps);
  const low = rationalOf(values.low);
  const step =
    values.kind === "numbers"
      ? rationalOf(values.step)
      : divide(subtract(rationalOf(values.high), low), rational(BigInt(Math.max(1, count - 1)), 1n));
  return Array.from({ length: count }, (_, index) => toDecimal(add(low, multiply(step, whole(index)))));
}

function stepsBetween(low: number, high: number, step: number): bigint {
  const { num, den } = divide(subtract(rationalOf(high), rationalOf(low)), rationalOf(step));
  return num / den;
}

function whole(value: number): Rational {
  return rational(BigInt(value), 1n);
}
