import type { DecisionNode, Game } from "#model";
import { attackEnds } from "./attack-ends.ts";
import { chanceMove } from "./chance-move.ts";
import { decisionMove } from "./decision-move.ts";
import { exactSum } from "./exact-sum.ts";
import { numberedEnds } from "./numbered-ends.ts";
import type { TripwireParameters } from "./tripwire.ts";

/** Model 2 as a game: nature draws the stake, the guarantors deploy or stay out, and then model 1. */
export function tripwireGame(parameters: TripwireParameters): Game {
  const { highStakeShare, tie, deploymentCost, reneging, peace, fightingCost } = parameters;
  const end = numberedEnds();
  const high = { name: "high", stake: parameters.stake, fightingCost };
  const low = {
    name: "low",
    stake: parameters.lowStake,
    fightingCost: parameters.lowFightingCost ?? fightingCost,
  };
  const choices = [
    { name: "Deploy", costs: [reneging, tie], spent: deploymentCost },
    { name: "Stay out", costs: [reneging], spent: 0 },
  ];
  const deployment = (type: typeof high, number: number): DecisionNode =>
    decisionMove(
      1,
      number,
      `deploy? ${type.name}`,
      choices.map(({ name }) => name),
      choices.map(({ name, costs, spent }, i) =>
        decisionMove(
          0,
          i + 1,
          `attack? after ${name}`,
          ["Hold", "Attack"],
          [
            end("Held", [exactSum([peace]), exactSum([-spent])]),
            decisionMove(
              1,
              1 + 2 * number + i,
              `fight? ${name} ${type.name}`,
              ["Abandon", "Fight"],
              attackEnds(end, parameters, { ...type, reneging: costs, spent }),
            ),
          ],
        ),
      ),
    );
  return {
    title: "Tripwire deployment as a costly signal",
    players: ["Challenger", "Guarantors"],
    root: chanceMove([
      { name: "High stake", chance: exactSum([highStakeShare]), play: () => deployment(high, 1) },
      { name: "Low stake", chance: exactSum([1], [-highStakeShare]), play: () => deployment(low, 2) },
    ]),
  };
}
