import { add, compare, multiply, type Rational, rationalOf, subtract, toNumber } from "#prelude";

/** A responder's cost of war, and how likely this responder is. The chances add up to 1. */
export type ResponderType = { readonly cost: number; readonly chance: number };

/** The pie is 1. Demands are the proposer's shares of it, ascending or not. */
export type UltimatumParameters = {
  readonly proposerWins: number;
  readonly proposerCost: number;
  readonly types: readonly ResponderType[];
  readonly demands: readonly number[];
};

export type Ultimatum = {
  /** What the best demands are worth to the proposer. */
  readonly value: number;
  /** All that tie, in the order given; `war` is the share of responders who refuse. */
  readonly best: readonly { readonly demand: number; readonly war: number }[];
};

/**
 * Bargaining under private cost with finitely many responders and demands: a responder accepts x iff 1 - x >= 1 - p - cost;
 * the proposer takes the x that is worth most, x where it is accepted and p - c where it is not.
 * Computed in exact fractions of the decimals given, so ties are exact; an indifferent responder accepts.
 * No demands: none is best, and the value is that of war. Cost O(types x demands). Source: Fearon 1995.
 */
export function ultimatum(parameters: UltimatumParameters): Ultimatum {
  const [wins, one, zero] = [rationalOf(parameters.proposerWins), rationalOf(1), rationalOf(0)];
  const war = subtract(wins, rationalOf(parameters.proposerCost));
  const valued = parameters.demands.map((demand) => {
    const share = rationalOf(demand);
    const refused = parameters.types
      .filter(({ cost }) => compare(share, add(wins, rationalOf(cost))) > 0)
      .reduce((sum, { chance }) => add(sum, rationalOf(chance)), zero);
    return { demand, refused, value: add(multiply(subtract(one, refused), share), multiply(refused, war)) };
  });
  const top = valued.reduce<Rational | undefined>(
    (m, { value }) => (m && compare(m, value) >= 0 ? m : value),
    undefined,
  );
  const best = valued.filter(({ value }) => top && compare(value, top) === 0);
  return {
    value: toNumber(top ?? war),
    best: best.map(({ demand, refused }) => ({ demand, war: toNumber(refused) })),
  };
}
