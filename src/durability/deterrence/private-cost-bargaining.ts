/**
 * The pie is 1. p proposerWins: chance that the proposer wins a war; c proposerCost; the responder's cost, which only it
 * knows, is spread evenly over [0, C], C = highestCost.
 */
export type PrivateCostParameters = {
  readonly proposerWins: number;
  readonly proposerCost: number;
  readonly highestCost: number;
};

/** `war`: the share of responders who would rather fight than grant the demand. */
export type PrivateCostBargaining = { readonly demand: number; readonly war: number };

/**
 * What a proposer demands who does not know how dear a war is to the other: x* = p + (C - c) / 2, war (C - c) / (2 C), if
 * c < C; else x* = p, which nobody refuses. War falls in c and is 0 when information is complete (C = 0).
 * A demand cannot exceed the pie: where the formula does, x* = 1 and war = (1 - p) / C. Ties: an indifferent responder accepts.
 * Source: Fearon 1995.
 */
export function privateCostBargaining(parameters: PrivateCostParameters): PrivateCostBargaining {
  const { proposerWins, proposerCost, highestCost } = parameters;
  if (proposerCost >= highestCost) return { demand: proposerWins, war: 0 };
  const unbounded = proposerWins + (highestCost - proposerCost) / 2;
  if (unbounded <= 1) return { demand: unbounded, war: (highestCost - proposerCost) / (2 * highestCost) };
  return { demand: 1, war: (1 - proposerWins) / highestCost };
}
