import { add, compare, rationalOf } from "#prelude";
import { privateCostBargaining } from "../deterrence/private-cost-bargaining.ts";
import { ultimatum } from "../deterrence/ultimatum.ts";
import { ultimatumGame } from "../deterrence/ultimatum-game.ts";
import { chance, gameModel } from "./game-model.ts";

/** Bargaining under private cost: midpoints of equal slices of [0, C], and demands in equal steps from 0 to 1. */
export const ultimatumModel = gameModel({
  id: "ultimatum",
  about: "what to demand of someone whose cost of war is not known, and how often that ends in war",
  parameters: {
    "proposer-wins": chance("the proposer's chance to win a war (p)", 0.5),
    "proposer-cost": chance("what a war costs the proposer, as a share of what is divided (c)", 0.1),
    "highest-cost": {
      ...chance("the most that a war may cost the responder, as a share of it (C)", 0.5),
      low: 0.001,
      high: 2,
    },
    responders: {
      meaning: "so many costs between 0 and C, equally likely",
      low: 1,
      high: 50,
      whole: true,
      standard: 5,
    },
    demands: { meaning: "so many demands, in equal steps from 0 to 1", low: 2, high: 101, whole: true, standard: 11 },
  },
  read: (values) => {
    const { responders, demands } = values;
    const bargaining = { proposerWins: values["proposer-wins"], proposerCost: values["proposer-cost"] };
    const types = Array.from({ length: responders }, (_, i) => ({
      // a decimal again, so that costs are not the doubles beside what a person would write
      cost: Number((((i + 0.5) * values["highest-cost"]) / responders).toPrecision(12)),
      chance: 1 / responders,
    }));
    const parameters = {
      ...bargaining,
      types,
      demands: Array.from({ length: demands }, (_, i) => Number((i / (demands - 1)).toPrecision(12))),
    };
    const discrete = ultimatum(parameters);
    return {
      kind: "answer",
      answer: {
        model: "ultimatum",
        discrete,
        continuous: privateCostBargaining({ ...bargaining, highestCost: values["highest-cost"] }),
      },
      game: ultimatumGame(parameters),
      expected: discrete.best.map(({ demand }) => {
        const at = parameters.demands.indexOf(demand);
        return [
          { player: 0, set: 1, action: at, probability: 1 },
          ...types.map(({ cost }, i) => ({
            player: 1,
            set: i * demands + at + 1,
            action: 1,
            probability: refuses(demand, bargaining.proposerWins, cost) ? 1 : 0,
          })),
        ];
      }),
    };
  },
});

/** x > p + cost, exactly: an indifferent responder accepts. */
function refuses(demand: number, proposerWins: number, cost: number): boolean {
  return compare(rationalOf(demand), add(rationalOf(proposerWins), rationalOf(cost))) > 0;
}
