import type { Comparison } from "./constraints.ts";

/** The left side of comparisons under the present weights, values and reservation value, kept up to date move by move. */
export type ComparisonWorth = {
  readonly worth: Float64Array;
  /** By option: the comparisons that ask about it, and how many times its points enter there. */
  readonly asking: readonly (readonly { readonly comparison: number; readonly times: number }[])[];
  /** Comparison c as a row over the weights and, last, the reservation value, under the present values. */
  readonly row: (comparison: number, into: Float64Array) => void;
  readonly recompute: () => void;
};

/** `block` holds the weights and, last, the reservation value; both arrays are read, never written. */
export function comparisonWorth(
  comparisons: readonly Comparison[],
  block: Float64Array,
  values: Float64Array,
): ComparisonWorth {
  const worth = new Float64Array(comparisons.length);
  const asking = Array.from(values, (): { comparison: number; times: number }[] => []);
  comparisons.forEach(({ terms }, comparison) => {
    for (const { option, times } of terms) if (option !== undefined) asking[option]!.push({ comparison, times });
  });
  const row = (comparison: number, into: Float64Array): void => {
    into.fill(0);
    const { terms, reservation } = comparisons[comparison]!;
    for (const { issue, option, times } of terms) into[issue]! += times * (option === undefined ? 1 : values[option]!);
    into[into.length - 1] = reservation;
  };
  const recompute = (): void => {
    comparisons.forEach(({ terms, reservation, constant }, c) => {
      let sum = constant + reservation * block[block.length - 1]!;
      for (const { issue, option, times } of terms)
        sum += times * block[issue]! * (option === undefined ? 1 : values[option]!);
      worth[c] = sum;
    });
  };
  recompute();
  return { worth, asking, row, recompute };
}
