import { backstop, guarantorResolve } from "../deterrence/backstop.ts";
import { backstopGame } from "../deterrence/backstop-game.ts";
import { sumOf } from "../deterrence/sum-of.ts";
import { attackOf, attackParameters } from "./attack-parameters.ts";
import { chance, gameModel, points } from "./game-model.ts";

/** Guarantors of a low or a high cost of fighting, which the challenger does not know. */
export const backstopModel = gameModel({
  id: "backstop",
  about: "would guarantors fight, and would an attack pay when nobody knows what fighting costs them",
  parameters: {
    ...attackParameters,
    stake: points("what the guarantors would lose with the attacked, in their points (w)", 50),
    reneging: points("what breaking their word costs them (a)", 10),
    "low-cost": points("what fighting costs the more willing guarantors (k)", 20),
    "high-cost": points("what it costs the less willing ones (k)", 45),
    "low-cost-chance": chance("the chance that they are the more willing ones", 0.6),
  },
  read: (values) => {
    const attack = attackOf(values);
    const guarantors = { ...attack, stake: values.stake, reneging: values.reneging };
    const resolve = guarantorResolve(guarantors);
    const likely = values["low-cost-chance"];
    const types = [
      { name: "low cost", fightingCost: values["low-cost"], chance: likely },
      { name: "high cost", fightingCost: values["high-cost"], chance: 1 - likely },
    ];
    const fights = types.map(({ fightingCost }) => (sumOf(resolve, -fightingCost) >= 0 ? 1 : 0));
    const [low = 0, high = 0] = fights;
    const credibility = low && high ? 1 : low ? likely : high ? 1 - likely : 0;
    const answer = backstop(attack, credibility);
    const attacks = answer.verdict === "hollow-guarantee" || answer.verdict === "nothing-deters" ? 1 : 0;
    return {
      kind: "answer",
      answer: { model: "backstop", backstop: answer, credibility, resolve },
      game: backstopGame({ ...guarantors, types }),
      expected: [
        [
          { player: 0, set: 1, action: 1, probability: attacks },
          ...fights.map((probability, i) => ({ player: 1, set: i + 1, action: 1, probability })),
        ],
      ],
    };
  },
});
