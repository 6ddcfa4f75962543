import type { Tripwire, TripwireParameters } from "#durability";

/**
 * What is wrong with these choices and beliefs as a perfect Bayesian equilibrium of the tripwire game, or undefined.
 * Expected points are added up from the ends of the tree; where a belief is free the challenger may hold any.
 */
export function equilibriumFault(parameters: TripwireParameters, claimed: Tripwire): string | undefined {
  const slack = 1e-7;
  const prior = parameters.highStakeShare;
  const types = [
    { name: "high", stake: parameters.stake, cost: parameters.fightingCost, deploys: claimed.highDeploys },
    {
      name: "low",
      stake: parameters.lowStake,
      cost: parameters.lowFightingCost ?? parameters.fightingCost,
      deploys: claimed.lowDeploys,
    },
  ].map((type) => {
    const fight = {
      there: -parameters.successOpposed * type.stake - type.cost,
      not: -parameters.successOpposed * type.stake - type.cost,
    };
    const leave = {
      there: -parameters.successAlone * type.stake - parameters.reneging - parameters.tie,
      not: -parameters.successAlone * type.stake - parameters.reneging,
    };
    return { ...type, fight, leave };
  });
  for (const { name, deploys, fight, leave } of types) {
    const there = -parameters.deploymentCost + claimed.attackDeployed * Math.max(fight.there, leave.there);
    const not = claimed.attackUndeployed * Math.max(fight.not, leave.not);
    if (deploys > 0 && there < not - slack) return `the ${name} type would rather stay out`;
    if (deploys < 1 && there > not + slack) return `the ${name} type would rather deploy`;
  }
  const bayes = (weight: (deploys: number) => number): number | undefined => {
    const [high = 0, low = 0] = types.map(({ deploys }) => weight(deploys));
    const total = prior * high + (1 - prior) * low;
    return total > 0 ? (prior * high) / total : undefined;
  };
  const places = [
    {
      at: "there",
      attack: claimed.attackDeployed,
      belief: claimed.beliefDeployed,
      bayes: bayes((m) => m),
    },
    {
      at: "not",
      attack: claimed.attackUndeployed,
      belief: claimed.beliefUndeployed,
      bayes: bayes((m) => 1 - m),
    },
  ] as const;
  for (const { at, attack, belief, bayes: updated } of places) {
    if ((belief === null) !== (updated === undefined)) return `a belief (${at}) that is free is given, or the reverse`;
    if (updated !== undefined && Math.abs(updated - (belief ?? Number.NaN)) > slack)
      return `the belief (${at}) is not Bayes'`;
    const gains = types.map(({ fight, leave }) => {
      // an indifferent guarantor may do either; the closed form has it fight
      const fights = fight[at] >= leave[at] - slack;
      const success = fights ? parameters.successOpposed : parameters.successAlone;
      const cost = parameters.warCost + (fights ? parameters.widerWarCost : 0) + parameters.penalty + parameters.peace;
      return success * parameters.prize - cost;
    });
    const [high = 0, low = 0] = gains;
    const expected = (share: number): number => share * high + (1 - share) * low;
    // free beliefs: any share of the high type from 0 to 1
    const [least, most] =
      updated === undefined ? [Math.min(high, low), Math.max(high, low)] : [expected(updated), expected(updated)];
    if (attack > 0 && most < -slack) return `the challenger would rather hold (${at})`;
    if (attack < 1 && least > slack) return `the challenger would rather attack (${at})`;
  }
  return undefined;
}
