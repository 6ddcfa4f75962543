import { attackThreshold } from "../deterrence/backstop.ts";
import { bindingTie, separatingCosts, tripwire } from "../deterrence/tripwire.ts";
import { tripwireGame } from "../deterrence/tripwire-game.ts";
import { attackOf, attackParameters } from "./attack-parameters.ts";
import { doubt, gameModel, points } from "./game-model.ts";

/** The closed form takes the high stake as the more willing type, and fighting as no help to the attack. */
const order = "low-stake <= stake, and fighting-cost <= low-fighting-cost, and success-opposed <= success-alone";

/** Guarantors of a high or a low stake, who may deploy before the challenger chooses. */
export const tripwireModel = gameModel({
  id: "tripwire",
  about: "do deployed troops show resolve, or only tie the hands of those who send them",
  parameters: {
    ...attackParameters,
    stake: points("what guarantors of a high stake would lose with the attacked, in their points (w_S)", 100),
    "low-stake": points("what guarantors of a low stake would lose, at most the high one (w_W)", 25),
    "fighting-cost": points("what fighting costs the guarantors (k)", 30),
    "low-fighting-cost": {
      ...points("what it costs those of a low stake, at least as much", 0),
      standard: { sameAs: "fighting-cost" },
    },
    reneging: points("what breaking their word costs them (a)", 5),
    tie: points("what breaking it costs them more once troops are there (b)", 5),
    "deployment-cost": points("what deploying costs them (d)", 8),
    "high-stake-chance": doubt("the chance that their stake is high (pi)", 0.3),
  },
  read: (values) => {
    const isInOrder =
      values["low-stake"] <= values.stake &&
      values["fighting-cost"] <= values["low-fighting-cost"] &&
      values["success-opposed"] <= values["success-alone"];
    if (!isInOrder) return { kind: "out-of-order", order };
    const parameters = {
      ...attackOf(values),
      stake: values.stake,
      lowStake: values["low-stake"],
      fightingCost: values["fighting-cost"],
      lowFightingCost: values["low-fighting-cost"],
      reneging: values.reneging,
      tie: values.tie,
      deploymentCost: values["deployment-cost"],
      highStakeShare: values["high-stake-chance"],
    };
    const answer = tripwire(parameters);
    const threshold = attackThreshold(parameters);
    return {
      kind: "answer",
      answer: {
        model: "tripwire",
        tripwire: answer,
        threshold: threshold.kind === "threshold" ? threshold.value : null,
        bindingTie: bindingTie(parameters),
        separatingCosts: separatingCosts(parameters),
      },
      game: tripwireGame(parameters),
      expected: [
        [
          { player: 1, set: 1, action: 0, probability: answer.highDeploys },
          { player: 1, set: 2, action: 0, probability: answer.lowDeploys },
          { player: 0, set: 1, action: 1, probability: answer.attackDeployed },
          { player: 0, set: 2, action: 1, probability: answer.attackUndeployed },
        ],
      ],
    };
  },
});
